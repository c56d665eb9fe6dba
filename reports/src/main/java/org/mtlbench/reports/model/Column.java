package org.mtlbench.reports.model;

import java.util.Objects;

/**
 * A column of a table.
 *
 * @param id id in machine-readable output, lower case with hyphens; unique within the table
 * @param header header, plain text
 * @param align alignment of its entries
 * @param weight its place on a page
 * @param highestFirst whether sorting starts with the highest value
 */
public record Column(String id, String header, Align align, Weight weight, boolean highestFirst) {
  /** Checks for null. */
  public Column {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(align, "align");
    Objects.requireNonNull(weight, "weight");
  }

  /** Horizontal alignment. */
  public enum Align {
    /** Left, for texts. */
    LEFT,
    /** Right, for numbers. */
    RIGHT
  }

  /** The place of a column on a page; other formats have all columns in order. */
  public enum Weight {
    /** Next to the name of the row. */
    KEY,
    /** In its order. */
    USUAL,
    /** Hidden until the reader asks for all columns. */
    DETAIL
  }

  /** A column of texts. */
  public static Column text(String id, String header) {
    return new Column(id, header, Align.LEFT, Weight.USUAL, false);
  }

  /** A column of numbers. */
  public static Column number(String id, String header) {
    return new Column(id, header, Align.RIGHT, Weight.USUAL, false);
  }

  /** A copy with another place on a page. */
  public Column weighted(Weight other) {
    return new Column(id, header, align, other, highestFirst);
  }

  /** A copy whose sorting starts with the highest value. */
  public Column sortedFromHighest() {
    return new Column(id, header, align, weight, true);
  }

  /** A copy with another header. */
  public Column titled(String title) {
    return new Column(id, title, align, weight, highestFirst);
  }
}
