package org.mtlbench.methods.pruning;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.methods.neuronrow.HostRows;
import org.mtlbench.methods.neuronrow.RowMask;

/**
 * Selects the rows of smallest Euclidean norm in each layer, at most once per epoch. Pruned rows
 * stay at zero, so the selection only grows.
 */
final class SmallestRows implements RowSelection {
  private final double sparsity;
  private final int minRows;
  private final PruningSchedule schedule;
  private final List<Parameter> parameters;
  private final List<RowMask> masks;

  /**
   * Creates the selection.
   *
   * @param sparsity share of zero rows of each layer at the end, in [0, 1)
   * @param minRows number of rows that every layer keeps; one with fewer keeps all
   */
  SmallestRows(
      double sparsity,
      int minRows,
      PruningSchedule schedule,
      List<Parameter> parameters,
      List<RowMask> masks) {
    this.sparsity = sparsity;
    this.minRows = minRows;
    this.schedule = schedule;
    this.parameters = List.copyOf(parameters);
    this.masks = List.copyOf(masks);
  }

  @Override
  public void beforeEpoch(int done, int epochs) {
    prune(done, epochs);
  }

  @Override
  public void afterStep(double learningRate) {
    masks.forEach(RowMask::apply);
  }

  @Override
  public void end() {
    prune(1, 1);
  }

  private void prune(int done, int epochs) {
    for (int layer = 0; layer < parameters.size(); layer++) {
      Parameter parameter = parameters.get(layer);
      int zero =
          Math.min(
              schedule.zeroRows(sparsity, parameter.rowCount(), done, epochs),
              parameter.rowCount() - minRows);
      if (zero > 0) {
        zero(parameter, zero);
        masks.get(layer).freeze();
      }
    }
  }

  /**
   * Sets rows of smallest norm to zero; at equal norms those of lower index.
   *
   * @param count number of rows, at most all
   */
  static void zero(Parameter parameter, int count) {
    HostRows rows = HostRows.of(parameter);
    double[] norms = rows.norms();
    IntStream.range(0, norms.length)
        .boxed()
        .sorted(Comparator.comparingDouble(row -> norms[row]))
        .limit(count)
        .forEach(row -> rows.scale(row, 0));
    rows.write(parameter);
  }
}
