package org.mtlbench.reports.model;

import java.util.Objects;

/**
 * A column of a table.
 *
 * @param id names it where machines read, lower case with hyphens; unique within the table
 * @param header what stands above it, plain text
 * @param align where its entries stand
 */
public record Column(String id, String header, Align align) {
  /** Checks presence. */
  public Column {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(align, "align");
  }

  /** Where entries stand. */
  public enum Align {
    /** Texts. */
    LEFT,
    /** Numbers. */
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
