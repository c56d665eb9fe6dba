package org.mtlbench.methods.ours;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.task.Task;
import org.mtlbench.methods.neuronrow.RowMask;
import org.mtlbench.methods.ours.chebyshev.AugmentedLagrangian;
import org.mtlbench.methods.ours.growl.GrowlMode;
import org.mtlbench.methods.ours.growl.GrowlObjective;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.optimiser.Optimiser;
import org.mtlbench.toolbox.training.Batch;
import org.mtlbench.toolbox.training.TaskLosses;

/**
 * One training step on the augmented Lagrangian, which updates the network's parameters and t
 * together.
 */
final class ChebyshevStep {
  private final Network network;
  private final List<Task> tasks;
  private final List<Parameter> regularised;
  private final Optional<GrowlObjective> growl;
  private final GrowlMode mode;

  /**
   * Creates the step of a network.
   *
   * @param growl the sparsity objective, absent if k_0 = 0
   * @param mode whether its gradient is applied to the network
   */
  ChebyshevStep(
      Network network,
      List<Task> tasks,
      List<Parameter> regularised,
      Optional<GrowlObjective> growl,
      GrowlMode mode) {
    this.network = network;
    this.tasks = tasks;
    this.regularised = regularised;
    this.growl = growl;
    this.mode = mode;
  }

  /**
   * The result of a step, on the device.
   *
   * @param taskLosses losses of the tasks, (K)
   * @param values the augmented Lagrangian before the step
   */
  record StepResult(NDArray taskLosses, AugmentedLagrangian.Values values) {}

  StepResult run(
      Batch batch,
      AugmentedLagrangian.Epoch lagrangian,
      Optimiser optimiser,
      List<RowMask> masks,
      double rate) {
    TaskLosses losses = TaskLosses.of(network, batch, tasks);
    NDArray taskLosses = losses.vector();
    NDArray objectives = taskLosses.toType(DataType.FLOAT64, false);
    List<NDArray> sparsityGradients = List.of();
    if (growl.isPresent()) {
      GrowlObjective.Point point =
          switch (mode) {
            case GRADIENT -> growl.get().evaluate();
            case PROXIMAL -> new GrowlObjective.Point(growl.get().value(), List.of());
          };
      sparsityGradients = point.gradients();
      objectives = point.value().reshape(1).concat(objectives);
    }
    AugmentedLagrangian.Values values = lagrangian.step(objectives, rate);
    NDArray weights = values.objectiveWeights();
    Backward.run(losses.weightedSum(weights.get((growl.isPresent() ? 1 : 0) + ":")));
    try (GradientMode off = GradientMode.off()) {
      List<Parameter> trainable =
          network.parameters().stream().filter(Parameter::trainable).toList();
      List<NDArray> gradients = new ArrayList<>();
      for (Parameter parameter : trainable) {
        NDArray gradient = parameter.value().getGradient();
        int index = regularised.indexOf(parameter);
        if (index >= 0 && !sparsityGradients.isEmpty()) {
          NDArray weight = weights.get(0).toType(DataType.FLOAT32, false);
          gradient = gradient.add(sparsityGradients.get(index).mul(weight));
        }
        gradients.add(gradient);
      }
      optimiser.update(trainable, gradients, rate);
      Backward.clear(trainable);
    }
    masks.forEach(RowMask::apply);
    return new StepResult(taskLosses, values);
  }
}
