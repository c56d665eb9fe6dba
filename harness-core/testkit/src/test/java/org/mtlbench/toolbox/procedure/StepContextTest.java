package org.mtlbench.toolbox.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.FurtherBatch;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.testkit.NetworkCase;
import org.mtlbench.testkit.PlainNetwork;
import org.mtlbench.testkit.TinyProblem;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.network.Activation;
import org.mtlbench.toolbox.network.BatchNorm;
import org.mtlbench.toolbox.network.Convolution;
import org.mtlbench.toolbox.network.Dropout;
import org.mtlbench.toolbox.network.Flatten;
import org.mtlbench.toolbox.network.Linear;
import org.mtlbench.toolbox.optimiser.Adam;
import org.mtlbench.toolbox.training.Batch;
import org.mtlbench.toolbox.training.TaskLosses;

class StepContextTest {
  /** Two normalisations and two dropouts, whose buffers start alike. */
  private static final NetworkCase CASE =
      NetworkCase.of(
          new Shape(1, 4, 4),
          List.of(
              List.of(new Convolution(1, 3, 2), new BatchNorm(3), new Dropout(0.2)),
              List.of(new Convolution(3, 3, 2), new BatchNorm(3), new Dropout(0.2)),
              List.of(new Flatten(), new Linear(12, 4), Activation.RELU)),
          2,
          2);

  private static List<float[]> values(Network network) {
    return network.parameters().stream().map(p -> p.value().toFloatArray()).toList();
  }

  private static List<float[]> gradients(Network network) {
    return network.parameters().stream()
        .filter(Parameter::trainable)
        .map(p -> p.value().getGradient().toFloatArray())
        .toList();
  }

  @Test
  void furtherBatchHasNoSideEffects() {
    try (NDManager manager = NDManager.newBaseManager();
        GradientMode on = GradientMode.on();
        NDScope scope = new NDScope()) {
      TinyProblem problem = new TinyProblem(manager, 1);
      Network network = PlainNetwork.of(CASE, manager, new Randomness(1));
      StepContext context =
          new StepContext(network, new Adam(), problem, Set.of(FurtherBatch.VALIDATION));
      Batch batch = problem.batch(32);
      TaskLosses losses = TaskLosses.of(network, batch, problem.tasks());
      Backward.run(losses.weightedSum(new double[] {1, 1}));
      List<float[]> values = values(network);
      List<float[]> gradients = gradients(network);

      double[] other = context.further(FurtherBatch.VALIDATION, batch, 0.01).losses();

      assertThat(other).isNotEqualTo(losses.values());
      assertThat(values(network)).usingRecursiveComparison().isEqualTo(values);
      assertThat(gradients(network)).usingRecursiveComparison().isEqualTo(gradients);
    }
  }
}
