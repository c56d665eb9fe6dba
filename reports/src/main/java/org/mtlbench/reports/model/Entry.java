package org.mtlbench.reports.model;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What stands in one place of a table.
 *
 * @param text what is read there, plain text; numbers have a full stop and a hyphen for minus
 * @param value the number behind the text at full precision, in the column's unit; absent for texts
 *     and for what is not known. Formats sort by it and write it where machines read
 * @param halfWidth of the 95 % confidence interval around the value, in the same unit; absent where
 *     there is none
 * @param style what it stands out for
 * @param notes numbers of the table's footnotes that belong to it, counted from 1, in order
 */
public record Entry(
    String text, OptionalDouble value, OptionalDouble halfWidth, Style style, List<Integer> notes) {
  private static final String NOTHING = "-";

  /** Checks presence and keeps a copy of the list. */
  public Entry {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(halfWidth, "halfWidth");
    Objects.requireNonNull(style, "style");
    notes = List.copyOf(notes);
  }

  /** A text. */
  public static Entry text(String text) {
    return new Entry(text, OptionalDouble.empty(), OptionalDouble.empty(), Style.PLAIN, List.of());
  }

  /** A number as it is to be read. */
  public static Entry number(String text, double value) {
    return new Entry(
        text, OptionalDouble.of(value), OptionalDouble.empty(), Style.PLAIN, List.of());
  }

  /** The place of a number that is not there. */
  public static Entry nothing() {
    return text(NOTHING);
  }

  /** The same with the half-width of an interval. */
  public Entry within(double width) {
    return new Entry(text, value, OptionalDouble.of(width), style, notes);
  }

  /** The same in a style. */
  public Entry styled(Style other) {
    return new Entry(text, value, halfWidth, other, notes);
  }

  /** The same with footnotes. */
  public Entry noted(List<Integer> numbers) {
    return new Entry(text, value, halfWidth, style, numbers);
  }

  /** Whether it is a number. */
  public boolean isNumber() {
    return value.isPresent();
  }

  /** Whether it is the place of a number that is not there. */
  public boolean isNothing() {
    return value.isEmpty() && text.equals(NOTHING);
  }
}
