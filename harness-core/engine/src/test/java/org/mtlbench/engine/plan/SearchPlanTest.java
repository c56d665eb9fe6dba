package org.mtlbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.engine.cost.Throughput;
import org.mtlbench.engine.fixtures.ServiceFileLoader;
import org.mtlbench.engine.fixtures.ToyBundle;
import org.mtlbench.engine.fixtures.ToyWindow;
import org.mtlbench.engine.matrix.MatrixReader;
import org.mtlbench.engine.plugins.PluginLoader;
import org.mtlbench.engine.plugins.PluginRegistry;

class SearchPlanTest {
  private static final String RATES = "search: {trials: 3, over: {learning-rate: [1e-4, 1e-2]}}\n";

  @TempDir Path folder;
  private PluginRegistry registry;

  @BeforeEach
  void load() throws IOException {
    registry =
        PluginLoader.load(
            new ServiceFileLoader(
                folder, ToyBundle.class.getName(), ToyWindow.Offered.class.getName()));
  }

  private Plan plan(Throughput throughput, String yaml) {
    try {
      Path file = Files.writeString(folder.resolve("m.yaml"), yaml);
      return new Planner(throughput)
          .plan(
              MatrixReader.read(file),
              registry,
              Overrides.NONE,
              new DataAccess(folder, folder, false));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Plan plan(String methods, String rest) {
    return plan(Throughput.UNKNOWN, matrix(methods, rest));
  }

  private static String matrix(String methods, String rest) {
    return "name: tuned\ndatasets: [toy-digits]\narchitectures: [toy-shared]\nmethods: ["
        + methods
        + "]\n"
        + rest;
  }

  private List<String> problems(String methods, String rest) {
    return catchThrowableOfType(InvalidConfigException.class, () -> plan(methods, rest))
        .problems()
        .stream()
        .map(Problem::message)
        .toList();
  }

  private static List<ObjectNode> trials(PlannedCell cell) {
    return cell.spec().search().orElseThrow().trials();
  }

  @Test
  void limitsTrialsAndProbes() {
    String seeds =
        "seeds: ["
            + IntStream.range(0, 1000).mapToObj(String::valueOf).collect(Collectors.joining(", "))
            + "]\n";
    assertThat(problems("toy-equal", RATES.replace("3", "100") + seeds))
        .containsExactly(
            "matrix: found 1 rows, 1000 cells with their seeds, each with 100 trials, expected at"
                + " most 100000 cells and trials");
    String values =
        IntStream.range(1, 2001).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    String methods =
        IntStream.range(1, 1001)
            .mapToObj(i -> "{id: toy-equal, config: {epochs: " + i + "}}")
            .collect(Collectors.joining(", "));
    assertThat(
            problems(
                methods, "search: {trials: 3, over: {batch-size: {values: [" + values + "]}}}\n"))
        .containsExactly(
            "search.over: found 2000 values for 1000 rows, expected at most 1000000 values times"
                + " rows");
  }

  @Test
  void allMethodsTrySameValues() {
    Plan plan = plan("toy-equal, toy-sum", RATES);

    List<ObjectNode> trials = trials(plan.cells().get(0));
    assertThat(trials(plan.cells().get(1))).isEqualTo(trials);
    assertThat(trials).hasSize(3).doesNotHaveDuplicates();
    assertThat(trials)
        .allSatisfy(
            values -> {
              assertThat(values.size()).isEqualTo(1);
              assertThat(values.get("learning-rate").doubleValue()).isBetween(1e-4, 1e-2);
            });
  }

  @Test
  void drawsAreStable() {
    assertThat(trials(plan("toy-equal", RATES).cells().get(0)).toString())
        .as("results name what was tried; another draw would be another experiment")
        .isEqualTo(
            "[{\"learning-rate\":0.009764}, {\"learning-rate\":0.007425},"
                + " {\"learning-rate\":9.393E-4}]");
  }

  @Test
  void drawsDependOnSeedButNotOnOtherTrialsOrKeys() {
    List<ObjectNode> trials = trials(plan("toy-equal", RATES).cells().get(0));

    assertThat(trials(plan("toy-equal", RATES.replace("3", "5")).cells().get(0)).subList(0, 3))
        .isEqualTo(trials);
    List<ObjectNode> more =
        trials(
            plan("toy-equal", RATES.replace("over: {", "over: {momentum: [0, 1], "))
                .cells()
                .get(0));
    assertThat(more)
        .extracting(values -> values.get("learning-rate"))
        .isEqualTo(trials.stream().map(values -> values.get("learning-rate")).toList());
    assertThat(trials(plan("toy-equal", RATES + "seeds: [1]\n").cells().get(0)))
        .doesNotContainAnyElementsOf(trials);
  }

  @Test
  void drawsIntegersForIntegerKeysAndListedValues() {
    String search =
        "search: {trials: 20, over: {epochs: [10, 20], optimiser: {values: [adam, sgd]},"
            + " momentum: [0, 1]}}\n";

    assertThat(trials(plan("toy-equal", search).cells().get(0)))
        .allSatisfy(
            values -> {
              assertThat(values.get("epochs").isIntegralNumber()).isTrue();
              assertThat(values.get("epochs").intValue()).isBetween(10, 20);
              assertThat(values.get("momentum").isFloatingPointNumber()).isTrue();
              assertThat(values.get("optimiser").textValue()).isIn("adam", "sgd");
            })
        .extracting(values -> values.get("optimiser").textValue())
        .contains("adam", "sgd");
  }

  @Test
  void trialsHaveBudgetAndNamesInOrder() {
    PlannedCell cell =
        plan(
                "toy-stages",
                """
                budget: 0.5
                search: {trials: 2, budget: 0.2, over: {pattern: {values: [flat]}}}
                """)
            .cells()
            .get(0);

    assertThat(cell.trials()).containsExactly(stages(1, 3), stages(1, 3));
    assertThat(cell.phases()).isEqualTo(stages(5, 15));
    assertThat(cell.allPhases())
        .extracting(Phase::name)
        .containsExactly(
            "trial 1/2: search",
            "trial 1/2: main",
            "trial 2/2: search",
            "trial 2/2: main",
            "search",
            "main");
    assertThat(cell.allPhases())
        .extracting(Phase::kind)
        .startsWith(Phase.Kind.SEARCH, Phase.Kind.SEARCH, Phase.Kind.SEARCH, Phase.Kind.SEARCH)
        .endsWith(Phase.Kind.SEARCH, Phase.Kind.MAIN);
  }

  private static List<Phase> stages(int search, int main) {
    return List.of(
        new Phase("search", Phase.Kind.SEARCH, search, 9, 0.5),
        new Phase("main", Phase.Kind.MAIN, main, 30, 1));
  }

  @Test
  void estimatesIncludeTrials() {
    Throughput throughput = new Throughput(1e6);
    double start = 2;
    double alone =
        plan(throughput, matrix("toy-equal", "")).cells().get(0).estimatedSeconds() - start;

    String search = RATES.replace("trials: 3", "trials: 3, budget: 0.1");
    double tuned = plan(throughput, matrix("toy-equal", search)).cells().get(0).estimatedSeconds();

    assertThat(tuned).isCloseTo(start + 1.3 * alone, within(1e-6));
  }

  @Test
  void idsAndMatrixHashDependOnSearch() {
    Plan untuned = plan("toy-equal", "");
    List<Plan> tuned =
        List.of(
            plan("toy-equal", RATES),
            plan("toy-equal", RATES.replace("3", "4")),
            plan("toy-equal", RATES.replace("1e-2", "1e-1")),
            plan("toy-equal", RATES.replace("trials: 3", "trials: 3, budget: 0.5")),
            plan("toy-equal", RATES.replace("over: {", "over: {decay: [0.1, 0.5], ")));

    assertThat(IntStream.rangeClosed(0, 5).mapToObj(i -> i == 5 ? untuned : tuned.get(i)))
        .extracting(plan -> plan.cells().get(0).spec().id())
        .doesNotHaveDuplicates();
    assertThat(IntStream.rangeClosed(0, 5).mapToObj(i -> i == 5 ? untuned : tuned.get(i)))
        .extracting(Plan::matrixHash)
        .doesNotHaveDuplicates();
    String alike =
        "search: {over: {learning-rate: [0.0001, 0.010]}, budget: 1, trials: 3}\nseeds: [0]\n";
    assertThat(plan("toy-equal", alike).cells()).isEqualTo(tuned.get(0).cells());
    assertThat(untuned.cells().get(0).spec().search()).isEmpty();
  }

  @Test
  void longFormGivesSameCells() {
    Plan plan =
        plan(
            "toy-equal, toy-sum",
            "search: {trials: 2, budget: 0.3, over: {epochs: [10, 200], momentum: {values: [0,"
                + " 0.9]}}}\n");

    assertThat(plan(Throughput.UNKNOWN, plan.matrix().toString())).isEqualTo(plan);
  }

  @Test
  void rejectsKeyThatMethodLacks() {
    assertThat(problems("toy-equal, toy-stages, toy-sum", RATES.replace("learning-rate", "k")))
        .containsExactly(
            "search.over.k: found a key that the methods toy-equal, toy-sum lack, expected a key"
                + " that every method has, but these have none in common");
    assertThat(problems("toy-equal, toy-sum", RATES.replace("learning-rate", "learning-rat")))
        .singleElement()
        .asString()
        .startsWith(
            "search.over.learning-rat: found a key that the methods toy-equal, toy-sum lack,"
                + " expected a key that every method has, one of epochs, batch-size,")
        .endsWith("(nearest: 'learning-rate')");
  }

  @Test
  void checksBothEndsOfRangesWithAllMethods() {
    assertThat(
            problems(
                "toy-equal, toy-sum",
                "search: {trials: 1, over: {learning-rate: [-1, 1], epochs: [0.5, 2], decay: [1,"
                    + " 2], optimiser: [0, 1], selection: {values: [best, worst]}}}\n"))
        .containsExactly(
            "search.over.learning-rate[0]: found -1, expected a finite number greater than 0",
            "search.over.epochs[0]: found 0.5, expected a whole number from -2147483648 to"
                + " 2147483647",
            "search.over.decay[1]: found 2, expected a number from 0.0 to 1.0",
            "search.over.optimiser[0]: found 0, expected one of adam, sgd",
            "search.over.optimiser[1]: found 1, expected one of adam, sgd",
            "search.over.selection.values[1]: found \"worst\", expected one of best," + " last");
  }

  @Test
  void checksRangesAgainstDatasets() {
    assertThat(
            problems(
                "toy-stages",
                "search: {trials: 1, over: {k: {values: [[0.2, 0.3, 0.5], [0.5, 0.5]]}}}\n"))
        .containsExactly(
            "search.over.k.values[1]: found 2 numbers, expected 3 numbers, on dataset toy-digits");
  }

  @Test
  void rejectsIncompatibleValues() {
    assertThat(
            problems("toy-window", "search: {trials: 100, over: {from: [0, 60], to: [40, 100]}}\n"))
        .singleElement()
        .asString()
        .startsWith("search.over: found trial ")
        .contains(" of seed 0, {\"from\":")
        .contains("expected values that the method toy-window accepts together (from: found ");
  }

  @Test
  void rejectsKeySearchedByMethodItself() {
    String search = "search: {trials: 1, over: {from: [0, 50]}}\n";

    assertThat(plan("toy-window", search).cells()).hasSize(1);
    assertThat(problems("{id: toy-window, config: {search-from: true}}", search))
        .containsExactly(
            "search.over.from: found a key that the method toy-window tunes itself"
                + " (search-from is true), expected a key that no method tunes itself");
  }
}
