package org.mtlbench.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.DivergedException;
import org.mtlbench.api.method.Training;
import org.mtlbench.api.phase.Artefact;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.EpochReport;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.api.phase.PhaseRun;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.optimiser.Adam;
import org.mtlbench.toolbox.search.SearchConfig;
import org.mtlbench.toolbox.search.SearchedTraining;
import org.mtlbench.toolbox.training.ModelTraining;
import org.mtlbench.toolbox.training.ParameterUpdates;
import org.mtlbench.toolbox.training.TaskLosses;

class SearchedTrainingTest {
  private static final double POISON = 1234;

  private final NDManager manager = NDManager.newBaseManager();
  private final TinyProblem problem = new TinyProblem(manager, 1);
  private final List<String> seen = new ArrayList<>();

  @AfterEach
  void close() {
    manager.close();
  }

  private Training opened;

  /** Trains the weighted sum; a weight of {@link #POISON} diverges. */
  private final class Sum implements SearchedTraining.Trainee {
    private final Network network = problem.network("network");
    private final Adam adam = new Adam();

    @Override
    public Model model() {
      return network;
    }

    @Override
    public List<Parameter> parameters() {
      return network.parameters();
    }

    @Override
    public void restart() {
      adam.reset();
      seen.add("starts from " + network.parameters().get(0).value().toFloatArray()[0]);
    }

    @Override
    public Map<String, Double> measures() {
      return Map.of("answer", 42.0);
    }

    @Override
    public ModelTraining.Step step(double[] lossWeights) {
      int[] steps = {0};
      return (batch, rate) -> {
        if (steps[0]++ == 0) {
          seen.add(lossWeights[0] + "/" + lossWeights[1] + " at " + rate);
        }
        TaskLosses losses = TaskLosses.of(network, batch, problem.tasks());
        if (lossWeights[0] == POISON) {
          throw new DivergedException("a loss", Double.NaN, batch.epoch(), batch.index());
        }
        Backward.run(losses.weightedSum(lossWeights));
        ParameterUpdates.apply(network.parameters(), adam, rate);
        return losses.vector();
      };
    }
  }

  private SearchedTraining training(boolean rates, List<List<Double>> candidates) {
    return new SearchedTraining(
        TrainingConfig.adam(4, 5e-2, 1, 1),
        new SearchConfig(2, 0.5, rates, List.of(1e-9, 5e-2)),
        new Artefact("candidate", JsonNodeFactory.instance.objectNode()),
        "weights",
        candidates);
  }

  private List<EpochReport> run(SearchedTraining training, Budget budget) {
    List<EpochReport> reports = new ArrayList<>();
    opened = training.open(new Sum(), problem);
    List<Phase> phases = training.phases(budget, problem.context().dataset(), 7);
    for (int i = 0; i < phases.size(); i++) {
      PhaseRun run = opened.phases().get(i);
      run.begin();
      for (int epoch = 1; epoch <= phases.get(i).epochs(); epoch++) {
        reports.add(run.epoch(phases.get(i), epoch));
      }
    }
    return reports;
  }

  @Test
  void searchesWeightsThenRatesThenTrainsWithBest() {
    // weights of zero learn nothing
    SearchedTraining training = training(true, List.of(List.of(0.0, 0.0), List.of(1.0, 1.0)));
    List<EpochReport> reports = run(training, Budget.FULL);

    assertThat(reports).hasSize(2 + 2 + 2 + 2 + 4);
    String start = seen.get(0);
    assertThat(start).startsWith("starts from ");
    assertThat(seen)
        .containsExactly(
            start,
            "0.0/0.0 at 0.05",
            "0.0/0.0 at 0.05",
            start,
            "1.0/1.0 at 0.05",
            "1.0/1.0 at 0.05",
            start,
            "1.0/1.0 at 1.0E-9",
            "1.0/1.0 at 1.0E-9",
            start,
            "1.0/1.0 at 0.05",
            "1.0/1.0 at 0.05",
            start,
            "1.0/1.0 at 0.05",
            "1.0/1.0 at 0.05",
            "1.0/1.0 at 0.05",
            "1.0/1.0 at 0.05");
    // the same weights at the same rate give the same bits
    assertThat(reports.get(6).losses()).isEqualTo(reports.get(2).losses());
    assertThat(problem.registered())
        .contains("note: chosen on validation: weights 1, 1; learning-rate 0.05");
    assertThat(opened.result()).isNotNull();
    assertThat(reports).allMatch(report -> report.measures().get("answer") == 42);
  }

