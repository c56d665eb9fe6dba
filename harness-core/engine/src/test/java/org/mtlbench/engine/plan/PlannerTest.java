package org.mtlbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.engine.fixtures.BrokenBundles;
import org.mtlbench.engine.fixtures.ServiceFileLoader;
import org.mtlbench.engine.fixtures.ToyBundle;
import org.mtlbench.engine.matrix.MatrixReader;
import org.mtlbench.engine.plugins.PluginLoader;
import org.mtlbench.engine.plugins.PluginRegistry;
import org.mtlbench.spi.config.InvalidConfigException;
import org.mtlbench.spi.config.Problem;
import org.mtlbench.spi.method.Phase;

class PlannerTest {
  private static final String MATRIX =
      """
      name: toys
      datasets: [toy-digits]
      architectures: [toy-shared, toy-watched]
      methods: [toy-equal, {id: toy-stages, label: Staged, config: {k: [0.2, 0.3, 0.5]}}]
      seeds: [3, 4]
      budget: 0.5
      """;

  @TempDir Path folder;
  private PluginRegistry registry;

  @BeforeEach
  void load() throws IOException {
    registry = PluginLoader.load(new ServiceFileLoader(folder, ToyBundle.class.getName()));
  }

  private Plan plan(String yaml, Overrides overrides) {
    try {
      Path file = Files.writeString(folder.resolve("m.yaml"), yaml);
      return new Planner(Throughput.UNKNOWN).plan(MatrixReader.read(file), registry, overrides);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Plan plan(String yaml) {
    return plan(yaml, Overrides.NONE);
  }

  private List<String> problems(String yaml) {
    return catchThrowableOfType(InvalidConfigException.class, () -> plan(yaml)).problems().stream()
        .map(Problem::message)
        .toList();
  }

  private static String one(String dataset, String architecture, String method, String rest) {
    return "name: one\ndatasets: [%s]\narchitectures: [%s]\nmethods: [%s]\n%s"
        .formatted(dataset, architecture, method, rest);
  }

  private String id(String dataset, String method, String rest) {
    return plan(one(dataset, "toy-shared", method, rest)).cells().get(0).spec().id();
  }

  @Test
  void spreadsTheCrossProductSeedBySeed() {
    Plan plan = plan(MATRIX);

    assertThat(plan.cells())
        .extracting(
            cell ->
                cell.spec().seed()
                    + " "
                    + cell.spec().architecture().id()
                    + " "
                    + cell.spec().label())
        .containsExactly(
            "3 toy-shared Equal",
            "3 toy-watched Equal",
            "3 toy-shared Staged",
            "3 toy-watched Staged",
            "4 toy-shared Equal",
            "4 toy-watched Equal",
            "4 toy-shared Staged",
            "4 toy-watched Staged");
    assertThat(plan.name()).isEqualTo("toys");
    assertThat(plan.cells())
        .allSatisfy(
            cell -> {
              assertThat(cell.spec().id()).matches("[0-9a-f]{16}");
              assertThat(cell.spec().budget()).isEqualTo(0.5);
              assertThat(cell.estimatedSeconds()).isNaN();
            });
    assertThat(plan.cells()).extracting(cell -> cell.spec().id()).doesNotHaveDuplicates();
  }

  @Test
  void givesTheEffectiveConfigAndPhasesOfEveryKindOfMethod() {
    Plan plan =
        plan(
            one(
                "{id: toy-digits, config: {rotation: 20}}",
                "toy-shared",
                "toy-equal, toy-sum, {id: toy-stages, config: {pattern: very-steep}}",
                "budget: 0.1\n"));

    assertThat(plan.cells().get(0).spec().dataset().config())
        .hasToString("{\"rotation\":20,\"seed\":42}");
    assertThat(plan.cells().get(0).spec().method().config().get("learning-rate").doubleValue())
        .isEqualTo(1e-3);
    assertThat(plan.cells().get(2).spec().method().config())
        .hasToString(
            "{\"k\":[],\"pattern\":\"very-steep\",\"search-epochs\":9,\"main-epochs\":30}");
    assertThat(plan.cells())
        .extracting(PlannedCell::phases)
        .containsExactly(
            List.of(new Phase("train", Phase.Kind.MAIN, 10, 100, 1)),
            List.of(new Phase("train", Phase.Kind.MAIN, 5, 50, 5.0 / 3)),
            List.of(
                new Phase("search", Phase.Kind.SEARCH, 1, 9, 0.5),
                new Phase("main", Phase.Kind.MAIN, 3, 30, 1)));
  }

  @Test
  void laysTheFirstMatchingOverrideOverTheConfigKeyByKey() {
    Plan plan =
        plan(
            """
            name: m
            datasets: [toy-digits, toy-scenes]
            architectures: [toy-shared, toy-watched]
            methods:
              - id: toy-stages
                config: {main-epochs: 7, pattern: very-steep}
                overrides:
                  - when: {dataset: toy-digits, architecture: toy-watched}
                    config: {main-epochs: 8}
                  - when: {dataset: toy-digits}
                    config: {pattern: flat}
            """);

    assertThat(plan.cells())
        .extracting(
            cell ->
                cell.spec().dataset().id()
                    + " "
                    + cell.spec().architecture().id()
                    + " "
                    + cell.spec().method().config().get("main-epochs")
                    + " "
                    + cell.spec().method().config().get("pattern").textValue())
        .containsExactly(
            "toy-digits toy-shared 7 flat",
            "toy-digits toy-watched 8 very-steep",
            "toy-scenes toy-shared 7 very-steep",
            "toy-scenes toy-watched 7 very-steep");
  }

  @Test
  void singleRowsStandBesideTheCrossProductAndDuplicatesAppearOnce() {
    Plan plan =
        plan(
            one("toy-digits", "toy-shared", "toy-equal", "")
                + """
                cells:
                  - {dataset: toy-digits, architecture: toy-shared, method: toy-equal}
                  - {dataset: toy-scenes, architecture: toy-watched, method: toy-sum}
                """);

    assertThat(plan.cells())
        .extracting(cell -> cell.spec().dataset().id() + " " + cell.spec().method().id())
        .containsExactly("toy-digits toy-equal", "toy-scenes toy-sum");
  }

  @Test
  void anIdDependsOnEverythingThatMakesTheResult() {
    String id = id("toy-digits", "toy-equal", "");

    assertThat(id).isNotEqualTo(id("toy-scenes", "toy-equal", ""));
    assertThat(id).isNotEqualTo(id("{id: toy-digits, config: {rotation: 1}}", "toy-equal", ""));
    assertThat(id).isNotEqualTo(id("toy-digits", "toy-sum", ""));
    assertThat(id).isNotEqualTo(id("toy-digits", "{id: toy-equal, config: {decay-every: 11}}", ""));
    assertThat(id).isNotEqualTo(id("toy-digits", "toy-equal", "seeds: [1]\n"));
    assertThat(id).isNotEqualTo(id("toy-digits", "toy-equal", "budget: 0.9\n"));
    assertThat(plan(one("toy-digits", "toy-watched", "toy-equal", "")).cells().get(0).spec().id())
        .isNotEqualTo(id);
  }

  @Test
  void anIdDependsOnNothingElse() {
    String id = id("toy-digits", "toy-equal", "");

    assertThat(id("{id: toy-digits, config: {seed: 42, rotation: 0}}", "toy-equal", ""))
        .isEqualTo(id);
    assertThat(id("toy-digits", "{id: toy-equal, label: Other}", "")).isEqualTo(id);
    assertThat(
            id(
                "toy-digits",
                "{id: toy-equal, config: {decay-every: 10, decay: 0.50}}",
                "budget: 1\n"))
        .isEqualTo(id);
    assertThat(id("toy-digits", "{id: toy-equal, config: {weight-decay: 0}}", "seeds: [0]\n"))
        .isEqualTo(id);
    assertThat(
            id("toy-digits", "{id: toy-equal, config: {learning-rate: 1e-3}}", "description: d\n"))
        .isEqualTo(id);
  }

  /**
   * The SHA-256, by another program, of the text {@code {"architecture":{"config":{},...},
   * "budget":1,...,"seed":0}}. Resuming run folders depends on it.
   */
  @Test
  void idsStayAsTheyAre() {
    assertThat(id("toy-digits", "{id: toy-stages, config: {k: [0.2, 0.3, 0.5]}}", ""))
        .isEqualTo("e0c67469a2c57582");
  }

  @Test
  void anExtendedMatrixKeepsItsHash() {
    String hash = plan(MATRIX).matrixHash();

    assertThat(hash).matches("[0-9a-f]{8}");
    assertThat(plan(MATRIX).folder()).isEqualTo("toys-" + hash);
    assertThat(plan(MATRIX.replace("[3, 4]", "[3, 4, 5]")).matrixHash()).isEqualTo(hash);
    assertThat(plan(MATRIX.replace("[toy-equal,", "[toy-equal, toy-sum,")).matrixHash())
        .isEqualTo(hash);
    assertThat(
            plan(MATRIX
                    + "cells: [{dataset: toy-scenes, architecture: toy-shared, method: toy-sum}]")
                .matrixHash())
        .isEqualTo(hash);
    assertThat(plan(MATRIX, new Overrides(OptionalLong.of(9), OptionalDouble.empty())).matrixHash())
        .isEqualTo(hash);
    assertThat(plan(MATRIX.replace("[toy-shared, toy-watched]", "[toy-watched, toy-shared]")))
        .extracting(Plan::matrixHash)
        .isEqualTo(hash);
  }

  @Test
  void anotherMatrixHasAnotherHash() {
    String hash = plan(MATRIX).matrixHash();

    for (String other :
        List.of(
            MATRIX.replace("name: toys", "name: games"),
            MATRIX.replace("[toy-digits]", "[toy-digits, {id: toy-digits, config: {rotation: 9}}]"),
            MATRIX.replace("[toy-digits]", "[{id: toy-digits, config: {rotation: 9}}]"),
            MATRIX.replace("[toy-shared, toy-watched]", "[toy-shared]"),
            MATRIX.replace("budget: 0.5", "budget: 0.6"))) {
      assertThat(plan(other).matrixHash()).isNotEqualTo(hash);
    }
    assertThat(
            plan(MATRIX, new Overrides(OptionalLong.empty(), OptionalDouble.of(0.6))).matrixHash())
        .isNotEqualTo(hash);
  }

  @Test
  void theCommandLineReplacesSeedsAndBudget() {
    Plan plan = plan(MATRIX, new Overrides(OptionalLong.of(-7), OptionalDouble.of(0.02)));

    assertThat(plan.cells())
        .hasSize(4)
        .allSatisfy(
            cell -> {
              assertThat(cell.spec().seed()).isEqualTo(-7);
              assertThat(cell.spec().budget()).isEqualTo(0.02);
            });
    assertThat(plan.matrix().get("seeds")).hasToString("[-7]");
    assertThat(plan.matrix().get("budget")).hasToString("0.02");
    assertThat(plan.cells().get(0).phases().get(0).epochs()).isEqualTo(2);
  }

  @Test
  void theLongFormIsPlannedToTheSameCells() {
    Plan plan = plan(MATRIX);

    Plan again = plan(plan.matrix().toString());

    assertThat(again).isEqualTo(plan);
  }

  @Test
  void refusesAnImpossibleBudgetOfTheCommandLine() {
    assertThat(
            catchThrowableOfType(
                InvalidConfigException.class,
                () -> plan(MATRIX, new Overrides(OptionalLong.empty(), OptionalDouble.of(0)))))
        .hasMessage("--budget: found 0.0, expected a number greater than 0, at most 1000");
  }

  @Test
  void namesTheNearestPlugin() {
    assertThat(problems(one("toy-digit", "toy-share", "toy-stage", "")))
        .containsExactly(
            "datasets[0]: found 'toy-digit', expected one of toy-digits, toy-scenes (nearest:"
                + " 'toy-digits')",
            "architectures[0]: found 'toy-share', expected one of toy-shared, toy-watched (nearest:"
                + " 'toy-shared')",
            "methods[0]: found 'toy-stage', expected one of toy-equal, toy-stages, toy-sum"
                + " (nearest: 'toy-stages')");
  }

  @Test
  void mentionsBundlesThatCouldNotBeLoaded() throws IOException {
    registry =
        PluginLoader.load(
            new ServiceFileLoader(
                folder, ToyBundle.class.getName(), BrokenBundles.Throwing.class.getName()));

    assertThat(problems(one("toy-digits", "toy-shared", "toy-licensed", "")))
        .singleElement()
        .asString()
        .contains("nearest: '")
        .endsWith("; 1 bundle could not be loaded, see the list of plugins");
  }

  @Test
  void reportsEveryMistakeOfAFileAtOnce() {
    String yaml =
        """
        name: m
        datasets: [toy-digits, toy-scenes, {id: toy-digits, config: {rotation: 100}}]
        architectures: [toy-shared, {id: toy-watched, config: {depth: 3}}]
        methods:
          - toy-eqal
          - {id: toy-equal, config: {learning-rat: 0.1, epochs: 1.5}}
          - {id: toy-stages, config: {k: [0.6, 0.5]}}
          - {id: toy-stages, config: {k: [0.5, 0.5]}}
          - id: toy-stages
            config: {main-epochs: 0}
            overrides:
              - {when: {dataset: toy-digits}, config: {search-epochs: 0, main-epochs: 4}}
              - {when: {dataset: toy-scene}, config: {k: [-1]}}
        cells:
          - {dataset: toy-digits, architecture: toy-shared, method: {id: toy-sum, config: {optimiser: adm}}}
        seeds: [0, 0]
        serach: {}
        """;

    assertThat(problems(yaml))
        .extracting(message -> message.substring(0, message.indexOf(": found")))
        .containsExactlyInAnyOrder(
            "serach",
            "seeds[1]",
            "datasets[2].config.rotation",
            "architectures[1].config.depth",
            "methods[0]",
            "methods[1].config.learning-rat",
            "methods[1].config.epochs",
            "methods[2].config.k",
            "methods[3].config.k",
            "methods[3].config.k",
            "methods[4].overrides[0].config.search-epochs",
            "methods[4].overrides[1].when.dataset",
            "methods[4].overrides[1].config.k",
            "methods[4].config.main-epochs",
            "cells[0].method.config.optimiser");
  }

  @Test
  void checksAConfigAgainstEveryDataset() {
    assertThat(
            problems(
                one(
                    "toy-digits, toy-scenes",
                    "toy-shared",
                    "{id: toy-stages, config: {k: [0.2, 0.3, 0.5]}}",
                    "")))
        .containsExactly(
            "methods[0].config.k: found 3 numbers, expected 4 numbers, on dataset toy-scenes");
  }

  @Test
  void refusesMoreCellsThanAnybodyCanRun() {
    StringBuilder seeds = new StringBuilder("seeds: [0");
    for (int seed = 1; seed < 50_001; seed++) {
      seeds.append(", ").append(seed);
    }

    assertThat(problems(one("toy-digits", "toy-shared", "toy-equal, toy-sum", seeds + "]\n")))
        .containsExactly(
            "matrix: found 2 rows, 100002 cells with their seeds, expected at most 100000 cells");
  }

  @Test
  void refusesACrossProductBeforeItIsMade() {
    String datasets =
        IntStream.range(0, 1000)
            .mapToObj(i -> "{id: toy-digits, config: {seed: " + i + "}}")
            .collect(Collectors.joining(", "));
    String methods =
        IntStream.range(1, 1001)
            .mapToObj(i -> "{id: toy-equal, config: {epochs: " + i + "}}")
            .collect(Collectors.joining(", "));

    assertThat(problems(one(datasets, "toy-shared, toy-watched", methods, "seeds: [0, x]\n")))
        .containsExactly(
            "seeds[1]: found \"x\", expected a whole number of at most 64 bits",
            "matrix: found 2000000 rows, expected at most 100000 rows and cells");
  }
}
