package org.mtlbench.toolbox.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.testkit.CountingNetwork;
import org.mtlbench.testkit.TinyProblem;
import org.mtlbench.toolbox.training.BatchLoop;
import org.mtlbench.toolbox.training.TaskLosses;

/** What the gradients of T tasks cost: one forward pass, T backward passes over its graph. */
class BackwardPassesTest {
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void runsOneForwardPassAndOneBackwardPassPerTask(boolean keepGraph) {
    try (NDManager manager = NDManager.newBaseManager()) {
      TinyProblem problem = new TinyProblem(manager, 1);
      CountingNetwork network = new CountingNetwork(problem.network("network"));
      List<Boolean> kept = new ArrayList<>();
      BatchLoop.train(
          problem,
          "test",
          1,
          300,
          batch -> {
            TaskLosses losses = TaskLosses.of(network, batch, problem.tasks());
            TrunkGradients.of(
                losses.tensors(),
                network.sharedParameters(),
                keepGraph,
                null,
                (loss, keep) -> {
                  kept.add(keep);
                  TrunkGradients.backward(loss, keep);
                });
          });
      assertThat(network.stageRuns()).isEqualTo(network.stages());
      assertThat(network.headRuns()).isEqualTo(problem.tasks().size());
      // the last pass frees the graph, unless another is to follow
      assertThat(kept).containsExactly(true, keepGraph);
    }
  }
}
