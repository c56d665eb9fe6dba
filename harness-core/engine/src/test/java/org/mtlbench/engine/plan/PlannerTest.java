package org.mtlbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.phase.Phase;

class PlannerTest {
  @TempDir Path folder;
  private ToyPlans plans;

  @BeforeEach
  void load() throws IOException {
    plans = new ToyPlans(folder);
  }

  @Test
  void expandsCrossProductSeedBySeed() {
    Plan plan = plans.plan(ToyPlans.MATRIX);

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
  void resolvesConfigAndPhasesOfAllMethods() {
    Plan plan =
        plans.plan(
            ToyPlans.one(
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
            List.of(new Phase("train", Phase.Kind.MAIN, 10, 100, 1).withRateSteps(9)),
            List.of(new Phase("train", Phase.Kind.MAIN, 5, 50, 5.0 / 3).withRateSteps(1)),
            List.of(
                new Phase("search", Phase.Kind.SEARCH, 1, 9, 0.5),
                new Phase("main", Phase.Kind.MAIN, 3, 30, 1)));
  }

  @Test
  void mergesFirstMatchingOverride() {
    Plan plan =
        plans.plan(
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
  void noteOfOverrideReplacesNoteOfMethod() {
    Plan plan =
        plans.plan(
            """
            name: m
            datasets: [toy-digits, toy-scenes]
            architectures: [toy-shared, toy-watched]
            methods:
              - toy-equal
              - id: toy-stages
                note: of an older protocol
                overrides:
                  - {when: {dataset: toy-digits, architecture: toy-watched}, config: {}}
                  - {when: {dataset: toy-digits}, note: by hand, config: {main-epochs: 8}}
            """);

    assertThat(plan.cells())
        .filteredOn(cell -> cell.spec().method().id().equals("toy-stages"))
        .extracting(cell -> cell.spec().note().orElseThrow())
        .containsExactly(
            "by hand", "of an older protocol", "of an older protocol", "of an older protocol");
    assertThat(plan.cells())
        .filteredOn(cell -> cell.spec().method().id().equals("toy-equal"))
        .allSatisfy(cell -> assertThat(cell.spec().note()).isEmpty());
  }

  @Test
  void addsSingleRowsAndRemovesDuplicates() {
    Plan plan =
        plans.plan(
            ToyPlans.one("toy-digits", "toy-shared", "toy-equal", "")
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
  void commandLineReplacesSeedsAndBudget() {
    Plan plan =
        plans.plan(ToyPlans.MATRIX, new Overrides(OptionalLong.of(-7), OptionalDouble.of(0.02)));

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
  void longFormGivesSameCells() {
    Plan plan = plans.plan(ToyPlans.MATRIX);

    Plan again = plans.plan(plan.matrix().toString());

    assertThat(again).isEqualTo(plan);
  }
}
