package org.mtlbench.reports.plot;

import java.util.List;

/**
 * The colours and shapes of all charts of a report: a colour and a number per method, a shape per
 * architecture, in the order of the plan. They do not depend on which rows have results, and rows
 * appended to the plan do not change them.
 *
 * @param methods distinct labels of methods
 * @param architectures distinct ids of architectures
 */
public record ChartKey(List<String> methods, List<String> architectures) {
  /** Makes defensive copies without duplicates. */
  public ChartKey {
    methods = methods.stream().distinct().toList();
    architectures = architectures.stream().distinct().toList();
  }

  /** The key derived from rows, for use without a plan. */
  public static ChartKey of(List<ChartRow> rows) {
    return new ChartKey(
        rows.stream().map(ChartRow::label).toList(),
        rows.stream().map(ChartRow::architecture).toList());
  }

  /** The colour of a method. */
  public Ink ink(String method) {
    return Ink.method(methods.indexOf(method));
  }

  /** The number of a method, counted from 1. */
  public String number(String method) {
    return Integer.toString(series(method) + 1);
  }

  /** The number of a method, counted from 0, see {@link Canvas#series}. */
  public int series(String method) {
    return methods.indexOf(method);
  }

  /** The shape of an architecture. */
  public MarkShape shape(String architecture) {
    return MarkShape.numbered(architectures.indexOf(architecture));
  }
}
