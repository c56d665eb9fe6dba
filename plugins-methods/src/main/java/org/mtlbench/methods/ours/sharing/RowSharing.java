package org.mtlbench.methods.ours.sharing;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.methods.neuronrow.HostRows;

/**
 * Parameter sharing of one layer: its nonzero rows are clustered once; afterwards the rows of each
 * cluster are replaced by their mean.
 */
public final class RowSharing {
  /**
   * The maximum number of rows to cluster; similarities and messages of more pairs may not fit into
   * the 2 GB heap of a worker.
   */
  public static final int MAX_ROWS = 9_000;

  /** The row has no cluster because it was zero during clustering. */
  private static final int PRUNED = -1;

  private final Parameter parameter;
  private final int[] clusterOf;

  /**
   * Creates the state before clustering: {@link #share} has no effect.
   *
   * @param parameter a kernel or a matrix
   */
  public RowSharing(Parameter parameter, StateRegistry registry) {
    this.parameter = parameter;
    clusterOf = new int[parameter.rowCount()];
    Arrays.fill(clusterOf, PRUNED);
    registry.numbers(
        "clusters/" + parameter.name(),
        () -> Arrays.stream(clusterOf).asDoubleStream().toArray(),
        values -> Arrays.setAll(clusterOf, row -> (int) values[row]));
  }

  /** The layer's kernel or matrix. */
  public Parameter parameter() {
    return parameter;
  }

  /**
   * Clusters the nonzero rows by affinity propagation on w_i.w_j / max(|w_i|^2, |w_j|^2).
   *
   * @param preference the diagonal of the similarity matrix
   * @param border called before each iteration; may throw to abort
   * @return the clustering of the nonzero rows; empty if all rows are zero, without clusters if
   *     there are more than {@link #MAX_ROWS}
   */
  public Clustering cluster(double preference, Runnable border) {
    HostRows rows = HostRows.of(parameter);
    double[] norms = rows.norms();
    int[] alive = IntStream.range(0, norms.length).filter(i -> norms[i] > 0).toArray();
    Arrays.fill(clusterOf, PRUNED);
    if (alive.length == 0) {
      return new Clustering(new int[0], 0, true);
    }
    if (alive.length > MAX_ROWS) {
      int[] none = new int[alive.length];
      Arrays.fill(none, Clustering.NONE);
      return new Clustering(none, 0, true);
    }
    float[] packed = new float[alive.length * rows.columns()];
    for (int i = 0; i < alive.length; i++) {
      System.arraycopy(
          rows.values(), alive[i] * rows.columns(), packed, i * rows.columns(), rows.columns());
    }
    Clustering clustering =
        AffinityPropagation.STANDARD.cluster(
            RowSimilarity.of(packed, alive.length, rows.columns()), preference, device(), border);
    int[] exemplarOf = clustering.exemplarOf();
    for (int i = 0; i < alive.length; i++) {
      clusterOf[alive[i]] = exemplarOf[i] == Clustering.NONE ? PRUNED : alive[exemplarOf[i]];
    }
    return clustering;
  }

  /** The parameter's device, unless it is the CPU, on which plain loops are faster than tensors. */
  private Optional<NDManager> device() {
    NDManager manager = parameter.value().getManager();
    return manager.getDevice().isGpu() ? Optional.of(manager) : Optional.empty();
  }

  /** Replaces the rows of every cluster by their mean, with the same bits in each row. */
  public void share() {
    HostRows rows = HostRows.of(parameter);
    int columns = rows.columns();
    double[][] sums = new double[clusterOf.length][];
    int[] sizes = new int[clusterOf.length];
    for (int row = 0; row < clusterOf.length; row++) {
      int cluster = clusterOf[row];
      if (cluster == PRUNED) {
        continue;
      }
      if (sums[cluster] == null) {
        sums[cluster] = new double[columns];
      }
      sizes[cluster]++;
      for (int column = 0; column < columns; column++) {
        sums[cluster][column] += rows.values()[row * columns + column];
      }
    }
    for (int row = 0; row < clusterOf.length; row++) {
      int cluster = clusterOf[row];
      if (cluster != PRUNED && sizes[cluster] > 1) {
        for (int column = 0; column < columns; column++) {
          rows.values()[row * columns + column] = (float) (sums[cluster][column] / sizes[cluster]);
        }
      }
    }
    rows.write(parameter);
  }
}
