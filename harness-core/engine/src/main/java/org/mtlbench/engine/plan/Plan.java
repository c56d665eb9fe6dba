package org.mtlbench.engine.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.mtlbench.engine.cost.CostModel;
import org.mtlbench.engine.cost.Throughput;
import org.mtlbench.engine.cost.TimeRange;

/**
 * A checked and expanded matrix. Contains only data, no plugins.
 *
 * @param name the matrix's name
 * @param matrix the matrix in its long form, with the effective seeds and budget
 * @param matrixHash 8 hex digits over name, datasets, architectures, budget and search; methods,
 *     rows and seeds are excluded, so that a matrix extended by these continues in the same run
 *     folder
 * @param datasets the datasets of the cells, one per config
 * @param cells each cell once, seed by seed, so that the rows of the first seed finish first
 */
public record Plan(
    String name,
    ObjectNode matrix,
    String matrixHash,
    List<PlannedDataset> datasets,
    List<PlannedCell> cells) {
  public Plan {
    datasets = List.copyOf(datasets);
    cells = List.copyOf(cells);
  }

  /** The default name of the run folder. */
  public String folder() {
    return name + "-" + matrixHash;
  }

  /** A copy with only the given cells. */
  public Plan only(Set<String> ids) {
    return with(cells.stream().filter(cell -> ids.contains(cell.spec().id())).toList());
  }

  /** A copy with time estimates for a device; NaN if its throughput is unknown. */
  public Plan estimated(Throughput throughput) {
    return with(cells.stream().map(cell -> cell.estimated(throughput)).toList());
  }

  private Plan with(List<PlannedCell> others) {
    return new Plan(name, matrix, matrixHash, datasets, others);
  }

  /**
   * An estimate of the total time: the work divided evenly among the slots, but at least that of
   * the longest cell. NaN without a calibration.
   *
   * @param slots number of workers running at once, at least 1
   */
  public double estimatedSeconds(int slots) {
    double sum = cells.stream().mapToDouble(PlannedCell::estimatedSeconds).sum();
    double longest = cells.stream().mapToDouble(PlannedCell::estimatedSeconds).max().orElse(0);
    return Math.max(sum / slots, longest);
  }

  /**
   * The range of the total time on a device: from an idle machine to the load of the measurement.
   *
   * @param slots number of workers running at once, at least 1
   */
  public TimeRange timeRange(Throughput throughput, int slots) {
    return CostModel.range(
        estimated(throughput.unloaded()).estimatedSeconds(slots),
        estimated(throughput).estimatedSeconds(slots));
  }
}
