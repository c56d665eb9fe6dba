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
 * Stochastic gradient descent as in PyTorch. For a parameter w with gradient g:
 *
 * <pre>
 * g = g + weightDecay * w
 * b = momentum * b + g      (b = g in the first step)
 * w = w - rate * b
 * </pre>
 */
public final class Sgd implements Optimiser {
  private static final String ARGUMENTS =
      "weights: List[Tensor], gradients: List[Tensor], sums: List[Tensor], rate: float,"
          + " momentum: float, decay: float";

  // Sums are initialised with zeros, so the first step is not special.
  private static final String BODY =
      """
      _0 = ops.aten._fused_sgd_(weights, gradients, sums, weight_decay=decay, \
      momentum=momentum, lr=rate, dampening=0.0, nesterov=False, maximize=False, \
      is_first_step=False, grad_scale=None, found_inf=None)
      return weights[0]
      """;

  private final double momentum;
  private final double weightDecay;
  private final ParameterStates<Buffer> states = new ParameterStates<>(Buffer::new);
  private Optional<ScriptFunction> step = Optional.empty();

  /**
   * @param momentum at least 0; 0 is plain gradient descent
   * @param weightDecay L2 penalty added to the gradient, at least 0
   */
  public Sgd(double momentum, double weightDecay) {
    this.momentum = Optimisers.notNegative("momentum", momentum);
    this.weightDecay = Optimisers.notNegative("weight decay", weightDecay);
  }

  @Override
  public void update(List<Parameter> parameters, List<NDArray> gradients, double learningRate) {
    if (parameters.isEmpty()) {
      return;
    }
    List<Buffer> sums = momentum == 0 ? List.of() : parameters.stream().map(states::of).toList();
    if (step.isEmpty()) {
      NDManager manager = parameters.get(0).value().getManager();
      step = Optional.of(ScriptFunction.compile(ARGUMENTS, BODY, manager));
    }
    try (GradientMode off = GradientMode.off()) {
      step.get()
          .run(
              ScriptFunction.tensors(parameters.stream().map(Parameter::value).toList()),
              ScriptFunction.tensors(gradients),
              ScriptFunction.tensors(sums.stream().map(Buffer::sum).toList()),
              IValue.from(learningRate),
              IValue.from(momentum),
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

  private record Buffer(NDArray sum) implements ParameterStates.State {
    Buffer(Parameter parameter) {
      this(ParameterStates.zeros(parameter));
    }

    @Override
    public void register(String prefix, StateRegistry registry) {
      registry.tensor(prefix + ".momentum", sum);
    }

    @Override
    public void reset() {
      ParameterStates.clear(sum);
    }
  }
}
