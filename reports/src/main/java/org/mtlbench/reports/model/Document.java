package org.mtlbench.reports.model;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A report for people.
 *
 * @param title plain text
 * @param summary the most important blocks, in order
 * @param blocks all other blocks, in order
 */
public record Document(String title, List<Block> summary, List<Block> blocks) {
  /** Makes defensive copies of the lists. */
  public Document {
    Objects.requireNonNull(title, "title");
    summary = List.copyOf(summary);
    blocks = List.copyOf(blocks);
  }

  /** All blocks, the summary first. */
  public Stream<Block> all() {
    return Stream.concat(summary.stream(), blocks.stream());
  }
}
