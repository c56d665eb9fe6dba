package org.mtlbench.toolbox.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepMeasuresTest {
  private static Map<String, Double> measures(List<String> tasks, Given... steps) {
    try (NDManager manager = NDManager.newBaseManager();
        StepMeasures measures = new StepMeasures(tasks)) {
      NDArray losses = manager.zeros(new Shape(tasks.size()));
      for (Given step : steps) {
        measures.add(
            new StepResult(
                losses,
                step.weights().map(manager::create),
                step.gramian().map(numbers -> matrix(numbers, manager))));
      }
      return measures.measures();
    }
  }

  private record Given(Optional<double[]> weights, Optional<double[][]> gramian) {}

  private static NDArray matrix(double[][] numbers, NDManager manager) {
    double[] flat = Arrays.stream(numbers).flatMapToDouble(Arrays::stream).toArray();
    return manager.create(flat).reshape(numbers.length, numbers.length);
  }

  private static Given weighted(double... weights) {
    return new Given(Optional.of(weights), Optional.empty());
  }

  private static Given gradients(double[][] gramian) {
    return new Given(Optional.empty(), Optional.of(gramian));
  }

  @Test
  void averagesTaskWeightsOverSteps() {
    assertThat(measures(List.of("left", "right"), weighted(1, 2), weighted(2, 6)))
        .containsExactly(entry("weight.left", 1.5), entry("weight.right", 4.0));
  }

  @Test
  void averagesCosinesAndCountsConflictingSteps() {
    // cosines -1, 0.5 and none, since the second gradient is zero
    assertThat(
            measures(
                List.of("left", "right"),
                gradients(new double[][] {{4, -2}, {-2, 1}}),
                gradients(new double[][] {{1, 0.5}, {0.5, 1}}),
                gradients(new double[][] {{1, 0}, {0, 0}})))
        .containsExactly(entry("cosine.left.right", -0.25), entry("conflicting-steps", 1 / 3.0));
  }

  @Test
  void oneConflictingPairMakesStepConflicting() {
    assertThat(
            measures(
                List.of("a", "b", "c"),
                gradients(new double[][] {{1, 0.5, 0}, {0.5, 1, -0.25}, {0, -0.25, 1}}),
                gradients(new double[][] {{1, 0.5, 0}, {0.5, 1, 0.25}, {0, 0.25, 1}})))
        .containsExactly(
            entry("cosine.a.b", 0.5),
            entry("cosine.a.c", 0.0),
            entry("cosine.b.c", 0.0),
            entry("conflicting-steps", 0.5));
  }

  @Test
  void comparesGradientsOfAnyLength() {
    double tiny = 1e-170;
    assertThat(
            measures(
                List.of("left", "right"),
                gradients(new double[][] {{tiny, tiny / 2}, {tiny / 2, tiny}})))
        .containsEntry("cosine.left.right", 0.5);
  }

  @Test
  void omitsMissingMeasures() {
    assertThat(measures(List.of("left", "right"))).isEmpty();
    assertThat(measures(List.of("alone"), gradients(new double[][] {{1}}))).isEmpty();
  }
}
