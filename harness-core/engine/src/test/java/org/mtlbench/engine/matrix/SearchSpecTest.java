package org.mtlbench.engine.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlbench.api.config.Problem;

class SearchSpecTest {
  private static final String REST = "name: m\ndatasets: [d]\narchitectures: [a]\nmethods: [x]\n";

  @TempDir Path folder;

  private MatrixSpec read(String text) throws IOException {
    return MatrixReader.read(Files.writeString(folder.resolve("m.yaml"), text));
  }

  private List<String> problems(String text) throws IOException {
    return read(text).problems().stream().map(Problem::message).toList();
  }

  @Test
  void readsTrialsRangesAndBudget() throws IOException {
    MatrixSpec spec =
        read(
            REST
                + "search: {trials: 10, budget: 0.2, over: {learning-rate: [1e-4, 1e-2],"
                + " optimiser: {values: [sgd, adam]}}}\n");

    assertThat(spec.problems()).isEmpty();
    SearchSpec search = spec.search().orElseThrow();
    assertThat(search.trials()).isEqualTo(10);
    assertThat(search.budget()).isEqualTo(0.2);
    assertThat(search.overTree())
        .hasToString(
            "{\"learning-rate\":[1.0E-4,0.01],\"optimiser\":{\"values\":[\"sgd\",\"adam\"]}}");
  }

  @Test
  void trialsHaveFullBudgetByDefault() throws IOException {
    assertThat(read(REST + "search: {trials: 1, over: {mu: [0, 1]}}\n").search().orElseThrow())
        .extracting(SearchSpec::budget)
        .isEqualTo(1.0);
    assertThat(read(REST).search()).isEmpty();
  }

  @Test
  void reportsAllProblemsWithPath() throws IOException {
    assertThat(
            problems(
                REST
                    + """
                    search:
                      trial: 3
                      trials: 0
                      budget: 1.5
                      over:
                        a: 0.1
                        b: [1]
                        c: [1, 2, 3]
                        d: [low, 1e999]
                        e: [2, 1]
                        f: [1, 1.0]
                        g: {values: []}
                        h: {values: [1, 1.0, null]}
                        i: {value: [1]}
                        j: []
                    """))
        .containsExactlyInAnyOrder(
            "search.trial: found an unknown key, expected one of trials, over, budget (nearest:"
                + " 'trials')",
            "search.trials: found 0, expected a whole number from 1 to 1000",
            "search.over.a: found 0.1, expected " + RANGE,
            "search.over.b: found [1], expected " + RANGE,
            "search.over.c: found [1,2,3], expected " + RANGE,
            "search.over.d[0]: found \"low\", expected a finite number",
            "search.over.d[1]: found \"Infinity\", expected a finite number",
            "search.over.e[1]: found 1, expected a number greater than the low end, 2",
            "search.over.f[1]: found 1.0, expected a number greater than the low end, 1",
            "search.over.g.values: found an empty list, expected a list of at least one value",
            "search.over.h.values[1]: found the same as search.over.h.values[0], expected each"
                + " value once",
            "search.over.h.values[2]: found nothing, expected a value of the config key",
            "search.over.i.value: found an unknown key, expected 'values'",
            "search.over.i.values: found nothing, expected a list of at least one value",
            "search.over.j: found an empty list, expected " + RANGE,
            "search.budget: found 1.5, expected a number greater than 0, at most 1");
  }

  private static final String RANGE =
      "a range [low, high] of finite numbers, or {values: [...]} for a list of choices";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "search: 3|search: found 3, expected a mapping with the keys trials, over, budget",
        "search: {over: {a: [0, 1]}}|search.trials: found nothing, expected a whole number from 1"
            + " to 1000",
        "search: {trials: 2}|search.over: found nothing, expected a mapping from config keys of"
            + " the methods to their ranges",
        "search: {trials: 2, over: {}}|search.over: found an empty mapping, expected a mapping"
            + " from config keys of the methods to their ranges",
        "search: {trials: 2.0, over: {a: [0, 1]}}|search.trials: found 2.0, expected a whole number"
            + " from 1 to 1000",
        "search: {trials: 2, over: {a: [0, 1]}, budget: all}|search.budget: found \"all\", expected"
            + " a number greater than 0, at most 1",
      })
  void reportsMissingKeysAndWrongTypes(String block, String problem) throws IOException {
    assertThat(problems(REST + block + "\n")).containsExactly(problem);
  }

  @Test
  void rejectsKeysSetInBothMatrixAndSearch() throws IOException {
    assertThat(
            problems(
                """
                name: m
                datasets: [d]
                architectures: [a]
                methods:
                  - {id: x, config: {mu: 3, nu: 1}}
                  - {id: y, overrides: [{when: {dataset: d}, config: {mu: 4}}]}
                cells: [{dataset: d, architecture: a, method: {id: z, config: {mu: 5}}}]
                search: {trials: 2, over: {mu: [0, 1]}}
                """))
        .containsExactlyInAnyOrder(
            "methods[0].config.mu: found 3, expected nothing, since search.over.mu draws it",
            "methods[1].overrides[0].config.mu: found 4, expected nothing, since search.over.mu"
                + " draws it",
            "cells[0].method.config.mu: found 5, expected nothing, since search.over.mu draws it");
  }
}
