package org.mtlbench.methods.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.EpochReport;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.methods.ls.LsPlugin;
import org.mtlbench.methods.neuronrow.HostRows;
import org.mtlbench.testkit.TinyProblem;
import org.mtlbench.testkit.TinyTraining;
import org.mtlbench.toolbox.config.ConfigBinder;

/** On a network with one hidden layer of 12 rows; input and output layers have 1 and 12. */
class PruneAndRetrainTest {
  private static final String SHORT =
      "'batch-size': 60, 'learning-rate': 0.02, 'selection': 'last'";
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private static <C extends Record> Method method(
      MethodPlugin<C> plugin, String config, TinyProblem problem) {
    return plugin.create(bound(plugin, config), problem.context());
  }

  private static <C extends Record> C bound(MethodPlugin<C> plugin, String config) {
    try {
      ObjectNode node =
          (ObjectNode) new JsonMapper().readTree("{" + config.replace('\'', '"') + "}");
      return ConfigBinder.bind(plugin.defaults(), node, "config");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(config, e);
    }
  }

  private TinyTraining train(MethodPlugin<?> plugin, String config) {
    TinyProblem problem = new TinyProblem(manager, 1);
    return TinyTraining.of(method(plugin, SHORT + ", " + config, problem), problem);
  }

  private static Parameter hidden(TinyTraining training) {
    return training.model().parameters().stream()
        .filter(parameter -> parameter.hasRows() && parameter.rowCount() == 12)
        .findFirst()
        .orElseThrow();
  }

  private static List<Integer> zeroRows(TinyTraining training) {
    double[] norms = HostRows.of(hidden(training)).norms();
    List<Integer> zero = new ArrayList<>();
    for (int row = 0; row < norms.length; row++) {
      if (norms[row] == 0) {
        zero.add(row);
      }
    }
    return zero;
  }

  private static double[] numbers(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static List<Double> sparsity(TinyTraining training) {
    return training.reports().stream().map(report -> report.measures().get("sr")).toList();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.25, 0.5, 0.9})
  void prunesConfiguredShareOfHiddenRows(double share) {
    TinyTraining training =
        train(new MagnitudePruningPlugin(), "'epochs': 4, 'sparsity': " + share);
    assertThat(zeroRows(training)).hasSize((int) (share * 12));
    assertThat(training.model().parameters())
        .filteredOn(parameter -> parameter.hasRows() && parameter != hidden(training))
        .allSatisfy(parameter -> assertThat(HostRows.of(parameter).norms()).doesNotContain(0));
  }

  @Test
  void prunesAfterFirstPhaseOrBetweenItsEpochs() {
    String config = "'epochs': 6, 'sparsity': 0.5, 'retrain-share': 0.34";
    List<Double> once = sparsity(train(new MagnitudePruningPlugin(), config));
    // 6 rows; 4 epochs of search: the validated networks of the search have 0, 3, 5 and 5 zero rows
    List<Double> gradual =
        sparsity(train(new MagnitudePruningPlugin(), config + ", 'pruning': 'cubic'"));
    double end = once.get(5);
    assertThat(end).isPositive();
    double row = end / 6;
    assertThat(once).containsExactly(0.0, 0.0, 0.0, 0.0, end, end);
    assertThat(numbers(gradual))
        .containsExactly(new double[] {0, 3 * row, 5 * row, 5 * row, end, end}, within(1e-12));
  }

  @Test
  void firstPhaseTrainsAsLinearScalarisation() {
    TinyTraining pruned =
        train(
            new MagnitudePruningPlugin(),
            "'epochs': 6, 'schedule': 'constant', 'weights': [0.7, 0.3]");
    TinyTraining ls =
        train(new LsPlugin(), "'epochs': 3, 'schedule': 'constant', 'weights': [0.7, 0.3]");
    assertThat(losses(pruned).subList(0, 3)).isEqualTo(losses(ls));
  }

  private static List<List<Double>> losses(TinyTraining training) {
    return training.reports().stream()
        .map(EpochReport::losses)
        .map(losses -> List.of(losses[0], losses[1]))
        .toList();
  }

  @Test
  void groupLassoKeepsZeroPatternInRetraining() {
    TinyTraining training = train(new GroupLassoPlugin(), "'epochs': 8, 'lambda': 3");
    List<Double> sparsity = sparsity(training);
    assertThat(sparsity.get(3)).isPositive();
    assertThat(sparsity.subList(4, 8)).containsOnly(sparsity.get(3));
    assertThat(zeroRows(training)).isNotEmpty().hasSizeLessThan(12);
    assertThat(training.meanAccuracy()).isGreaterThan(0.8);
  }

  @Test
  void largerPenaltyPrunesMoreRows() {
    List<Integer> rows =
        List.of("0", "2.5", "3", "100").stream()
            .map(lambda -> train(new GroupLassoPlugin(), "'epochs': 8, 'lambda': " + lambda))
            .map(training -> zeroRows(training).size())
            .toList();
    assertThat(rows).isSorted().startsWith(0).endsWith(12);
  }

  @Test
  void notesLayersWithoutRows() {
    TinyProblem problem = new TinyProblem(manager, 1);
    TinyTraining.of(
        method(new GroupLassoPlugin(), SHORT + ", 'epochs': 2, 'lambda': 1000", problem), problem);
    assertThat(problem.registered())
        .contains("note: all neuron rows of trunk.linear.weight are zero");
  }

  @Test
  void phasesShareTheEpochsOfOtherMethods() {
    TinyProblem problem = new TinyProblem(manager, 1);
    for (int epochs = 2; epochs <= 9; epochs++) {
      for (String share : List.of("0", "0.3", "0.77", "1")) {
        Procedure procedure =
            (Procedure)
                method(
                    new MagnitudePruningPlugin(),
                    "'epochs': " + epochs + ", 'retrain-share': " + share,
                    problem);
        List<Phase> phases = procedure.phases(Budget.FULL);
        assertThat(phases).allMatch(phase -> phase.epochs() >= 1);
        assertThat(Phase.reportedEpochs(phases)).isEqualTo(epochs);
      }
    }
  }

  @Test
  void rejectsInvalidConfigs() {
    rejects("'epochs': 1", "epochs: found 1, expected at least 2, one for each phase");
    rejects("'sparsity': 1", "sparsity: found 1, expected a number from 0 to below 1");
    rejects("'weights': [0, 0]", "weights: found [0.0, 0.0], expected at least one weight");
    TinyProblem problem = new TinyProblem(manager, 1);
    GroupLassoPlugin plugin = new GroupLassoPlugin();
    assertThat(plugin.check(bound(plugin, "'weights': [1]"), problem.context().dataset()))
        .extracting(Problem::message)
        .containsExactly("weights: found [1.0], expected 2 numbers, one per task, or none");
  }

  private static void rejects(String config, String message) {
    assertThatThrownBy(() -> bound(new MagnitudePruningPlugin(), config))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining(message);
  }
}
