package org.mtlbench.reports.model;

import java.util.List;
import java.util.Objects;

/**
 * A report that a person reads.
 *
 * @param title plain text
 * @param blocks in order
 */
public record Document(String title, List<Block> blocks) {
  /** Keeps a copy of the list. */
  public Document {
    Objects.requireNonNull(title, "title");
    blocks = List.copyOf(blocks);
  }
}
