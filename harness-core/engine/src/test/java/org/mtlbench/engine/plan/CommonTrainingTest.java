package org.mtlbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.phase.Phase;

class CommonTrainingTest {
  private static final String TRAINING =
      "training: {epochs: 8, batch-size: 16, schedule: cosine}\n";

  @TempDir Path folder;
  private ToyPlans plans;

  @BeforeEach
  void load() throws IOException {
    plans = new ToyPlans(folder);
  }

  private Plan plan(String methods, String rest) {
    return plans.plan(ToyPlans.one("toy-digits", "toy-shared", methods, rest));
  }

  private static ObjectNode config(PlannedCell cell) {
    return cell.spec().method().config();
  }

  @Test
  void allMethodsHaveSameTraining() {
    Plan plan =
        plan(
            "toy-equal, toy-sum, {id: toy-equal, label: Slow, config: {learning-rate: 1}}",
            TRAINING);
    assertThat(plan.cells()).hasSize(3);
    for (PlannedCell cell : plan.cells()) {
      assertThat(config(cell).get("epochs").intValue()).isEqualTo(8);
      assertThat(config(cell).get("batch-size").intValue()).isEqualTo(16);
      assertThat(config(cell).get("schedule").textValue()).isEqualTo("cosine");
      assertThat(config(cell).get("optimiser").textValue()).isEqualTo("adam");
      assertThat(Phase.reportedEpochs(cell.phases())).isEqualTo(8);
    }
    assertThat(config(plan.cells().get(2)).get("learning-rate").doubleValue()).isEqualTo(1);
    assertThat(plan.matrix().get("training").get("epochs").intValue()).isEqualTo(8);
  }

  @Test
  void keepsOptimiserSetInMatrix() {
    Plan plan = plan("{id: toy-equal, config: {optimiser: sgd}}", TRAINING);
    assertThat(config(plan.cells().get(0)).get("optimiser").textValue()).isEqualTo("sgd");
  }

  @Test
  void otherTrainingGivesOtherCellsAndFolder() {
    Plan one = plan("toy-equal", TRAINING);
    Plan other = plan("toy-equal", TRAINING.replace("8", "9"));
    assertThat(other.matrixHash()).isNotEqualTo(one.matrixHash());
    assertThat(other.cells().get(0).spec().id()).isNotEqualTo(one.cells().get(0).spec().id());
  }

  @Test
  void commandLineBudgetScalesEpochs() {
    Plan plan =
        plans.plan(
            ToyPlans.one("toy-digits", "toy-shared", "toy-equal", TRAINING),
            new Overrides(OptionalLong.empty(), OptionalDouble.of(0.5)));
    assertThat(Phase.reportedEpochs(plan.cells().get(0).phases())).isEqualTo(4);
    assertThat(plan.cells().get(0).spec().budget()).isEqualTo(0.5);
  }

  @Test
  void rejectsMethodWithOtherEpochs() {
    assertThat(plans.problems(ToyPlans.one("toy-digits", "toy-shared", "toy-stages", TRAINING)))
        .containsExactly(
            "methods[0].config: found the method toy-stages, \"Stages\", which has no key epochs,"
                + " expected methods with the keys epochs, batch-size, schedule, which a matrix"
                + " with training sets");
  }

  @Test
  void rejectsTrainingKeysInMethodConfig() {
    assertThat(
            plans.problems(
                """
                name: m
                datasets: [toy-digits]
                architectures: [toy-shared]
                methods:
                  - {id: toy-equal, config: {epochs: 3}}
                  - {id: toy-sum, overrides: [{when: {dataset: toy-digits}, config: {decay: 0.1}}]}
                cells:
                  - dataset: toy-scenes
                    architecture: toy-shared
                    method: {id: toy-equal, config: {batch-size: 2}}
                """
                    + TRAINING))
        .containsExactly(
            "methods[0].config.epochs: found 3, expected nothing, since training.epochs sets it for"
                + " every method",
            "methods[1].overrides[0].config.decay: found 0.1, expected nothing, since"
                + " training.schedule sets it for every method",
            "cells[0].method.config.batch-size: found 2, expected nothing, since"
                + " training.batch-size sets it for every method");
  }
}
