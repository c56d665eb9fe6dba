package org.mtlbench.toolbox.procedure;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.DivergedException;
import org.mtlbench.api.method.FurtherBatch;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.api.method.Update;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.gradient.ScalarMath;
import org.mtlbench.toolbox.gradient.TrunkGradients;
import org.mtlbench.toolbox.training.Batch;
import org.mtlbench.toolbox.training.TaskLosses;

/** A step with one forward pass, one backward pass per task, and one direction for the trunk. */
final class AggregatedStep implements StepRule {
  private final Aggregation aggregation;

  AggregatedStep(Aggregation aggregation) {
    this.aggregation = aggregation;
  }

  @Override
  public StepResult step(StepContext context, Batch batch, double learningRate) {
    List<Parameter> trunk = context.network().sharedParameters();
    TaskLosses losses = TaskLosses.of(context.network(), batch, context.tasks());
    TrunkGradients gradients =
        TrunkGradients.of(
            losses.tensors(), losses.values(), trunk, false, context.facts(batch, learningRate));
    try (GradientMode off = GradientMode.off()) {
      checkFinite(gradients, batch, context);
      // Cached for aggregations that need it, and computed before one may write to the rows.
      double[][] gramian = gradients.gramian();
      Update update = aggregation.aggregate(gradients);
      List<NDArray> steps = gradients.split(direction(update, gradients));
      context.optimiser().update(trunk, steps, learningRate);
      for (int task = 0; task < context.network().tasks(); task++) {
        updateTask(context, task, update.headWeights()[task], learningRate);
      }
      return new StepResult(losses.values(), taskWeights(update), Optional.of(gramian));
    }
  }

  private static Optional<double[]> taskWeights(Update update) {
    return update instanceof Update.Weights sum ? Optional.of(sum.weights()) : Optional.empty();
  }

  /** Solvers inside aggregations misbehave on NaN or infinite gradients, so check first. */
  private static void checkFinite(TrunkGradients gradients, Batch batch, StepContext context) {
    float[] largest = gradients.rows().abs().max(new int[] {1}).toFloatArray();
    for (int t = 0; t < largest.length; t++) {
      if (!Float.isFinite(largest[t])) {
        String what = "the trunk's gradient of task " + context.tasks().get(t).name();
        throw new DivergedException(what, largest[t], batch.epoch(), batch.index());
      }
    }
  }

  private static NDArray direction(Update update, TrunkGradients gradients) {
    if (update instanceof Update.Weights sum) {
      return gradients.combine(sum.weights());
    }
    return ((Update.Direction) update).direction();
  }

  private static void updateTask(
      StepContext context, int task, double factor, double learningRate) {
    List<Parameter> own = context.network().taskParameters(task);
    List<NDArray> gradients =
        own.stream()
            .map(parameter -> ScalarMath.multiply(parameter.value().getGradient(), factor))
            .toList();
    context.optimiser().update(own, gradients, learningRate);
    Backward.clear(own);
  }

  @Override
  public Set<FurtherBatch> furtherBatches() {
    return aggregation.furtherBatches();
  }

  @Override
  public void epochEnd(double[] meanLosses) {
    // An aggregation sees gradients only.
  }

  @Override
  public void state(StateRegistry registry) {
    aggregation.state(registry);
  }
}
