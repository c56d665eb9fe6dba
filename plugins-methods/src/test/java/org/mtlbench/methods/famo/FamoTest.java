package org.mtlbench.methods.famo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.testkit.given.GivenStep;

class FamoTest {
  private static Famo famo(List<Double> lowerBounds) {
    return new Famo(new FamoConfig(lowerBounds, 0.025, 0, TrainingConfig.standard()), 2);
  }

  private static GivenStep step(double[] before, double... after) {
    return new GivenStep(1, 0, before, after, before, 0);
  }

  @Test
  void weightsByDerivativeOfLogarithm() {
    GivenStep step = GivenStep.first(1, 3);
    assertThat(famo(List.of()).weights(step))
        .containsExactly(new double[] {0.75, 0.25}, within(1e-12));
    assertThat(famo(List.of(0.5, 1.0)).weights(step))
        .containsExactly(new double[] {0.8, 0.2}, within(1e-12));
  }

  @Test
  void increasesWeightOfSlowerTask() {
    Famo famo = famo(List.of());
    // the first task's loss halves, the second one's stays
    famo.afterStep(step(new double[] {1, 3}, 0.5, 3));
    double first = 1 / (1 + Math.exp(0.05));
    double sum = first + (1 - first) / 3;
    assertThat(famo.weights(GivenStep.first(1, 3)))
        .containsExactly(new double[] {first / sum, (1 - first) / 3 / sum}, within(1e-6));
  }

  @Test
  void keepsWeightsForEqualImprovement() {
    Famo famo = famo(List.of());
    famo.afterStep(step(new double[] {1, 3}, 0.5, 1.5));
    assertThat(famo.weights(GivenStep.first(1, 3)))
        .containsExactly(new double[] {0.75, 0.25}, within(1e-6));
  }
}
