package org.mtlbench.engine.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.mtlbench.engine.cost.Throughput;

/**
 * Everything a matrix asks for, checked. Pure data: nothing here holds a plugin.
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

  /** The run folder's name when the user names none. */
  public String folder() {
    return name + "-" + matrixHash;
  }

  /** The same plan with some of its cells. */
  public Plan only(Set<String> ids) {
    return with(cells.stream().filter(cell -> ids.contains(cell.spec().id())).toList());
  }

  /** The same plan with estimates of time for a device; NaN if its throughput is unknown. */
  public Plan estimated(Throughput throughput) {
    return with(cells.stream().map(cell -> cell.estimated(throughput)).toList());
  }

  private Plan with(List<PlannedCell> others) {
    return new Plan(name, matrix, matrixHash, datasets, others);
  }

  /**
   * An estimate of the whole: the work shared evenly by the slots, but no less than the longest
   * cell. NaN without a calibration.
   *
   * @param slots workers at a time, at least 1
   */
  public double estimatedSeconds(int slots) {
    double sum = cells.stream().mapToDouble(PlannedCell::estimatedSeconds).sum();
    double longest = cells.stream().mapToDouble(PlannedCell::estimatedSeconds).max().orElse(0);
    return Math.max(sum / slots, longest);
  }
}
