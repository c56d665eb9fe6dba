package org.mtlbench.toolbox.procedure;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.FurtherBatch;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.api.method.Update;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.gradient.TrunkGradients;
import org.mtlbench.toolbox.torchscript.ScriptFunction;
import org.mtlbench.toolbox.training.Batch;
import org.mtlbench.toolbox.training.DeviceVector;
import org.mtlbench.toolbox.training.TaskLosses;

/** A step with one forward pass, one backward pass per task, and one direction for the trunk. */
final class AggregatedStep implements StepRule {
  private final Aggregation aggregation;
  private final DeviceVector sent = new DeviceVector();
  private Optional<ScriptFunction> scaling = Optional.empty();

  AggregatedStep(Aggregation aggregation) {
    this.aggregation = aggregation;
  }

  @Override
  public StepResult step(StepContext context, Batch batch, double learningRate) {
    List<Parameter> trunk = context.network().sharedParameters();
    TaskLosses losses = TaskLosses.of(context.network(), batch, context.tasks());
    TrunkGradients gradients =
        TrunkGradients.of(losses.tensors(), trunk, false, context.facts(batch, learningRate));
    try (GradientMode off = GradientMode.off()) {
      Directed directed = directed(aggregation.aggregate(gradients), gradients, context);
      List<Parameter> parameters = new ArrayList<>(trunk);
      List<NDArray> steps = new ArrayList<>(gradients.split(directed.direction()));
      for (int task = 0; task < context.network().tasks(); task++) {
        List<Parameter> own = context.network().taskParameters(task);
        List<NDArray> ownGradients = own.stream().map(p -> p.value().getGradient()).toList();
        if (directed.headWeights().isPresent() && !own.isEmpty()) {
          scale(ownGradients, directed.headWeights().get().get(task), context);
        }
        parameters.addAll(own);
        steps.addAll(ownGradients);
      }
      context.optimiser().update(parameters, steps, learningRate);
      Backward.clear(parameters);
      return new StepResult(
          losses.vector(), directed.taskWeights(), Optional.of(gradients.gramianTensor()));
    }
  }

  /**
   * An update on the device.
   *
   * @param direction (P)
   * @param taskWeights (K); absent if the direction is not a weighted sum
   * @param headWeights (K); absent if all are 1
   */
  private record Directed(
      NDArray direction, Optional<NDArray> taskWeights, Optional<NDArray> headWeights) {}

  private Directed directed(Update update, TrunkGradients gradients, StepContext context) {
    if (update instanceof Update.DeviceWeights sum) {
      return new Directed(
          gradients.combine(sum.weights()),
          Optional.of(sum.weights()),
          Optional.of(sum.weights()).filter(weights -> sum.scaledHeads()));
    }
    boolean unscaled = Arrays.stream(update.headWeights()).allMatch(weight -> weight == 1);
    int tasks = gradients.tasks();
    if (update instanceof Update.Weights sum) {
      // Sent in one transfer.
      DoubleStream heads = unscaled ? DoubleStream.empty() : Arrays.stream(sum.headWeights());
      double[] all = DoubleStream.concat(Arrays.stream(sum.weights()), heads).toArray();
      NDArray both = sent.of(all, context.session().manager());
      NDArray weights = both.get("0:" + tasks);
      return new Directed(
          gradients.combine(weights),
          Optional.of(weights),
          unscaled ? Optional.empty() : Optional.of(both.get(tasks + ":")));
    }
    Update.Direction given = (Update.Direction) update;
    return new Directed(
        given.direction(),
        Optional.empty(),
        unscaled
            ? Optional.empty()
            : Optional.of(sent.of(given.headWeights(), context.session().manager())));
  }

  /** Multiplies gradients by a scalar tensor, in place and in one call. */
  private void scale(List<NDArray> gradients, NDArray factor, StepContext context) {
    if (scaling.isEmpty()) {
      scaling =
          Optional.of(
              ScriptFunction.compile(
                  "gradients: List[Tensor], factor: Tensor",
                  """
                  _0 = ops.aten._foreach_mul_(gradients, factor)
                  return factor
                  """,
                  context.session().manager()));
    }
    scaling
        .get()
        .run(
            ScriptFunction.tensors(gradients),
            ScriptFunction.tensor(factor.toType(DataType.FLOAT32, false)));
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
