package org.mtlbench.toolbox.optimiser;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.IValue;
import java.util.List;
import java.util.Optional;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.torchscript.ScriptFunction;

/**
 * Adam (Kingma and Ba 2015, algorithm 1) as in PyTorch, with moments 0.9 and 0.999 and eps 1e-8. In
 * step n of a parameter w with gradient g:
 *
 * <pre>
 * g = g + weightDecay * w
 * m = 0.9 m + 0.1 g
 * v = 0.999 v + 0.001 g^2
 * w = w - rate * (m / (1 - 0.9^n)) / (sqrt(v / (1 - 0.999^n)) + eps)
 * </pre>
 */
public final class Adam implements Optimiser {
  private static final String ARGUMENTS =
      "weights: List[Tensor], gradients: List[Tensor], first: List[Tensor], second: List[Tensor],"
          + " steps: List[Tensor], rate: float, decay: float";
  private static final String BODY =
      """
      _0 = ops.aten._foreach_add_(steps, 1)
      _1 = ops.aten._fused_adam_(weights, gradients, first, second, [], steps, lr=rate, \
      beta1=0.9, beta2=0.999, weight_decay=decay, eps=1e-8, amsgrad=False, maximize=False, \
      grad_scale=None, found_inf=None)
      return steps[0]
      """;

  private final double weightDecay;
  private final ParameterStates<Moments> states = new ParameterStates<>(Moments::new);
  private Optional<ScriptFunction> step = Optional.empty();

  /** Adam without weight decay. */
  public Adam() {
    this(0);
  }

  /**
   * @param weightDecay the L2 penalty added to the gradient, at least 0
   */
  public Adam(double weightDecay) {
    this.weightDecay = Optimisers.notNegative("weight decay", weightDecay);
  }

  @Override
  public void update(List<Parameter> parameters, List<NDArray> gradients, double learningRate) {
    if (parameters.isEmpty()) {
      return;
    }
    List<Moments> moments = parameters.stream().map(states::of).toList();
    if (step.isEmpty()) {
      NDManager manager = parameters.get(0).value().getManager();
      step = Optional.of(ScriptFunction.compile(ARGUMENTS, BODY, manager));
    }
    try (GradientMode off = GradientMode.off()) {
      step.get()
          .run(
              ScriptFunction.tensors(parameters.stream().map(Parameter::value).toList()),
              ScriptFunction.tensors(gradients),
              ScriptFunction.tensors(moments.stream().map(m -> m.first).toList()),
              ScriptFunction.tensors(moments.stream().map(m -> m.second).toList()),
              ScriptFunction.tensors(moments.stream().map(m -> m.steps).toList()),
              IValue.from(learningRate),
              IValue.from(weightDecay));
    }
  }

  @Override
  public void state(String name, StateRegistry registry) {
    states.register(name, registry);
  }

  @Override
  public void reset() {
    states.reset();
  }

  private static final class Moments implements ParameterStates.State {
    private final NDArray first;
    private final NDArray second;
    private final NDArray steps;

    Moments(Parameter parameter) {
      first = ParameterStates.zeros(parameter);
      second = ParameterStates.zeros(parameter);
      steps = ParameterStates.zero(parameter);
    }

    @Override
    public void register(String prefix, StateRegistry registry) {
      registry.tensor(prefix + ".first-moment", first);
      registry.tensor(prefix + ".second-moment", second);
      registry.tensor(prefix + ".steps", steps);
    }

    @Override
    public void reset() {
      ParameterStates.clear(first);
      ParameterStates.clear(second);
      ParameterStates.clear(steps);
    }
  }
}
