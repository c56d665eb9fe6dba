package org.mtlbench.spi.toolbox.training;

import java.util.List;
import java.util.random.RandomGenerator;
import org.mtlbench.spi.architecture.Weight;
import org.mtlbench.spi.method.DivergedException;
import org.mtlbench.spi.method.StateRegistry;
import org.mtlbench.spi.method.Step;
import org.mtlbench.spi.method.Weighting;
import org.mtlbench.spi.toolbox.gradient.Backward;
import org.mtlbench.spi.toolbox.gradient.GradientMode;
import org.mtlbench.spi.toolbox.gradient.TrunkGradients;

/** One backward pass on the weighted sum of the losses. */
final class WeightedStep implements StepRule {
  private final Weighting weighting;

  WeightedStep(Weighting weighting) {
    this.weighting = weighting;
  }

  @Override
  public double[] step(StepContext context, Batch batch, double learningRate) {
    List<Weight> weights = context.network().weights().stream().filter(Weight::trainable).toList();
    TaskLosses losses = TaskLosses.of(context.network(), batch, context.tasks());
    View view = new View(context, batch, losses, learningRate);
    Backward.run(losses.weightedSum(checked(weighting.weights(view), batch, context)));
    WeightUpdates.apply(weights, context.optimiser(), learningRate);
    weighting.afterStep(view);
    return losses.values();
  }

  private static double[] checked(double[] weights, Batch batch, StepContext context) {
    int tasks = context.tasks().size();
    if (weights.length != tasks) {
      throw new IllegalStateException(
          "the weighting gave " + weights.length + " weights for " + tasks + " tasks");
    }
    for (int t = 0; t < tasks; t++) {
      if (!Double.isFinite(weights[t])) {
        String what = "the weight of task " + context.tasks().get(t).name();
        throw new DivergedException(what, weights[t], batch.epoch(), batch.index());
      }
    }
    return weights;
  }

  @Override
  public void epochEnd(double[] meanLosses) {
    weighting.epochEnd(meanLosses);
  }

  @Override
  public void state(StateRegistry registry) {
    weighting.state(registry);
  }

  /** The step as the weighting sees it; what costs a pass is computed when asked for. */
  private record View(StepContext context, Batch batch, TaskLosses taskLosses, double learningRate)
      implements Step {
    @Override
    public int epoch() {
      return batch.epoch();
    }

    @Override
    public int index() {
      return batch.index();
    }

    @Override
    public double[] losses() {
      return taskLosses.values().clone();
    }

    @Override
    public double[] lossesAfter() {
      try (GradientMode off = GradientMode.off()) {
        off.hold();
        return TaskLosses.of(context.network(), batch, context.tasks()).values();
      }
    }

    @Override
    public double[] gradientNorms() {
      double[][] gramian =
          TrunkGradients.of(
                  taskLosses.tensors(),
                  taskLosses.values(),
                  context.network().sharedWeights(),
                  true,
                  random())
              .gramian();
      Backward.clear(context.network().weights());
      double[] norms = new double[gramian.length];
      for (int t = 0; t < norms.length; t++) {
        norms[t] = Math.sqrt(gramian[t][t]);
      }
      return norms;
    }

    @Override
    public RandomGenerator random() {
      return context.random(batch);
    }
  }
}
