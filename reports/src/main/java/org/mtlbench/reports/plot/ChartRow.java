package org.mtlbench.reports.plot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row as shown in charts: cells that differ only in the seed.
 *
 * @param cell id of its first cell
 * @param dataset dataset id
 * @param architecture architecture id
 * @param label name of the method in tables
 * @param detail distinguishes rows with the same label, for example a preference vector; may be
 *     empty
 * @param weights the fixed weights of a linear scalarisation; empty for other methods
 * @param tasks primary metric of each task on the test split, in task order
 * @param headline the headline
 * @param scores description of these scores, the same for all rows of the dataset
 * @param sr percentage of zero neuron rows, if measured
 * @param minutes total time
 * @param measures further quantities of the final model that the method reports, by name
 * @param caveats reasons why the row cannot be compared with published ones, a few words each
 */
public record ChartRow(
    String cell,
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
    Map<String, Estimate> measures,
    List<String> caveats) {
  /** Makes defensive copies. */
  public ChartRow {
    weights = List.copyOf(weights);
    tasks = Collections.unmodifiableMap(new LinkedHashMap<>(tasks));
    measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
    caveats = List.copyOf(caveats);
  }

  /**
   * The id of a row in the table of results of a page.
   *
   * @param cell id of its first cell
   */
  public static String anchor(String cell) {
    return "row-" + cell;
  }

  /** Method and architecture. */
  public String series() {
    return label + " · " + architecture;
  }

  /** Method, architecture and detail. */
  public String name() {
    return detail.isEmpty() ? series() : series() + " " + detail;
  }

  /** The headline, negated if lower is better. */
  public double score() {
    return scores.headline().higherIsBetter() ? headline.mean() : -headline.mean();
  }

  /** Whether the method minimises a fixed weighted sum of the losses. */
  public boolean isScalarisation() {
    return !weights.isEmpty();
  }
}
