package org.mtlbench.methods.ours.chebyshev;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.IValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.torchscript.ScriptFunction;

/**
 * min t subject to H(x, t) = 0 (or at most 0) by an augmented Lagrangian (paper, section III):
 *
 * <pre>
 * L_A = t + sum_i lambda_i H_i + mu/2 H_i^2                               (equality)
 * L_A = t + sum_i (max(0, lambda_i + mu H_i)^2 - lambda_i^2) / (2 mu)     (inequality)
 * </pre>
 *
 * Multipliers, penalty, t and H are float64: at the paper's mu of about 1e-8 the update of lambda
 * and the gradient of t vanish in float32. Within an epoch, they are tensors on the device.
 */
public final class AugmentedLagrangian {
  private final WeightedChebyshev scalarisation;
  private final Constraint constraint;
  private final double muFactor;
  private final double[] lambda;
  private double mu;
  private Optional<ScriptFunction> step = Optional.empty();

  /**
   * Initialises lambda_i = 1 / (number of constraints), so that lambda sums to 1.
   *
   * @param mu initial penalty, greater than 0
   * @param muFactor factor on mu per iteration, at least 1
   */
  public AugmentedLagrangian(
      WeightedChebyshev scalarisation, Constraint constraint, double mu, double muFactor) {
    this.scalarisation = scalarisation;
    this.constraint = constraint;
    this.mu = mu;
    this.muFactor = muFactor;
    lambda = new double[scalarisation.objectives()];
    Arrays.fill(lambda, 1.0 / lambda.length);
  }

  /** Number of objectives, M. */
  public int objectives() {
    return scalarisation.objectives();
  }

  /**
   * Evaluates L_A and its derivatives, and updates t by Adam. The state is t, the two moments and
   * the step count of Adam, mu, and lambda; the constants are k and a.
   */
  private String body() {
    String terms =
        switch (constraint) {
          case EQUALITY ->
              """
              factors = shifted
              products = ops.aten.mul(multipliers, h)
              penalties = ops.aten.mul(ops.aten.mul(h, h), ops.aten.mul(penalty, 0.5))
              terms = ops.aten.add(products, penalties)
              """;
          case INEQUALITY ->
              """
              factors = ops.aten.relu(shifted)
              kept = ops.aten.mul(multipliers, multipliers)
              excess = ops.aten.sub(ops.aten.mul(factors, factors), kept)
              terms = ops.aten.div(excess, ops.aten.mul(penalty, 2.0))
              """;
        };
    return """
        t = ops.aten.select(state, 0, 0)
        first = ops.aten.select(state, 0, 1)
        second = ops.aten.select(state, 0, 2)
        count = ops.aten.select(state, 0, 3)
        penalty = ops.aten.select(state, 0, 4)
        multipliers = ops.aten.slice(state, 0, 5, 9223372036854775807, 1)
        k = ops.aten.select(constants, 0, 0)
        distances = ops.aten.sub(objectives, ops.aten.select(constants, 0, 1))
        common = ops.aten.mul(ops.aten.sum(distances), EPSILON)
        h = ops.aten.sub(ops.aten.mul(k, ops.aten.add(distances, common)), t)
        shifted = ops.aten.add(multipliers, ops.aten.mul(h, penalty))
        TERMSloss = ops.aten.reshape(ops.aten.add(t, ops.aten.sum(terms)), [1])
        own = ops.aten.mul(factors, k)
        weights = ops.aten.add(own, ops.aten.mul(ops.aten.sum(own), EPSILON))
        result = ops.aten.cat([loss, h, weights, objectives], 0)
        slope = ops.aten.rsub(ops.aten.sum(factors), 1.0)
        _0 = ops.aten.add_(count, 1.0)
        _1 = ops.aten.add_(ops.aten.mul_(first, BETA_1), ops.aten.mul(slope, REST_1))
        square = ops.aten.mul(ops.aten.mul(slope, REST_2), slope)
        _2 = ops.aten.add_(ops.aten.mul_(second, BETA_2), square)
        bias1 = ops.aten.rsub(ops.aten.pow(BETA_1, count), 1.0)
        bias2 = ops.aten.rsub(ops.aten.pow(BETA_2, count), 1.0)
        root = ops.aten.sqrt(ops.aten.div(second, bias2))
        moved = ops.aten.div(ops.aten.mul(first, rate), bias1)
        _3 = ops.aten.sub_(t, ops.aten.div(moved, ops.aten.add(root, ADAM_EPS)))
        return result
        """
        .replace("TERMS", terms)
        .replace("EPSILON", "" + WeightedChebyshev.EPS)
        .replace("ADAM_EPS", "" + ScalarAdam.EPS)
        .replace("REST_1", "" + (1 - ScalarAdam.BETA_1))
        .replace("REST_2", "" + (1 - ScalarAdam.BETA_2))
        .replace("BETA_1", "" + ScalarAdam.BETA_1)
        .replace("BETA_2", "" + ScalarAdam.BETA_2);
  }

