package org.mtlbench.methods.ours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.method.Training;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.EpochReport;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.api.phase.PhaseRun;
import org.mtlbench.api.training.Initialisation;
import org.mtlbench.api.training.ScheduleKind;
import org.mtlbench.methods.ours.chebyshev.Constraint;
import org.mtlbench.methods.ours.chebyshev.LambdaUpdate;
import org.mtlbench.methods.ours.growl.GrowlMode;
import org.mtlbench.methods.ours.growl.Restore;
import org.mtlbench.methods.ours.growl.ThetaPattern;
import org.mtlbench.testkit.TinyProblem;
import org.mtlbench.testkit.TinyTraining;
import org.mtlbench.toolbox.config.ConfigBinder;
import org.mtlbench.toolbox.sparsity.RowMetrics;

class OursTest {
  static final int EPOCHS_OF_SEARCH = 6;

  /**
   * Three iterations of two epochs, then four of two; rates and caps that suit the tiny problem.
   */
  static OursConfig config(double k0, double minSparsity, boolean mask) {
    return new OursConfig(
        List.of(k0, (1 - k0) / 2, (1 - k0) / 2),
        List.of(),
        List.of(),
        Constraint.EQUALITY,
        LambdaUpdate.MEAN,
        2.5e-8,
        2,
        ThetaPattern.SPIKE,
        0.8,
        0.2,
        GrowlMode.GRADIENT,
        2,
        mask,
        Restore.LARGEST,
        minSparsity,
        0.5,
        1,
        0,
        3,
        4,
        6,
        2,
        0,
        0.7,
        32,
        2e-2,
        ScheduleKind.STEP,
        0.8,
        0,
        Initialisation.LSUV);
  }

