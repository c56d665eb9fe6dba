package org.mtlbench.reports.model;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * An entry of a table.
 *
 * @param text the displayed text, plain; numbers use a full stop and a hyphen for minus
 * @param value the number at full precision in the column's unit, used for sorting and
 *     machine-readable output; absent for texts and unknown values
 * @param halfWidth half-width of the 95 % confidence interval in the same unit; absent if there is
 *     none
 * @param style highlighting
 * @param notes numbers of the footnotes of this entry, counted from 1, in order
 */
public record Entry(
    String text, OptionalDouble value, OptionalDouble halfWidth, Style style, List<Integer> notes) {
  private static final String MISSING = "-";

  /** Checks for null and makes a defensive copy of the list. */
  public Entry {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(halfWidth, "halfWidth");
    Objects.requireNonNull(style, "style");
    notes = List.copyOf(notes);
  }

  /** A text entry. */
  public static Entry text(String text) {
    return new Entry(text, OptionalDouble.empty(), OptionalDouble.empty(), Style.PLAIN, List.of());
  }

  /** A number with its displayed text. */
  public static Entry number(String text, double value) {
    return new Entry(
        text, OptionalDouble.of(value), OptionalDouble.empty(), Style.PLAIN, List.of());
  }

  /** The entry of an unknown number. */
  public static Entry missing() {
    return text(MISSING);
  }

  /** A copy with the half-width of a confidence interval. */
  public Entry withHalfWidth(double width) {
    return new Entry(text, value, OptionalDouble.of(width), style, notes);
  }

  /** A copy in a style. */
  public Entry styled(Style other) {
    return new Entry(text, value, halfWidth, other, notes);
  }

  /** A copy with footnotes. */
  public Entry noted(List<Integer> numbers) {
    return new Entry(text, value, halfWidth, style, numbers);
  }

  /** Whether the entry is a number. */
  public boolean isNumber() {
    return value.isPresent();
  }

  /** Whether the entry is an unknown number. */
  public boolean isMissing() {
    return value.isEmpty() && text.equals(MISSING);
  }
}
