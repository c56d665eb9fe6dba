package org.mtlbench.reports.model;

import java.util.Objects;

/**
 * A column of a table.
 *
 * @param id id in machine-readable output, lower case with hyphens; unique within the table
 * @param header header, plain text
 * @param align alignment of its entries
 */
public record Column(String id, String header, Align align) {
  /** Checks for null. */
  public Column {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(align, "align");
  }

  /** Horizontal alignment. */
  public enum Align {
    /** Left, for texts. */
    LEFT,
    /** Right, for numbers. */
    RIGHT
  }

  /** A column of texts. */
  public static Column text(String id, String header) {
    return new Column(id, header, Align.LEFT);
  }

  /** A column of numbers. */
  public static Column number(String id, String header) {
    return new Column(id, header, Align.RIGHT);
  }
}
