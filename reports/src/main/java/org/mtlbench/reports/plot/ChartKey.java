package org.mtlbench.reports.plot;

import java.util.List;

/**
 * What colours and shapes mean in all charts of a report: a colour and a number for each method, a
 * shape for each architecture, in the order in which the plan first names them. They do not depend
 * on which rows have results, and rows added behind the others leave them as they are.
 *
 * @param methods labels of methods, all different
 * @param architectures ids of architectures, all different
 */
public record ChartKey(List<String> methods, List<String> architectures) {
  /** Keeps copies without repetitions. */
  public ChartKey {
    methods = methods.stream().distinct().toList();
    architectures = architectures.stream().distinct().toList();
  }

  /** The key of rows alone, where there is no plan. */
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
    return Integer.toString(methods.indexOf(method) + 1);
  }

  /** The shape of an architecture. */
  public MarkShape shape(String architecture) {
    return MarkShape.numbered(architectures.indexOf(architecture));
  }
}
