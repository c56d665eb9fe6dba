package org.mtlbench.methods.ours;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.Training;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.EpochReport;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.api.phase.PhaseRun;
import org.mtlbench.testkit.TinyProblem;
import org.mtlbench.testkit.TinyTraining;
import org.mtlbench.toolbox.config.ConfigBinder;
import org.mtlbench.toolbox.sparsity.RowMetrics;

class OursFromSparseTest {
  /** The sparse network is the one that the method trains with its preference vector. */
  @Test
  void startsFromSparseNetworkAndKeepsItsZeroRows() {
    try (NDManager manager = NDManager.newBaseManager()) {
      OursConfig sparse = OursTest.config(0.05, 0, false);
      ObjectNode tree = ConfigBinder.toTree(sparse);
      tree.set("start-from", tree.get("k"));
      tree.putArray("k").add(0.05).add(0.15).add(0.8);
      Ours fromSparse = new Ours(ConfigBinder.bind(sparse, tree, ""), 2);
      List<float[]> expected =
          TinyTraining.of(new Ours(sparse, 2), new TinyProblem(manager, 1)).parameters();
      TinyProblem problem = new TinyProblem(manager, 1);
      List<Phase> phases = fromSparse.phases(Budget.FULL);
      assertThat(phases)
          .extracting(Phase::epochs)
          .containsExactly(OursTest.EPOCHS_OF_SEARCH + 8, 12);
      assertThat(phases.get(0).artefact()).isPresent();

      Training training = fromSparse.open(problem);
      run(training.phases().get(0), phases.get(0));
      List<Parameter> network = training.phases().get(0).artefact().parameters();
      for (int i = 0; i < expected.size(); i++) {
        assertThat(network.get(i).value().toFloatArray()).isEqualTo(expected.get(i));
      }
      double sr = RowMetrics.of(network).sr();
      double shared = RowMetrics.of(network).cr();

      List<EpochReport> reports = run(training.phases().get(1), phases.get(1));
      RowMetrics metrics = RowMetrics.of(training.result().parameters());
      assertThat(sr).isPositive();
      assertThat(reports).hasSize(12);
      assertThat(metrics.sr()).isEqualTo(sr);
      assertThat(metrics.cr()).isBetween(1.0, Math.nextDown(shared));
      assertThat(reports.get(0).learningRate()).isEqualTo(2e-2);
      assertThat(reports.get(0).measures())
          .containsKeys("lambda.left", "lambda.upper")
          .doesNotContainKeys("l0", "lambda.l0");
      assertThat(problem.measures()).isEmpty();
    }
  }

  private static List<EpochReport> run(PhaseRun run, Phase phase) {
    run.begin();
    List<EpochReport> reports =
        IntStream.rangeClosed(1, phase.epochs())
            .mapToObj(epoch -> run.epoch(phase, epoch))
            .toList();
    run.end();
    return reports;
  }
}
