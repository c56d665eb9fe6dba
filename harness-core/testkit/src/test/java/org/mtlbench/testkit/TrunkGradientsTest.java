package org.mtlbench.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.gradient.TrunkGradients;
import org.mtlbench.toolbox.training.BatchLoop;
import org.mtlbench.toolbox.training.TaskLosses;

class TrunkGradientsTest {
  /** The gradient of one loss alone, from a forward pass of its own. */
  private static float[] alone(NDArray loss, List<Parameter> trunk, List<Parameter> all) {
    Backward.run(loss);
    List<Float> values = new ArrayList<>();
    for (Parameter parameter : trunk) {
      for (float value : parameter.value().getGradient().toFloatArray()) {
        values.add(value);
      }
    }
    Backward.clear(all);
    float[] flat = new float[values.size()];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = values.get(i);
    }
    return flat;
  }

  @Test
  void matchesGradientsOfSeparatePasses() {
    try (NDManager manager = NDManager.newBaseManager()) {
      TinyProblem problem = new TinyProblem(manager, 1);
      Network network = problem.network("network");
      List<Parameter> trunk = network.sharedParameters();
      BatchLoop.train(
          problem,
          "test",
          1,
          300,
          batch -> {
            TaskLosses first = TaskLosses.of(network, batch, problem.tasks());
            float[] left = alone(first.tensors().get(0), trunk, network.parameters());
            TaskLosses second = TaskLosses.of(network, batch, problem.tasks());
            float[] upper = alone(second.tensors().get(1), trunk, network.parameters());

            TaskLosses both = TaskLosses.of(network, batch, problem.tasks());
            TrunkGradients gradients = TrunkGradients.of(both.tensors(), trunk, false, null);
            assertThat(gradients.rows().get(0).toFloatArray()).containsExactly(left, within(1e-7f));
            assertThat(gradients.rows().get(1).toFloatArray())
                .containsExactly(upper, within(1e-7f));
            assertThat(left).isNotEqualTo(upper);

            double product = 0;
            for (int p = 0; p < left.length; p++) {
              product += (double) left[p] * upper[p];
            }
            assertThat(gradients.gramian()[0][1]).isCloseTo(product, within(1e-9));
            assertThat(gradients.gramian()[1][0]).isEqualTo(gradients.gramian()[0][1]);

            float[] combined =
                gradients.combine(manager.create(new double[] {0.25, 2})).toFloatArray();
            for (int p = 0; p < combined.length; p++) {
              assertThat(combined[p]).isCloseTo(0.25f * left[p] + 2 * upper[p], within(1e-6f));
            }
            for (Parameter parameter : trunk) {
              assertThat(parameter.value().getGradient().abs().sum().getFloat()).isZero();
            }
            for (int task = 0; task < 2; task++) {
              for (Parameter parameter : network.taskParameters(task)) {
                assertThat(parameter.value().getGradient().abs().sum().getFloat()).isPositive();
              }
            }
          });
    }
  }

  @Test
  void splitInvertsFlatten() {
    try (NDManager manager = NDManager.newBaseManager();
        NDScope scope = new NDScope()) {
      TinyProblem problem = new TinyProblem(manager, 1);
      Network network = problem.network("network");
      List<Parameter> trunk = network.sharedParameters();
      BatchLoop.train(
          problem,
          "test",
          1,
          300,
          batch -> {
            TaskLosses losses = TaskLosses.of(network, batch, problem.tasks());
            Backward.keepingGraph(losses.tensors().get(0));
            List<float[]> expected =
                trunk.stream().map(w -> w.value().getGradient().toFloatArray()).toList();
            Backward.clear(network.parameters());
            TrunkGradients gradients = TrunkGradients.of(losses.tensors(), trunk, false, null);
            List<NDArray> parts = gradients.split(gradients.rows().get(0));
            for (int i = 0; i < parts.size(); i++) {
              assertThat(parts.get(i).getShape()).isEqualTo(trunk.get(i).value().getShape());
              assertThat(parts.get(i).toFloatArray()).isEqualTo(expected.get(i));
            }
          });
    }
  }
}
