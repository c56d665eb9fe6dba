package org.mtlbench.reports.plot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the charts of a run show of cells that differ in nothing but the seed.
 *
 * @param dataset the dataset's id
 * @param architecture the architecture's id
 * @param label the method's name in tables
 * @param detail what tells rows of one label apart, a preference vector for example; may be empty
 * @param weights the fixed weights of a linear scalarisation; empty for other methods
 * @param tasks primary metric of each task on the test split, in task order
 * @param headline what rows are compared by
 * @param scores what these are, the same for all rows of the dataset
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
    Estimate headline,
    ChartScores scores,
    Optional<Estimate> sr,
    Optional<Estimate> minutes,
    List<String> caveats) {
  /** Keeps copies. */
  public ChartRow {
    weights = List.copyOf(weights);
    tasks = Collections.unmodifiableMap(new LinkedHashMap<>(tasks));
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

  /** The headline, negative where lower is better. */
  public double score() {
    return scores.headline().higherIsBetter() ? headline.mean() : -headline.mean();
  }

  /** Whether its method minimises a fixed weighting of the losses. */
  public boolean isScalarisation() {
    return !weights.isEmpty();
  }
}
