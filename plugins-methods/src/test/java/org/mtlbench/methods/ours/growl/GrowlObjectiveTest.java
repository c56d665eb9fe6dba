package org.mtlbench.methods.ours.growl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.api.architecture.Position;
import org.mtlbench.api.architecture.Role;
import org.mtlbench.api.architecture.Weight;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.toolbox.gradient.GradientMode;

class GrowlObjectiveTest {
  private static Weight weight(NDManager manager, Weight.Kind kind, float[] values, long... shape) {
    NDArray tensor = manager.create(values, new Shape(shape));
    return new Weight("w" + shape.length, tensor, kind, Role.TRUNK, Position.HIDDEN);
  }

  private static float[] random(int size, long seed) {
    RandomGenerator random = new Randomness(seed).stream("weights");
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static void set(Weight weight, float[] values) {
    try (GradientMode off = GradientMode.off()) {
      weight.value().set(values);
    }
  }

  @ParameterizedTest
  @EnumSource(ThetaPattern.class)
  void theGradientAgreesWithDifferencesAndIsZeroAtZeroRows(ThetaPattern theta) {
    try (NDManager manager = NDManager.newBaseManager()) {
      float[] kernelValues = random(2 * 4 * 3 * 3, 1);
      float[] matrixValues = random(3 * 5, 2);
      // row 2 of the kernel (input channel 2) and row 4 of the matrix (input 4) are pruned
      for (int out = 0; out < 2; out++) {
        for (int p = 0; p < 9; p++) {
          kernelValues[(out * 4 + 2) * 9 + p] = 0;
        }
      }
      for (int out = 0; out < 3; out++) {
        matrixValues[out * 5 + 4] = 0;
      }
      Weight kernel = weight(manager, Weight.Kind.KERNEL, kernelValues, 2, 4, 3, 3);
      Weight matrix = weight(manager, Weight.Kind.MATRIX, matrixValues, 3, 5);
      GrowlObjective growl = new GrowlObjective(List.of(kernel, matrix), theta, 0.8, 0.2);
      GrowlObjective.Point point = growl.evaluate();

      float h = 1e-2f;
      for (Weight weight : List.of(kernel, matrix)) {
        int index = weight == kernel ? 0 : 1;
        float[] values = weight == kernel ? kernelValues : matrixValues;
        float[] gradient = point.gradients().get(index).toFloatArray();
        for (int i = 0; i < values.length; i++) {
          if (values[i] == 0) {
            assertThat(gradient[i]).isZero();
            continue;
          }
          float[] up = values.clone();
          float[] down = values.clone();
          up[i] += h;
          down[i] -= h;
          set(weight, up);
          double above = growl.evaluate().value();
          set(weight, down);
          double below = growl.evaluate().value();
          set(weight, values);
          assertThat((double) gradient[i])
              .isCloseTo((above - below) / (up[i] - down[i]), within(2e-3));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ThetaPattern.class)
  void theValueIsTheSumOverLayersOfWeightedSortedNorms(ThetaPattern theta) {
    try (NDManager manager = NDManager.newBaseManager()) {
      // rows (columns of the stored matrix) have norms 5, 13 and 1
      Weight matrix = weight(manager, Weight.Kind.MATRIX, new float[] {3, 5, 0, 4, 12, 1}, 2, 3);
      double[] t = theta.theta(3, 0.8, 0.2);
      GrowlObjective growl = new GrowlObjective(List.of(matrix, matrix), theta, 0.8, 0.2);
      assertThat(growl.evaluate().value())
          .isCloseTo(2 * (13 * t[0] + 5 * t[1] + t[2]), within(1e-5));
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.NEGATIVE_INFINITY, 1e30f})
  void aRowWhoseNormIsNotFiniteGivesAValueThatIsNotFinite(float entry) {
    try (NDManager manager = NDManager.newBaseManager()) {
      float[] values = {1, 2, 3, entry, 5, 6};
      Weight matrix = weight(manager, Weight.Kind.MATRIX, values, 2, 3);
      GrowlObjective.Point point =
          new GrowlObjective(List.of(matrix), ThetaPattern.SPIKE, 0.8, 0.2).evaluate();
      assertThat(Double.isFinite(point.value())).isFalse();
      assertThat(point.gradients()).isEmpty();
    }
  }
}
