package org.mtlbench.reports.pareto;

import java.util.function.ToDoubleFunction;

/**
 * An objective of a front.
 *
 * @param name for axes and tables, for example {@code left loss} or {@code SR}
 * @param unit of displayed values; empty if there is none
 * @param scale displayed value / value
 * @param ideal the best possible value: 0 for losses
 * @param reference the value of the reference point, on the other side of all useful values
 * @param value value of a point in the objective's own unit
 */
public record Objective(
    String name,
    String unit,
    double scale,
    double ideal,
    double reference,
    ToDoubleFunction<StudyPoint> value) {
  /** The value of a point in displayed units. */
  public double displayed(StudyPoint point) {
    return scale * value.applyAsDouble(point);
  }

  /** The value of a point to be minimised, in the objective's own unit. */
  double minimised(StudyPoint point) {
    double own = value.applyAsDouble(point);
    return ideal <= reference ? own : -own;
  }

  /** The value of a point between the ideal (0) and the reference point (1). */
  double normalised(StudyPoint point) {
    return (value.applyAsDouble(point) - ideal) / (reference - ideal);
  }

  /** The name with the unit, as an axis title. */
  public String title() {
    return unit.isEmpty() ? name : name + " (" + unit + ")";
  }
}
