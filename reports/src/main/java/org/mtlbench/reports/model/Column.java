package org.mtlbench.reports.model;

import java.util.Objects;

/**
 * A column of a table.
 *
 * @param id id in machine-readable output, lower case with hyphens; unique within the table
 * @param header header, plain text
 * @param align alignment of its entries
 * @param detail whether a page hides it until the reader asks for all columns
 * @param highestFirst whether sorting starts with the highest value
 */
public record Column(
    String id, String header, Align align, boolean detail, boolean highestFirst) {
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
    return new Column(id, header, Align.LEFT, false, false);
  }

  /** A column of numbers. */
  public static Column number(String id, String header) {
    return new Column(id, header, Align.RIGHT, false, false);
  }

  /** A copy that a page hides until the reader asks for all columns. */
  public Column detailed() {
    return new Column(id, header, align, true, highestFirst);
  }

  /** A copy whose sorting starts with the highest value. */
  public Column sortedFromHighest() {
    return new Column(id, header, align, detail, true);
  }

  /** A copy with another header. */
  public Column titled(String title) {
    return new Column(id, title, align, detail, highestFirst);
  }
}