  private static Parameter hidden(TinyTraining training) {
    return training.model().parameters().stream()
        .filter(p -> p.name().equals("trunk.linear.weight"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void sparsePhasesPruneShareAndLearn() {
    try (NDManager manager = NDManager.newBaseManager()) {
      TinyProblem problem = new TinyProblem(manager, 1);
      TinyTraining training = TinyTraining.of(new Ours(config(0.05, 0, false), 2), problem);
      List<EpochReport> reports = training.reports();
      assertThat(reports).hasSize(EPOCHS_OF_SEARCH + 1 + 8);

      // caps of the three iterations on 12 rows: 2, 4, 6
      List<Double> caps = reports.stream().limit(6).map(r -> r.measures().get("cap")).toList();
      for (int epoch = 0; epoch < 6; epoch++) {
        assertThat(caps.get(epoch)).isCloseTo(0.5 * (epoch / 2 + 1) / 3, within(1e-12));
      }
      // of 25 rows in all only the twelve of the hidden layer may be pruned
      for (int epoch = 0; epoch < 6; epoch++) {
        int limit = 2 * (epoch / 2 + 1);
        assertThat(25 * reports.get(epoch).measures().get("sr")).isBetween(0.0, limit + 1e-9);
      }
      // one decay an iteration of two epochs, afresh in each phase
      assertThat(reports.subList(0, 6))
          .extracting(EpochReport::learningRate)
          .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b))
          .containsExactly(2e-2, 2e-2, 1.6e-2, 1.6e-2, 1.28e-2, 1.28e-2);
      assertThat(reports.get(7).learningRate()).isEqualTo(2e-2);
      EpochReport clustering = reports.get(EPOCHS_OF_SEARCH);
      assertThat(clustering.measures().get("clusters/trunk.linear.weight")).isBetween(1.0, 12.0);
      assertThat(clustering.losses()).isEmpty();

      double kept = clustering.measures().get("sr");
      assertThat(kept).isPositive();
      for (EpochReport report : reports.subList(EPOCHS_OF_SEARCH + 1, reports.size())) {
        // pruned rows stay pruned through retraining
        assertThat(report.measures().get("sr")).isEqualTo(kept);
      }
      RowMetrics metrics = RowMetrics.of(training.model().parameters());
      assertThat(metrics.sr()).isEqualTo(kept);
      assertThat(metrics.cr()).isGreaterThan(1);
      assertThat(training.meanAccuracy()).isGreaterThan(0.85);
      assertThat(problem.registered()).noneMatch(name -> name.startsWith("note: target sparsity"));

      Map<String, Double> measures = problem.measures();
      assertThat(measures).containsEntry("target-sparsity-met", 1.0);
      assertThat(measures.get("cap.trunk.linear.weight")).isIn(2.0 / 12, 4.0 / 12, 6.0 / 12);
      assertThat(kept * 25).isBetween(1.0, 12 * measures.get("cap.trunk.linear.weight"));
    }
  }

  /** Each epoch's measures of the scalarisation follow from those of the epochs before. */
  @Test
  void searchMeasuresMatchDefinitions() {
    try (NDManager manager = NDManager.newBaseManager()) {
      OursConfig config = config(0.05, 0, false);
      List<EpochReport> search =
          TinyTraining.of(new Ours(config, 2), new TinyProblem(manager, 1))
              .reports()
              .subList(0, EPOCHS_OF_SEARCH);
      List<String> objectives = List.of("l0", "left", "upper");
      double mu = config.mu();
      double[] lambda = {1 / 3.0, 1 / 3.0, 1 / 3.0};
      double best = Double.NEGATIVE_INFINITY;
      Map<String, Double> ofBest = Map.of();
      for (int epoch = 0; epoch < EPOCHS_OF_SEARCH; epoch++) {
        Map<String, Double> measures = search.get(epoch).measures();
        assertThat(measures.get("mu")).isEqualTo(mu);
        double sum = 0;
        for (int i = 0; i < 3; i++) {
          assertThat(measures.get("lambda." + objectives.get(i)))
              .isCloseTo(lambda[i], within(1e-15));
          sum += (lambda[i] + mu * measures.get("h." + objectives.get(i))) * config.k().get(i);
        }
        for (int i = 1; i < 3; i++) {
          double c = lambda[i] + mu * measures.get("h." + objectives.get(i));
          assertThat(measures.get("weight." + objectives.get(i)))
              .isCloseTo(c * config.k().get(i) + 1e-4 * sum, within(1e-12));
        }
        double score = search.get(epoch).validation().orElseThrow().score();
        if (score > best) {
          best = score;
          ofBest = measures;
        }
        if (epoch % 2 == 1) {
          for (int i = 0; i < 3; i++) {
            lambda[i] += mu * ofBest.get("h." + objectives.get(i));
          }
          mu *= config.muFactor();
        }
      }
    }
  }

  @Test
  void measuresDescribeValidatedModel() {
    try (NDManager manager = NDManager.newBaseManager()) {
      TinyProblem problem = new TinyProblem(manager, 1);
      Ours ours = new Ours(config(0.05, 0, false), 2);
      Phase search = ours.phases(Budget.FULL).get(0);
      Training training = ours.open(problem);
      PhaseRun run = training.phases().get(0);
      run.begin();
      Map<String, Double> measures = Map.of();
      for (int epoch = 1; epoch <= EPOCHS_OF_SEARCH; epoch++) {
        measures = run.epoch(search, epoch).measures();
      }
      // nothing is kept for the main phase yet: the current network
      Parameter hidden =
          training.result().parameters().stream()
              .filter(p -> p.name().equals("trunk.linear.weight"))
              .findFirst()
              .orElseThrow();
      float[] values = hidden.rows().toFloatArray();
      int columns = values.length / hidden.rowCount();
      double largest = 0;
      double sum = 0;
      int zero = 0;
      for (int row = 0; row < hidden.rowCount(); row++) {
        double square = 0;
        for (int i = row * columns; i < (row + 1) * columns; i++) {
          square += (double) values[i] * values[i];
        }
        largest = Math.max(largest, Math.sqrt(square));
        sum += Math.sqrt(square);
        zero += square == 0 ? 1 : 0;
      }
      // the spike: theta = (b1 + b2, b2, b2, ...)
      assertThat(measures.get("l0")).isCloseTo(0.8 * largest + 0.2 * sum, within(1e-5));
      assertThat(zero).isPositive();
      assertThat(measures)
          .containsEntry("sr.trunk.linear.weight", zero / 12.0)
          .containsEntry("sr.trunk", zero / 13.0)
          .containsEntry("sr.head1", 0.0)
          .containsEntry("sr", zero / 25.0);
    }
  }

  @Test
  void densePhaseReportsTasksAndLZero() {
    try (NDManager manager = NDManager.newBaseManager()) {
      List<EpochReport> reports =
          TinyTraining.of(new Ours(config(0, 0.2, false), 2), new TinyProblem(manager, 1))
              .reports();
      assertThat(reports.get(0).measures())
          .containsOnlyKeys(
              "l0",
              "t",
              "mu",
              "lambda.left",
              "h.left",
              "lambda.upper",
              "h.upper",
              "weight.left",
              "weight.upper")
          .containsEntry("lambda.left", 0.5);
    }
  }

  @Test
  void scheduleRestartsInEachPhase() {
    ObjectNode training =
        new ObjectMapper()
            .createObjectNode()
            .put("epochs", 7)
            .put("schedule", "cosine")
            .put("decay", 1)
            .put("decay-every", 1);
    OursConfig config = ConfigBinder.bind(config(0.05, 0, false), training, "");
    try (NDManager manager = NDManager.newBaseManager()) {
      List<Double> rates =
          TinyTraining.of(new Ours(config, 2), new TinyProblem(manager, 1)).reports().stream()
              .map(EpochReport::learningRate)
              .toList();
      // three epochs of search, the clustering, four of retraining
      assertThat(rates).hasSize(3 + 1 + 4);
      assertThat(rates.get(0)).isEqualTo(2e-2);
      assertThat(rates.get(1)).isCloseTo(1.5e-2, within(1e-12));
      assertThat(rates.get(2)).isCloseTo(0.5e-2, within(1e-12));
      assertThat(rates.get(4)).isEqualTo(2e-2);
      assertThat(rates.get(6)).isCloseTo(1e-2, within(1e-12));
    }
  }

  @Test
  void notesUnreachableSparsityAndKeepsMostAccurateModel() {
    try (NDManager manager = NDManager.newBaseManager()) {
      TinyProblem problem = new TinyProblem(manager, 1);
      TinyTraining training = TinyTraining.of(new Ours(config(0.05, 0.99, false), 2), problem);
      assertThat(problem.registered())
          .anyMatch(name -> name.startsWith("note: target sparsity 0.99 not reached"));
      assertThat(training.reports().stream().limit(6)).anyMatch(EpochReport::best);
      assertThat(problem.measures()).containsEntry("target-sparsity-met", 0.0);
    }
  }

  @Test
  void maskKeepsSearchSparsityFromFalling() {
    try (NDManager manager = NDManager.newBaseManager()) {
      TinyTraining training =
          TinyTraining.of(new Ours(config(0.05, 0, true), 2), new TinyProblem(manager, 1));
      double before = 0;
      for (EpochReport report : training.reports().subList(0, EPOCHS_OF_SEARCH)) {
        assertThat(report.measures().get("sr")).isGreaterThanOrEqualTo(before);
        before = report.measures().get("sr");
      }
      assertThat(before).isPositive();
    }
  }

  @Test
  void hasSingleDensePhaseWithoutSparsityObjective() {
    try (NDManager manager = NDManager.newBaseManager()) {
      Procedure ours = new Ours(config(0, 0.2, false), 2);
      assertThat(ours.phases(Budget.FULL))
          .containsExactly(new Phase("train", Phase.Kind.MAIN, 12, 12, 1).trainingNetwork());
      TinyTraining training =
          TinyTraining.of(new Ours(config(0, 0.2, false), 2), new TinyProblem(manager, 1));
      assertThat(RowMetrics.of(training.model().parameters()).sr()).isZero();
      assertThat(hidden(training).value().eq(0).sum().getLong()).isZero();
      assertThat(training.meanAccuracy()).isGreaterThan(0.9);
    }
  }

  @Test
  void closesAllTensorsOfEveryPhase() {
    try (NDManager manager = NDManager.newBaseManager()) {
      TinyProblem problem = new TinyProblem(manager, 1);
      Procedure ours = new Ours(config(0.05, 0, true), 2);
      Training training = ours.open(problem);
      List<Phase> phases = ours.phases(Budget.FULL);
      for (int i = 0; i < phases.size(); i++) {
        Phase phase = phases.get(i);
        PhaseRun run = training.phases().get(i);
        run.begin();
        run.epoch(phase, 1);
        int before = manager.getManagedArrays().size();
        for (int epoch = 2; epoch <= phase.epochs(); epoch++) {
          run.epoch(phase, epoch);
        }
        assertThat(manager.getManagedArrays()).as(phase.name()).hasSize(before);
        run.end();
        assertThat(manager.getManagedArrays()).as(phase.name()).hasSize(before);
      }
    }
  }

  @Test
  void isDeterministicPerSeed() {
    try (NDManager manager = NDManager.newBaseManager()) {
      List<float[]> first =
          TinyTraining.of(new Ours(config(0.05, 0, false), 2), new TinyProblem(manager, 1))
              .parameters();
      List<float[]> again =
          TinyTraining.of(new Ours(config(0.05, 0, false), 2), new TinyProblem(manager, 1))
              .parameters();
      for (int i = 0; i < first.size(); i++) {
        assertThat(again.get(i)).isEqualTo(first.get(i));
      }
    }
  }

  @Test
  void budgetScalesPhasesExceptClustering() {
    List<Phase> phases = new Ours(new OursPlugin().defaults(), 2).phases(Budget.FULL);
    assertThat(phases).extracting(Phase::epochs).containsExactly(36);
    List<Phase> half = new Ours(config(0.1, 0, false), 2).phases(new Budget(0.5));
    assertThat(half).extracting(Phase::name).containsExactly("search", "cluster", "retrain");
    assertThat(half).extracting(Phase::epochs).containsExactly(3, 1, 4);
    assertThat(half)
        .extracting(Phase::kind)
        .containsExactly(Phase.Kind.SEARCH, Phase.Kind.SEARCH, Phase.Kind.MAIN);
  }
}
