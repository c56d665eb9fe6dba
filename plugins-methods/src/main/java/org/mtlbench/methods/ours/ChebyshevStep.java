package org.mtlbench.methods.ours;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.DivergedException;
import org.mtlbench.api.task.Task;
import org.mtlbench.methods.ours.chebyshev.AugmentedLagrangian;
import org.mtlbench.methods.ours.chebyshev.ScalarAdam;
import org.mtlbench.methods.ours.growl.GrowlMode;
import org.mtlbench.methods.ours.growl.GrowlObjective;
import org.mtlbench.methods.ours.growl.RowMask;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.gradient.ScalarMath;
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
   * The result of a step.
   *
   * @param constraints H_i of each objective
   * @param taskWeights dL_A/dL_j of each task
   * @param t t after the step
   * @param taskLosses losses of the tasks
   */
  record StepResult(double[] taskLosses, double[] constraints, double[] taskWeights, double t) {}

  StepResult run(
      Batch batch,
      AugmentedLagrangian lagrangian,
      double t,
      ScalarAdam optimiserOfT,
      Optimiser optimiser,
      List<RowMask> masks,
      double rate) {
    TaskLosses losses = TaskLosses.of(network, batch, tasks);
    Optional<GrowlObjective.Point> sparsity = growl.map(GrowlObjective::evaluate);
    sparsity.ifPresent(point -> checkFinite(point, batch));
    int offset = sparsity.isPresent() ? 1 : 0;
    double[] objectives = new double[tasks.size() + offset];
    sparsity.ifPresent(point -> objectives[0] = point.value());
    System.arraycopy(losses.values(), 0, objectives, offset, tasks.size());

    AugmentedLagrangian.Value value = lagrangian.evaluate(objectives, t);
    if (!Double.isFinite(value.loss())) {
      throw new DivergedException(
          "the augmented Lagrangian", value.loss(), batch.epoch(), batch.index());
    }
    double[] weights = value.objectiveWeights();
    double[] taskWeights = Arrays.copyOfRange(weights, offset, objectives.length);
    Backward.run(losses.weightedSum(taskWeights));
    try (GradientMode off = GradientMode.off()) {
      List<Parameter> trainable =
          network.parameters().stream().filter(Parameter::trainable).toList();
      List<NDArray> gradients = new ArrayList<>();
      for (Parameter parameter : trainable) {
        NDArray gradient = parameter.value().getGradient();
        int index = mode == GrowlMode.GRADIENT ? regularised.indexOf(parameter) : -1;
        if (index >= 0 && sparsity.isPresent()) {
          gradient =
              gradient.add(ScalarMath.multiply(sparsity.get().gradients().get(index), weights[0]));
        }
        gradients.add(gradient);
      }
      optimiser.update(trainable, gradients, rate);
      Backward.clear(trainable);
    }
    masks.forEach(RowMask::apply);
    return new StepResult(
        losses.values(),
        value.constraints(),
        taskWeights,
        optimiserOfT.step(t, value.slopeOfT(), rate));
  }

  private static void checkFinite(GrowlObjective.Point sparsity, Batch batch) {
    if (!Double.isFinite(sparsity.value())) {
      throw new DivergedException(
          "the sparsity objective", sparsity.value(), batch.epoch(), batch.index());
    }
  }
}
