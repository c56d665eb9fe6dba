package org.mtlbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.engine.fixtures.BrokenBundles;

/** What a planner says of a matrix that makes no plan. */
class RejectedMatrixTest {
  @TempDir Path folder;
  private ToyPlans plans;

  @BeforeEach
  void load() throws IOException {
    plans = new ToyPlans(folder);
  }

  @Test
  void rejectsInvalidBudgetOfCommandLine() {
    assertThat(
            catchThrowableOfType(
                InvalidConfigException.class,
                () ->
                    plans.plan(
                        ToyPlans.MATRIX,
                        new Overrides(OptionalLong.empty(), OptionalDouble.of(0)))))
        .hasMessage("--budget: found 0.0, expected a number greater than 0, at most 1000");
  }

  @Test
  void suggestsNearestPlugin() {
    assertThat(plans.problems(ToyPlans.one("toy-digit", "toy-share", "toy-stage", "")))
        .containsExactly(
            "datasets[0]: found 'toy-digit', expected one of toy-digits, toy-scenes (nearest:"
                + " 'toy-digits')",
            "architectures[0]: found 'toy-share', expected one of toy-shared, toy-watched (nearest:"
                + " 'toy-shared')",
            "methods[0]: found 'toy-stage', expected one of toy-equal, toy-stages, toy-sum"
                + " (nearest: 'toy-stages')");
  }

  @Test
  void reportsReasonsOfBrokenBundles() throws IOException {
    ToyPlans broken = new ToyPlans(folder, BrokenBundles.Throwing.class);

    assertThat(broken.problems(ToyPlans.one("toy-digits", "toy-shared", "toy-licensed", "")))
        .singleElement()
        .asString()
        .doesNotContain("nearest")
        .endsWith(
            "; not usable: org.mtlbench.engine.fixtures unversioned (test-classes): no licence"
                + " file");
  }

  @Test
  void reportsAllProblemsAtOnce() {
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

    assertThat(plans.problems(yaml))
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
  void checksConfigAgainstAllDatasets() {
    assertThat(
            plans.problems(
                ToyPlans.one(
                    "toy-digits, toy-scenes",
                    "toy-shared",
                    "{id: toy-stages, config: {k: [0.2, 0.3, 0.5]}}",
                    "")))
        .containsExactly(
            "methods[0].config.k: found 3 numbers, expected 4 numbers, on dataset toy-scenes");
  }

  @Test
  void rejectsSameConfigWithOtherNote() {
    assertThat(
            plans.problems(
                ToyPlans.one("toy-digits", "toy-shared", "toy-equal", "")
                    + "cells: [{dataset: toy-digits, architecture: toy-shared, method: {id:"
                    + " toy-equal, note: by hand}}]\n"))
        .singleElement()
        .asString()
        .startsWith("cells[0].method.config: found the same configuration as the row ")
        .endsWith("expected rows that differ in more than labels and note");
  }

  @Test
  void rejectsSameConfigUnderOtherDatasetLabel() {
    assertThat(
            plans.problems(
                ToyPlans.one("toy-digits", "toy-shared", "toy-equal", "")
                    + "cells: [{dataset: {id: toy-digits, label: other}, architecture: toy-shared,"
                    + " method: toy-equal}]\n"))
        .singleElement()
        .asString()
        .endsWith("expected rows that differ in more than labels and note");
  }

  @Test
  void rejectsTooManyCells() {
    StringBuilder seeds = new StringBuilder("seeds: [0");
    for (int seed = 1; seed < 50_001; seed++) {
      seeds.append(", ").append(seed);
    }

    assertThat(
            plans.problems(
                ToyPlans.one("toy-digits", "toy-shared", "toy-equal, toy-sum", seeds + "]\n")))
        .containsExactly(
            "matrix: found 2 rows, 100002 cells with their seeds, expected at most 100000 cells");
  }

  @Test
  void rejectsHugeCrossProductWithoutExpandingIt() {
    String datasets =
        IntStream.range(0, 1000)
            .mapToObj(i -> "{id: toy-digits, config: {seed: " + i + "}}")
            .collect(Collectors.joining(", "));
    String methods =
        IntStream.range(1, 1001)
            .mapToObj(i -> "{id: toy-equal, config: {epochs: " + i + "}}")
            .collect(Collectors.joining(", "));

    assertThat(
            plans.problems(
                ToyPlans.one(datasets, "toy-shared, toy-watched", methods, "seeds: [0, x]\n")))
        .containsExactly(
            "seeds[1]: found \"x\", expected a whole number of at most 64 bits",
            "matrix: found 2000000 rows, expected at most 100000 rows and cells");
  }
}
