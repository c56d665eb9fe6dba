package org.mtlbench.methods.neuronrow;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.util.Arrays;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.toolbox.gradient.GradientMode;

/** Keeps rows that are zero at a given moment exactly zero from then on. */
public final class RowMask {
  private final Parameter parameter;
  private final NDArray mask;

  /**
   * Creates a mask that affects no row until {@link #freeze} is called.
   *
   * @param parameter a kernel or a matrix
   */
  public RowMask(Parameter parameter, StateRegistry registry) {
    this.parameter = parameter;
    try (GradientMode off = GradientMode.off()) {
      mask = parameter.value().onesLike();
      NDScope.unregister(mask);
    }
    registry.tensor("mask/" + parameter.name(), mask);
  }

  /** Masks all rows that are currently zero, and no others. */
  public void freeze() {
    HostRows rows = HostRows.of(parameter);
    double[] norms = rows.norms();
    for (int row = 0; row < norms.length; row++) {
      float keep = norms[row] == 0 ? 0f : 1f;
      Arrays.fill(rows.values(), row * rows.columns(), (row + 1) * rows.columns(), keep);
    }
    try (GradientMode off = GradientMode.off();
        NDScope scope = new NDScope()) {
      NDArray tensor = mask.getManager().create(rows.values()).reshape(rows.rows(), rows.columns());
      parameter.fromRows(tensor).copyTo(mask);
    }
  }

  /** Sets masked rows to zero. */
  public void apply() {
    try (GradientMode off = GradientMode.off()) {
      parameter.value().muli(mask);
    }
  }
}
