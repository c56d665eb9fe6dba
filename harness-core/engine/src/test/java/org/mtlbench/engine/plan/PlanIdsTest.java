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

/** Tests what ids of cells and hashes of matrices depend on. */
class PlanIdsTest {
  @TempDir Path folder;
  private ToyPlans plans;

  @BeforeEach
  void load() throws IOException {
    plans = new ToyPlans(folder);
  }

  private String id(String dataset, String method, String rest) {
    return plans.plan(ToyPlans.one(dataset, "toy-shared", method, rest)).cells().get(0).spec().id();
  }

  @Test
  void idDependsOnEverythingThatAffectsResult() {
    String id = id("toy-digits", "toy-equal", "");

    assertThat(id).isNotEqualTo(id("toy-scenes", "toy-equal", ""));
    assertThat(id).isNotEqualTo(id("{id: toy-digits, config: {rotation: 1}}", "toy-equal", ""));
    assertThat(id).isNotEqualTo(id("toy-digits", "toy-sum", ""));
    assertThat(id).isNotEqualTo(id("toy-digits", "{id: toy-equal, config: {decay-every: 11}}", ""));
    assertThat(id).isNotEqualTo(id("toy-digits", "toy-equal", "seeds: [1]\n"));
    assertThat(id).isNotEqualTo(id("toy-digits", "toy-equal", "budget: 0.9\n"));
    assertThat(
            plans
                .plan(ToyPlans.one("toy-digits", "toy-watched", "toy-equal", ""))
                .cells()
                .get(0)
                .spec()
                .id())
        .isNotEqualTo(id);
  }

  @Test
  void idIsIndependentOfEverythingElse() {
    String id = id("toy-digits", "toy-equal", "");

    assertThat(id("{id: toy-digits, config: {seed: 42, rotation: 0}}", "toy-equal", ""))
        .isEqualTo(id);
    assertThat(id("toy-digits", "{id: toy-equal, label: Other}", "")).isEqualTo(id);
    assertThat(id("toy-digits", "{id: toy-equal, note: by hand}", "")).isEqualTo(id);
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
   * The SHA-256, computed by another program, of the text {@code {"architecture":{"config":{},...},
   * "budget":1,...,"seed":0}}. Existing run folders depend on these ids.
   */
  @Test
  void idsAreStable() {
    assertThat(id("toy-digits", "{id: toy-stages, config: {k: [0.2, 0.3, 0.5]}}", ""))
        .isEqualTo("e0c67469a2c57582");
  }

  @Test
  void extendedMatrixKeepsHash() {
    String hash = plans.plan(ToyPlans.MATRIX).matrixHash();

    assertThat(hash).matches("[0-9a-f]{8}");
    assertThat(plans.plan(ToyPlans.MATRIX).folder()).isEqualTo("toys-" + hash);
    assertThat(plans.plan(ToyPlans.MATRIX.replace("[3, 4]", "[3, 4, 5]")).matrixHash())
        .isEqualTo(hash);
    assertThat(
            plans.plan(ToyPlans.MATRIX.replace("[toy-equal,", "[toy-equal, toy-sum,")).matrixHash())
        .isEqualTo(hash);
    assertThat(
            plans
                .plan(
                    ToyPlans.MATRIX
                        + "cells: [{dataset: toy-scenes, architecture: toy-shared, method: toy-sum}]")
                .matrixHash())
        .isEqualTo(hash);
    assertThat(
            plans
                .plan(ToyPlans.MATRIX, new Overrides(OptionalLong.of(9), OptionalDouble.empty()))
                .matrixHash())
        .isEqualTo(hash);
    assertThat(
            plans.plan(
                ToyPlans.MATRIX.replace("[toy-shared, toy-watched]", "[toy-watched, toy-shared]")))
        .extracting(Plan::matrixHash)
        .isEqualTo(hash);
  }

  @Test
  void otherMatrixHasOtherHash() {
    String hash = plans.plan(ToyPlans.MATRIX).matrixHash();

    for (String other :
        List.of(
            ToyPlans.MATRIX.replace("name: toys", "name: games"),
            ToyPlans.MATRIX.replace(
                "[toy-digits]", "[toy-digits, {id: toy-digits, config: {rotation: 9}}]"),
            ToyPlans.MATRIX.replace("[toy-digits]", "[{id: toy-digits, config: {rotation: 9}}]"),
            ToyPlans.MATRIX.replace("[toy-shared, toy-watched]", "[toy-shared]"),
            ToyPlans.MATRIX.replace("budget: 0.5", "budget: 0.6"))) {
      assertThat(plans.plan(other).matrixHash()).isNotEqualTo(hash);
    }
    assertThat(
            plans
                .plan(ToyPlans.MATRIX, new Overrides(OptionalLong.empty(), OptionalDouble.of(0.6)))
                .matrixHash())
        .isNotEqualTo(hash);
  }
}
