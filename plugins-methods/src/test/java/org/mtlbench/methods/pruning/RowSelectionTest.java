package org.mtlbench.methods.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.atIndex;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Position;
import org.mtlbench.api.layer.Role;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.methods.NoCheckpoints;
import org.mtlbench.methods.neuronrow.HostRows;
import org.mtlbench.methods.neuronrow.RowMask;
import org.mtlbench.methods.ours.growl.OwlProx;
import org.mtlbench.toolbox.gradient.GradientMode;

class RowSelectionTest {
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  /** A matrix (out, in); its neuron rows are its columns. */
  private Parameter matrix(int in, float... values) {
    return new Parameter(
        "layer.weight",
        manager.create(values, new Shape(values.length / in, in)),
        Parameter.Kind.MATRIX,
        Role.TRUNK,
        Position.HIDDEN);
  }

  private Parameter kernel(int out, int in, int side) {
    RandomGenerator random = new Randomness(3).stream("kernel");
    float[] values = new float[out * in * side * side];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return new Parameter(
        "conv.weight",
        manager.create(values, new Shape(out, in, side, side)),
        Parameter.Kind.KERNEL,
        Role.TRUNK,
        Position.HIDDEN);
  }

  private static void shrink(Parameter parameter, double length) {
    try (GradientMode off = GradientMode.off()) {
      ShrunkRows.shrink(parameter, length);
    }
  }

  /** Rows (3, 4), (0.3, 0.4), (0, 0) and (-6, 8) have the norms 5, 0.5, 0 and 10. */
  @Test
  void shortensRowsByEqualLength() {
    Parameter parameter = matrix(4, 3, 0.3f, 0, -6, 4, 0.4f, 0, 8);
    shrink(parameter, 1);
    assertThat(parameter.value().toFloatArray())
        .containsExactly(new float[] {2.4f, 0, 0, -5.4f, 3.2f, 0, 0, 7.2f}, within(1e-6f));
    assertThat(HostRows.of(parameter).norms()).contains(0, atIndex(1));
  }

  @Test
  void stepOfLengthZeroKeepsBits() {
    Parameter parameter = kernel(3, 5, 2);
    float[] before = parameter.value().toFloatArray();
    shrink(parameter, 0);
    assertThat(parameter.value().toFloatArray()).isEqualTo(before);
  }

  /** Group lasso is GrOWL with equal weights. */
  @Test
  void equalsProximalOperatorOfGrowlWithEqualWeights() {
    Parameter parameter = kernel(3, 6, 2);
    double[] before = HostRows.of(parameter).norms();
    double length = Arrays.stream(before).sorted().toArray()[2];
    double[] theta = new double[before.length];
    Arrays.fill(theta, 1);
    shrink(parameter, length * 1.0001);
    double[] after = HostRows.of(parameter).norms();
    assertThat(after)
        .containsExactly(new OwlProx(theta, length * 1.0001).apply(before), within(1e-5));
    assertThat(Arrays.stream(after).filter(norm -> norm == 0).count()).isEqualTo(3);
  }

  /** The proximal point is the minimum of 1/2 ||v - w||^2 + length ||v|| along the row. */
  @Test
  void minimisesProximalObjective() {
    Parameter parameter = matrix(1, 1.2f, -0.5f, 0.9f);
    float[] w = parameter.value().toFloatArray();
    shrink(parameter, 0.4);
    float[] v = parameter.value().toFloatArray();
    double least = objective(w, v, 1);
    for (double factor : new double[] {0, 0.9, 0.99, 1.01, 1.1}) {
      assertThat(objective(w, v, factor)).isGreaterThan(least);
    }
  }

  private static double objective(float[] w, float[] v, double factor) {
    double distance = 0;
    double norm = 0;
    for (int i = 0; i < w.length; i++) {
      distance += Math.pow(factor * v[i] - w[i], 2);
      norm += Math.pow(factor * v[i], 2);
    }
    return distance / 2 + 0.4 * Math.sqrt(norm);
  }

  @Test
  void prunesRowsOfSmallestNorm() {
    Parameter parameter = matrix(4, 3, 0.3f, 1, -6, 4, 0.4f, 0, 8);
    SmallestRows.zero(parameter, 2);
    assertThat(parameter.value().toFloatArray()).containsExactly(3, 0, 0, -6, 4, 0, 0, 8);
  }

  @Test
  void keepsLeastNumberOfRowsInEveryLayer() {
    List<Parameter> layers = List.of(kernel(3, 10, 1), kernel(3, 4, 1), kernel(3, 2, 1));
    List<RowMask> masks =
        layers.stream().map(layer -> new RowMask(layer, new NoCheckpoints())).toList();
    new SmallestRows(0.5, 3, PruningSchedule.ONE_SHOT, layers, masks).end();
    assertThat(layers)
        .extracting(
            layer -> Arrays.stream(HostRows.of(layer).norms()).filter(norm -> norm == 0).count())
        .containsExactly(5L, 1L, 0L);
  }

  @Test
  void prunesLowerIndexAtEqualNorm() {
    Parameter parameter = matrix(3, 1, -1, 1);
    SmallestRows.zero(parameter, 2);
    assertThat(parameter.value().toFloatArray()).containsExactly(0, 0, 1);
  }

  @Test
  void prunesInputChannelsOfKernels() {
    Parameter parameter = kernel(4, 6, 3);
    double[] before = HostRows.of(parameter).norms();
    SmallestRows.zero(parameter, 3);
    double[] after = HostRows.of(parameter).norms();
    double largest = 0;
    double least = Double.MAX_VALUE;
    for (int row = 0; row < before.length; row++) {
      if (after[row] == 0) {
        largest = Math.max(largest, before[row]);
      } else {
        assertThat(after[row]).isEqualTo(before[row]);
        least = Math.min(least, before[row]);
      }
    }
    assertThat(List.of(largest)).allMatch(norm -> norm > 0);
    assertThat(largest).isLessThan(least);
    assertThat(Arrays.stream(after).filter(norm -> norm == 0).count()).isEqualTo(3);
  }
}
