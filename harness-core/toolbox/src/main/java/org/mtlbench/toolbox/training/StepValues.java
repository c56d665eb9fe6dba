package org.mtlbench.toolbox.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.toolbox.gradient.GradientMode;

/**
 * A vector of every step of an epoch, for example the losses of the tasks. Tensors stay on the
 * device and are read together, at the end of the epoch or after {@value #MAX_PENDING} steps, since
 * every read waits for the device.
 */
public final class StepValues implements AutoCloseable {
  /** Bounds the memory of long epochs. */
  private static final int MAX_PENDING = 4096;

  private final List<double[]> read = new ArrayList<>();
  private final NDList pending = new NDList();

  /**
   * Adds the vector of a step that is on the device.
   *
   * @param values of any numeric type and shape, the same in all steps, without gradients; must not
   *     be modified afterwards. Closed after it has been read
   */
  public void add(NDArray values) {
    NDScope.unregister(values);
    pending.add(values);
    if (pending.size() == MAX_PENDING) {
      readPending();
    }
  }

  /** Adds the vector of a step that is on the host. */
  public void add(double[] values) {
    readPending();
    read.add(values.clone());
  }

  /** The vectors of all steps so far, in their order; tensors are flattened. */
  public List<double[]> rows() {
    readPending();
    return List.copyOf(read);
  }

  private void readPending() {
    if (pending.isEmpty()) {
      return;
    }
    try (GradientMode off = GradientMode.off();
        NDScope scope = new NDScope()) {
      int length = Math.toIntExact(pending.get(0).size());
      double[] all = NDArrays.stack(pending).toType(DataType.FLOAT64, false).toDoubleArray();
      for (int step = 0; step < pending.size(); step++) {
        double[] row = new double[length];
        System.arraycopy(all, step * length, row, 0, length);
        read.add(row);
      }
    }
    close();
  }

  /** Frees the tensors that have not been read. */
  @Override
  public void close() {
    pending.forEach(NDArray::close);
    pending.clear();
  }
}