  /**
   * Starts an epoch: copies the state to the device, where it stays until {@link Epoch#end}.
   *
   * @param t the scalar before the first step
   * @param adam optimiser of t, updated at the end of the epoch
   * @param manager owner of the tensors; must outlive this object
   */
  public Epoch begin(double t, ScalarAdam adam, NDManager manager) {
    if (step.isEmpty()) {
      String arguments = "objectives: Tensor, constants: Tensor, state: Tensor, rate: float";
      step = Optional.of(ScriptFunction.compile(arguments, body(), manager));
    }
    return new Epoch(step.get(), t, adam, manager);
  }

  /** The steps of an epoch, with lambda and mu unchanged. */
  public final class Epoch implements AutoCloseable {
    private final ScriptFunction function;
    private final ScalarAdam adam;
    private final NDArray state;
    private final NDArray constants;

    private Epoch(ScriptFunction function, double t, ScalarAdam adam, NDManager manager) {
      this.function = function;
      this.adam = adam;
      state =
          manager.create(
              Stream.of(new double[] {t}, adam.values(), new double[] {mu}, lambda)
                  .flatMapToDouble(Arrays::stream)
                  .toArray());
      constants =
          manager.create(
              Stream.of(scalarisation.preference(), scalarisation.reference())
                  .flatMapToDouble(Arrays::stream)
                  .toArray(),
              new Shape(2, lambda.length));
      NDScope.unregister(state, constants);
    }

    /**
     * Evaluates L_A and its derivatives at the current t, then takes a step of Adam on t against
     * dL_A/dt = 1 - sum_i c_i with c_i = lambda_i + mu H_i (clipped at 0 for inequalities).
     *
     * @param objectives L_i, float64, (M)
     * @param rate learning rate of t
     */
    public Values step(NDArray objectives, double rate) {
      try (GradientMode off = GradientMode.off()) {
        return new Values(
            function.call(
                ScriptFunction.tensor(objectives),
                ScriptFunction.tensor(constants),
                ScriptFunction.tensor(state),
                IValue.from(rate)),
            lambda.length);
      }
    }

    /** Copies the state of Adam back to the host and returns t after the last step. */
    public double end() {
      double[] read = state.toDoubleArray();
      adam.set(read[1], read[2], read[3]);
      return read[0];
    }

    /** Frees the tensors. */
    @Override
    public void close() {
      state.close();
      constants.close();
    }
  }

  /**
   * One evaluation on the device.
   *
   * @param all L_A, H_i, the objective weights dL_A/dL_i and the objectives L_i, float64, (1 + 3M)
   * @param objectives M
   */
  public record Values(NDArray all, int objectives) {
    /** The weights of the objectives in this step's gradient, float64, (M). */
    public NDArray objectiveWeights() {
      return all.get((1 + objectives) + ":" + (1 + 2 * objectives));
    }

    /** L_A in a row that was read from the device. */
    public static double loss(double[] row) {
      return row[0];
    }

    /** H_i in a row that was read from the device. */
    public static double constraint(double[] row, int i) {
      return row[1 + i];
    }

    /** dL_A/dL_i in a row that was read from the device. */
    public static double weight(double[] row, int i) {
      return row[1 + (row.length - 1) / 3 + i];
    }

    /** L_i in a row that was read from the device. */
    public static double objective(double[] row, int i) {
      return row[1 + 2 * ((row.length - 1) / 3) + i];
    }
  }

  /**
   * Ends an iteration: lambda += mu H (clipped at 0 for inequalities), then mu grows.
   *
   * @param h the H selected for this iteration
   */
  public void endIteration(double[] h) {
    for (int i = 0; i < lambda.length; i++) {
      double moved = lambda[i] + mu * h[i];
      lambda[i] =
          switch (constraint) {
            case EQUALITY -> moved;
            case INEQUALITY -> Math.max(0, moved);
          };
    }
    mu *= muFactor;
  }

  /** The multipliers. */
  public double[] lambda() {
    return lambda.clone();
  }

  /** The penalty. */
  public double mu() {
    return mu;
  }

  /** Registers lambda and mu. */
  public void state(String name, StateRegistry registry) {
    registry.numbers(
        name + "/lambda", lambda::clone, v -> System.arraycopy(v, 0, lambda, 0, lambda.length));
    registry.numbers(name + "/mu", () -> new double[] {mu}, v -> mu = v[0]);
  }
}
