package org.mtlbench.methods.ours.growl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.toolbox.gradient.GradientMode;

/**
 * The sparsity objective L_0: GrOWL summed over the regularised layers (paper, section II). The
 * gradient is computed in closed form, since automatic differentiation of a norm gives NaN at the
 * zero rows made by the proximal step.
 */
public final class GrowlObjective {
  private final List<Parameter> parameters;
  private final List<GrowlPenalty> penalties;

  /**
   * Creates the objective of some layers.
   *
   * @param parameters kernels and matrices
   */
  public GrowlObjective(List<Parameter> parameters, ThetaPattern theta, double b1, double b2) {
    this.parameters = List.copyOf(parameters);
    this.penalties =
        parameters.stream()
            .map(parameter -> new GrowlPenalty(theta.theta(parameter.rowCount(), b1, b2)))
            .toList();
  }

  /**
   * Value and gradients at the current parameters.
   *
   * @param value L_0; NaN or infinite if the norm of a row is
   * @param gradients dL_0/dW of each parameter, in its shape; 0 at zero rows; empty if the value is
   *     NaN or infinite
   */
  public record Point(double value, List<NDArray> gradients) {}

  /** Evaluates the objective; the tensors belong to the open scope. */
  public Point evaluate() {
    try (GradientMode off = GradientMode.off()) {
      double value = 0;
      List<NDArray> gradients = new ArrayList<>();
      for (int i = 0; i < parameters.size(); i++) {
        Parameter parameter = parameters.get(i);
        NDArray rows = parameter.rows();
        double[] norms = norms(rows);
        double sum = Arrays.stream(norms).sum();
        if (!Double.isFinite(sum)) {
          return new Point(sum, List.of());
        }
        double[] factors = penalties.get(i).coefficients(norms);
        float[] perNorm = new float[norms.length];
        for (int row = 0; row < norms.length; row++) {
          value += factors[row] * norms[row];
          perNorm[row] = norms[row] == 0 ? 0f : (float) (factors[row] / norms[row]);
        }
        NDArray scale = rows.getManager().create(perNorm, new Shape(norms.length, 1));
        gradients.add(parameter.fromRows(rows.mul(scale)));
      }
      return new Point(value, gradients);
    }
  }

  private static double[] norms(NDArray rows) {
    float[] host = rows.square().sum(new int[] {1}).sqrt().toFloatArray();
    double[] norms = new double[host.length];
    for (int i = 0; i < norms.length; i++) {
      norms[i] = host[i];
    }
    return norms;
  }
}
