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
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Position;
import org.mtlbench.api.layer.Role;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.toolbox.gradient.GradientMode;

class GrowlObjectiveTest {
  private static Parameter parameter(
      NDManager manager, Parameter.Kind kind, float[] values, long... shape) {
    NDArray tensor = manager.create(values, new Shape(shape));
    return new Parameter("w" + shape.length, tensor, kind, Role.TRUNK, Position.HIDDEN);
  }

  private static float[] random(int size, long seed) {
    RandomGenerator random = new Randomness(seed).stream("weights");
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static double number(NDArray scalar) {
    return scalar.toDoubleArray()[0];
  }

  private static void set(Parameter parameter, float[] values) {
    try (GradientMode off = GradientMode.off()) {
      parameter.value().set(values);
    }
  }

  @ParameterizedTest
  @EnumSource(ThetaPattern.class)
  void gradientMatchesFiniteDifferencesAndIsZeroAtZeroRows(ThetaPattern theta) {
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
      Parameter kernel = parameter(manager, Parameter.Kind.KERNEL, kernelValues, 2, 4, 3, 3);
      Parameter matrix = parameter(manager, Parameter.Kind.MATRIX, matrixValues, 3, 5);
      GrowlObjective growl = new GrowlObjective(List.of(kernel, matrix), theta, 0.8, 0.2);
      GrowlObjective.Point point = growl.evaluate();

      float h = 1e-2f;
      for (Parameter parameter : List.of(kernel, matrix)) {
        int index = parameter == kernel ? 0 : 1;
        float[] values = parameter == kernel ? kernelValues : matrixValues;
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
          set(parameter, up);
          double above = number(growl.value());
          set(parameter, down);
          double below = number(growl.value());
          set(parameter, values);
          assertThat((double) gradient[i])
              .isCloseTo((above - below) / (up[i] - down[i]), within(2e-3));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ThetaPattern.class)
  void valueIsSumOfWeightedSortedNorms(ThetaPattern theta) {
    try (NDManager manager = NDManager.newBaseManager()) {
      // rows (columns of the stored matrix) have norms 5, 13 and 1
      Parameter matrix =
          parameter(manager, Parameter.Kind.MATRIX, new float[] {3, 5, 0, 4, 12, 1}, 2, 3);
      double[] t = theta.theta(3, 0.8, 0.2);
      GrowlObjective growl = new GrowlObjective(List.of(matrix, matrix), theta, 0.8, 0.2);
      assertThat(number(growl.value())).isCloseTo(2 * (13 * t[0] + 5 * t[1] + t[2]), within(1e-5));
    }
  }

  /** The host's stable sort ranks rows of equal norm by index, and so must the device's. */
  @ParameterizedTest
  @EnumSource(ThetaPattern.class)
  void agreesWithHostComputationForManyRowsAndTies(ThetaPattern theta) {
    try (NDManager manager = NDManager.newBaseManager()) {
      int rows = 300;
      float[] values = new float[2 * rows];
      RandomGenerator random = new Randomness(3).stream("ties");
      for (int row = 0; row < rows; row++) {
        values[row] = 3 * random.nextInt(4);
        values[rows + row] = 4 * random.nextInt(4);
      }
      Parameter matrix = parameter(manager, Parameter.Kind.MATRIX, values, 2, rows);
      GrowlObjective growl = new GrowlObjective(List.of(matrix), theta, 0.8, 0.2);
      double[] norms = new double[rows];
      for (int row = 0; row < rows; row++) {
        norms[row] = (float) Math.hypot(values[row], values[rows + row]);
      }
      GrowlPenalty reference = new GrowlPenalty(theta.theta(rows, 0.8, 0.2));
      double[] coefficients = reference.coefficients(norms);
      assertThat(number(growl.value())).isCloseTo(reference.value(norms), within(1e-9));
      GrowlObjective.Point point = growl.evaluate();
      assertThat(number(point.value())).isCloseTo(reference.value(norms), within(1e-9));
      float[] gradient = point.gradients().get(0).toFloatArray();
      for (int row = 0; row < rows; row++) {
        double factor = norms[row] == 0 ? 0 : coefficients[row] / norms[row];
        assertThat((double) gradient[row]).isCloseTo(factor * values[row], within(1e-5));
        assertThat((double) gradient[rows + row])
            .isCloseTo(factor * values[rows + row], within(1e-5));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.NEGATIVE_INFINITY, 1e30f})
  void nonFiniteRowGivesNonFiniteValue(float entry) {
    try (NDManager manager = NDManager.newBaseManager()) {
      float[] values = {1, 2, 3, entry, 5, 6};
      Parameter matrix = parameter(manager, Parameter.Kind.MATRIX, values, 2, 3);
      GrowlObjective.Point point =
          new GrowlObjective(List.of(matrix), ThetaPattern.SPIKE, 0.8, 0.2).evaluate();
      assertThat(Double.isFinite(number(point.value()))).isFalse();
    }
  }
}
