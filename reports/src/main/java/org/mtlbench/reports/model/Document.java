package org.mtlbench.reports.model;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A report that a person reads.
 *
 * @param title plain text
 * @param summary what a reader wants to know first, in order
 * @param blocks the rest, in order
 */
public record Document(String title, List<Block> summary, List<Block> blocks) {
  /** Keeps copies of the lists. */
  public Document {
    Objects.requireNonNull(title, "title");
    summary = List.copyOf(summary);
    blocks = List.copyOf(blocks);
  }

  /** The summary and the rest. */
  public Stream<Block> all() {
    return Stream.concat(summary.stream(), blocks.stream());
  }
}
