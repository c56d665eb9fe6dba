package org.mtlbench.toolbox.procedure;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.DivergedException;
import org.mtlbench.api.method.FurtherBatch;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.api.method.Step;
import org.mtlbench.api.method.TaskGradients;
import org.mtlbench.api.method.Weighting;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.gradient.TrunkGradients;
import org.mtlbench.toolbox.training.Batch;
import org.mtlbench.toolbox.training.DeviceVector;
import org.mtlbench.toolbox.training.ParameterUpdates;
import org.mtlbench.toolbox.training.TaskLosses;

/** A step with one backward pass on the weighted sum of the losses. */
final class WeightedStep implements StepRule {
  private final Weighting weighting;
  private final DeviceVector sent = new DeviceVector();

  WeightedStep(Weighting weighting) {
    this.weighting = weighting;
  }

  @Override
  public StepResult step(StepContext context, Batch batch, double learningRate) {
    List<Parameter> parameters =
        context.network().parameters().stream().filter(Parameter::trainable).toList();
    TaskLosses losses = TaskLosses.of(context.network(), batch, context.tasks());
    View view = new View(context, batch, losses, learningRate);
    double[] chosen = checked(weighting.weights(view), batch, context);
    NDArray taskWeights = sent.of(chosen, context.session().manager());
    Backward.run(losses.weightedSum(taskWeights));
    ParameterUpdates.apply(parameters, context.optimiser(), learningRate);
    weighting.afterStep(view);
    return new StepResult(losses.vector(), Optional.of(taskWeights), view.gramian);
  }

  private static double[] checked(double[] weights, Batch batch, StepContext context) {
    int tasks = context.tasks().size();
    if (weights.length != tasks) {
      throw new IllegalStateException(
          "the weighting returned " + weights.length + " weights for " + tasks + " tasks");
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
  public Set<FurtherBatch> furtherBatches() {
    return weighting.furtherBatches();
  }

  @Override
  public void epochEnd(double[] meanLosses) {
    weighting.epochEnd(meanLosses);
  }

  @Override
  public void state(StateRegistry registry) {
    weighting.state(registry);
  }

  /** The step as seen by the weighting; expensive values are computed on request. */
  private static final class View implements Step {
    private final StepContext context;
    private final Batch batch;
    private final TaskLosses taskLosses;
    private final TrunkGradients.StepFacts facts;
    private Optional<NDArray> gramian = Optional.empty();

    View(StepContext context, Batch batch, TaskLosses taskLosses, double learningRate) {
      this.context = context;
      this.batch = batch;
      this.taskLosses = taskLosses;
      facts = context.facts(batch, learningRate);
    }

    @Override
    public double learningRate() {
      return facts.learningRate();
    }

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
      return taskLosses.values();
    }

    @Override
    public double[] lossesAfter() {
      try (GradientMode off = GradientMode.off()) {
        return TaskLosses.of(context.network(), batch, context.tasks()).values();
      }
    }

    @Override
    public double[] gradientNorms() {
      TrunkGradients gradients =
          TrunkGradients.of(
              taskLosses.tensors(), context.network().sharedParameters(), true, facts);
      double[][] products = gradients.gramian();
      Backward.clear(context.network().parameters());
      gramian = Optional.of(gradients.gramianTensor());
      double[] norms = new double[products.length];
      for (int t = 0; t < norms.length; t++) {
        norms[t] = Math.sqrt(products[t][t]);
      }
      return norms;
    }

    @Override
    public TaskGradients gradientsOn(FurtherBatch which) {
      return facts.further().apply(which);
    }

    @Override
    public RandomGenerator random() {
      return facts.random();
    }
  }
}
