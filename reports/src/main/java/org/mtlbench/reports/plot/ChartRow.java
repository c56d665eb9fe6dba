package org.mtlbench.reports.plot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the charts of a run show of cells that differ in nothing but the seed.
 *
 * @param dataset the dataset's id
 * @param architecture the architecture's id
 * @param label the method's name in tables
 * @param detail what tells rows of one label apart, a preference vector for example; may be empty
 * @param weights the fixed weights of a linear scalarisation; empty for other methods
 * @param tasks test accuracy of each task in percent, in task order
 * @param mean mean test accuracy in percent
 * @param constants test accuracy of the constant predictor in percent, by task in task order; empty
 *     where no record knows it
 * @param sr share of zero rows in percent, where measured
 * @param minutes total time
 * @param caveats what keeps the row from being compared with published ones, in a few words each
 */
public record ChartRow(
    String dataset,
    String architecture,
    String label,
    String detail,
    List<Double> weights,
    Map<String, Estimate> tasks,
    Estimate mean,
    Map<String, Double> constants,
    Optional<Estimate> sr,
    Optional<Estimate> minutes,
    List<String> caveats) {
  /** Keeps copies. */
  public ChartRow {
    weights = List.copyOf(weights);
    tasks = Collections.unmodifiableMap(new LinkedHashMap<>(tasks));
    constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
    caveats = List.copyOf(caveats);
  }

  /** Method and architecture. */
  public String series() {
    return label + " · " + architecture;
  }

  /** Method and architecture, with what tells rows of one label apart. */
  public String name() {
    return detail.isEmpty() ? series() : series() + " " + detail;
  }

  /** The constant predictor's mean test accuracy over the tasks, in percent. */
  public OptionalDouble meanConstant() {
    return constants.values().stream().mapToDouble(Double::doubleValue).average();
  }

  /** The constant predictor's test accuracy on a task, in percent. */
  public OptionalDouble constant(String task) {
    Double value = constants.get(task);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Whether its method minimises a fixed weighting of the losses. */
  public boolean isScalarisation() {
    return !weights.isEmpty();
  }
}