  @Test
  void budgetScalesPhasesAndOnlyLastIsMain() {
    List<Phase> phases =
        training(true, List.of(List.of(0.0, 0.0), List.of(1.0, 1.0)))
            .phases(new Budget(0.5), problem.context().dataset(), 7);
    assertThat(phases)
        .extracting(Phase::name)
        .containsExactly(
            "weights 1/2 (0, 0)",
            "weights 2/2 (1, 1)",
            "learning-rate 1/2 (1E-9)",
            "learning-rate 2/2 (0.05)",
            "train");
    assertThat(phases).extracting(Phase::epochs).containsExactly(1, 1, 1, 1, 2);
    assertThat(phases).filteredOn(p -> p.kind() == Phase.Kind.MAIN).hasSize(1);
    assertThat(phases).allMatch(p -> p.addedMultiplyAdds() == 7);
  }

  @Test
  void usesSingleCandidateWithoutSearch() {
    SearchedTraining training = training(false, List.of(List.of(1.0, 1.0)));
    assertThat(run(training, Budget.FULL)).hasSize(4);
    assertThat(problem.registered()).noneMatch(name -> name.startsWith("note"));
  }

  @Test
  void excludesDivergedCandidate() {
    SearchedTraining training = training(false, List.of(List.of(POISON, 0.0), List.of(1.0, 1.0)));
    List<EpochReport> reports = run(training, Budget.FULL);
    assertThat(reports.get(0).measures()).containsEntry("diverged", 1.0);
    assertThat(reports.get(1).measures()).containsEntry("diverged", 1.0);
    assertThat(seen).filteredOn(line -> line.startsWith("1234")).hasSize(1);
    assertThat(problem.registered()).contains("note: chosen on validation: weights 1, 1");
  }

  @Test
  void divergesIfAllCandidatesDiverge() {
    SearchedTraining training =
        training(false, List.of(List.of(POISON, 0.0), List.of(POISON, 1.0)));
    assertThatThrownBy(() -> run(training, Budget.FULL))
        .isInstanceOf(DivergedException.class)
        .hasMessage("every candidate of the search for weights diverged");
  }

  @Test
  void searchResumesWithSavedScores() {
    List<List<Double>> candidates = List.of(List.of(0.0, 0.0), List.of(1.0, 1.0));
    SearchedTraining maker = training(true, candidates);
    run(maker, Budget.FULL);
    List<Phase> phases = maker.phases(Budget.FULL, problem.context().dataset(), 0);
    assertThat(phases.subList(0, 4)).allMatch(phase -> phase.artefact().isPresent());
    assertThat(phases.get(4).artefact()).isEmpty();

    seen.clear();
    List<PhaseRun> made = opened.phases();
    List<PhaseRun> reused = training(true, candidates).open(new Sum(), problem).phases();
    for (int i = 0; i < 4; i++) {
      score(made.get(i)).copyTo(score(reused.get(i)));
    }
    reused.get(4).begin();
    reused.get(4).epoch(phases.get(4), 1);
    assertThat(seen).endsWith("1.0/1.0 at 0.05");
  }

  private static NDArray score(PhaseRun run) {
    return run.artefact().parameters().get(0).value();
  }

  @Test
  void memoryDoesNotGrowBetweenCandidates() {
    SearchedTraining training = training(true, List.of(List.of(0.0, 0.0), List.of(1.0, 1.0)));
    List<PhaseRun> runs = training.open(new Sum(), problem).phases();
    List<Phase> phases = training.phases(Budget.FULL, problem.context().dataset(), 0);
    List<Integer> arrays = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      runs.get(i).begin();
      runs.get(i).epoch(phases.get(i), 1);
      arrays.add(manager.getManagedArrays().size());
    }
    assertThat(arrays).hasSize(5).containsOnly(arrays.get(0));
  }
}
