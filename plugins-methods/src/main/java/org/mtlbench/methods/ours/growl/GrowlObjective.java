package org.mtlbench.methods.ours.growl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.torchscript.ScriptFunction;

/**
 * The sparsity objective L_0: GrOWL (Zhang et al., ICLR 2018) summed over the regularised layers
 * (paper, section II), for each layer
 *
 * <pre>
 * G(W) = sum_i theta_i |w_[i]|        dG/dw_[i] = theta_i w_[i] / |w_[i]|
 * </pre>
 *
 * with the rows in order of decreasing norm. Among rows of equal norm the one of lower index ranks
 * first, which gives one of the subgradients. The gradient is computed in closed form, since
 * automatic differentiation of a norm gives NaN at the zero rows made by the proximal step.
 */
public final class GrowlObjective {
  private static final String ARGUMENTS = "rows: List[Tensor], thetas: List[Tensor]";

  private final List<Parameter> parameters;
  private final List<NDArray> thetas;
  private final ScriptFunction value;
  private final ScriptFunction gradient;

  /**
   * Creates the objective of some layers.
   *
   * @param parameters kernels and matrices, at least one
   */
  public GrowlObjective(List<Parameter> parameters, ThetaPattern theta, double b1, double b2) {
    this.parameters = List.copyOf(parameters);
    NDManager manager = parameters.get(0).value().getManager();
    thetas =
        parameters.stream()
            .map(parameter -> manager.create(theta.theta(parameter.rowCount(), b1, b2)))
            .toList();
    thetas.forEach(NDScope::unregister);
    value = ScriptFunction.compile(ARGUMENTS, body(false), manager);
    gradient = ScriptFunction.compile(ARGUMENTS, body(true), manager);
  }

  /**
   * Value and gradients at the current parameters, on the device.
   *
   * @param value L_0, a float64 scalar; NaN or infinite if the norm of a row is
   * @param gradients dL_0/dW of each parameter, in its shape; 0 at zero rows
   */
  public record Point(NDArray value, List<NDArray> gradients) {}

  /** The value L_0 at the current parameters, a float64 scalar; belongs to the open scope. */
  public NDArray value() {
    try (GradientMode off = GradientMode.off()) {
      return call(value, rows());
    }
  }

  /** Value and gradients at the current parameters; the tensors belong to the open scope. */
  public Point evaluate() {
    try (GradientMode off = GradientMode.off()) {
      List<NDArray> rows = rows();
      NDArray found = call(gradient, rows);
      NDArray factors = found.toType(DataType.FLOAT32, false);
      List<NDArray> gradients = new ArrayList<>();
      int from = 1;
      for (int i = 0; i < parameters.size(); i++) {
        int to = from + parameters.get(i).rowCount();
        NDArray perRow = factors.get(from + ":" + to).reshape(-1, 1);
        gradients.add(parameters.get(i).fromRows(rows.get(i).mul(perRow)));
        from = to;
      }
      return new Point(found.get(0), gradients);
    }
  }

  private List<NDArray> rows() {
    return parameters.stream().map(Parameter::rows).toList();
  }

  private NDArray call(ScriptFunction function, List<NDArray> rows) {
    return function.call(ScriptFunction.tensors(rows), ScriptFunction.tensors(thetas));
  }

  /**
   * The function over all layers.
   *
   * @param withFactors whether it returns the value and, for each row, theta at its rank divided by
   *     its norm, or 0 at a zero row; otherwise the value only
   */
  private String body(boolean withFactors) {
    StringBuilder body = new StringBuilder();
    StringBuilder results = new StringBuilder("ops.aten.reshape(sum0, [1])");
    for (int i = 0; i < parameters.size(); i++) {
      body.append(
          """
          norms# = ops.aten.sqrt(ops.aten.sum(ops.aten.square(rows[#]), [1]))
          order# = ops.aten.argsort(norms#, stable=True, dim=0, descending=True)
          wide# = ops.aten.to(norms#, 7)
          sorted# = ops.aten.index_select(wide#, 0, order#)
          own# = ops.aten.sum(ops.aten.mul(sorted#, thetas[#]))
          """
              .replace("#", "" + i));
      if (withFactors) {
        body.append(
            """
            ranked# = ops.aten.scatter(thetas[#], 0, order#, thetas[#])
            zero# = ops.aten.eq(wide#, 0)
            quotient# = ops.aten.div(ranked#, wide#)
            factors# = ops.aten.where(zero#, ops.aten.zeros_like(wide#), quotient#)
            """
                .replace("#", "" + i));
        results.append(", factors").append(i);
      }
    }
    int last = parameters.size() - 1;
    body.append("sum").append(last).append(" = own").append(last).append('\n');
    for (int i = last - 1; i >= 0; i--) {
      body.append(
          "sum# = ops.aten.add(own#, sum%)\n".replace("#", "" + i).replace("%", "" + (i + 1)));
    }
    return body + (withFactors ? "return ops.aten.cat([" + results + "], 0)\n" : "return sum0\n");
  }
}
