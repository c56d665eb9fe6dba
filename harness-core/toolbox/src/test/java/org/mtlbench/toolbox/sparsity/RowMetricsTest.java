package org.mtlbench.toolbox.sparsity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Position;
import org.mtlbench.api.layer.Role;
import org.mtlbench.toolbox.gradient.GradientMode;

class RowMetricsTest {
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private Parameter parameter(Parameter.Kind kind, float[] values, long... shape) {
    return parameter("w", kind, values, shape);
  }

  private Parameter parameter(String name, Parameter.Kind kind, float[] values, long... shape) {
    NDArray array = manager.create(values, new Shape(shape));
    return new Parameter(name, array, kind, Role.TRUNK, Position.HIDDEN);
  }

  private static List<RowMetrics.RowCounts> layer(long rows, long zeroRows) {
    return List.of(new RowMetrics.RowCounts("w", rows, zeroRows));
  }

  /** A linear layer given by its rows, (in, out). */
  private Parameter matrix(float[][] rows) {
    int in = rows.length;
    int out = rows[0].length;
    float[] values = new float[in * out];
    for (int i = 0; i < in; i++) {
      for (int j = 0; j < out; j++) {
        values[j * in + i] = rows[i][j];
      }
    }
    return parameter(Parameter.Kind.MATRIX, values, out, in);
  }

  @Test
  void matchesHandWorkedMatrix() {
    // 6 rows: 2 zero, 2 equal, 1 equal but for its order, 1 alone; 4 unique values
    Parameter parameter =
        matrix(
            new float[][] {
              {1, 2, 0}, {0, 0, 0}, {1, 2, 0}, {2, 1, 0}, {-0f, 0, -0f}, {5, 0, 0},
            });
    RowMetrics metrics = RowMetrics.of(List.of(parameter));
    assertThat(metrics)
        .isEqualTo(
            new RowMetrics(2 / 6.0, 6 / 4.0, 4 / 4.0, 11 / 18.0, 6, 2, 4, 18, 7, layer(6, 2)));
    assertThat(metrics.ps()).isCloseTo((1 - metrics.sr()) * metrics.cr(), within(1e-15));
  }

  @Test
  void kernelRowIsInputChannel() {
    // (out 2, in 3, 1, 2): channel 1 is zero in both outputs, channel 0 in the first alone
    Parameter kernel =
        parameter(
            Parameter.Kind.KERNEL, new float[] {0, 0, 0, 0, 3, 4, 1, 2, 0, 0, 3, 4}, 2, 3, 1, 2);
    RowMetrics metrics = RowMetrics.of(List.of(kernel));
    assertThat(metrics.totalRows()).isEqualTo(3);
    assertThat(metrics.zeroRows()).isEqualTo(1);
    assertThat(metrics.uniqueRows()).isEqualTo(3);
    assertThat(metrics.nonzeroParameters()).isEqualTo(6);
  }

  @Test
  void countsDistinctRowsPerLayer() {
    Parameter one = matrix(new float[][] {{1, 2}, {0, 0}});
    Parameter two = matrix(new float[][] {{1, 2}, {0, 0}, {0, 0}});
    RowMetrics metrics = RowMetrics.of(List.of(one, two));
    assertThat(metrics.uniqueRows()).isEqualTo(4);
    assertThat(metrics.sr()).isEqualTo(3 / 5.0);
    assertThat(metrics.cr()).isEqualTo(5 / 4.0);
    assertThat(metrics.ps()).isEqualTo(2 / 4.0);
  }

  @Test
  void countsLayersAndComponents() {
    // (out 1, in n): a row is one entry
    Parameter first =
        parameter("trunk.conv1.weight", Parameter.Kind.MATRIX, new float[] {0, 1}, 1, 2);
    Parameter second =
        parameter("trunk.linear.weight", Parameter.Kind.MATRIX, new float[] {0, 0, 0}, 1, 3);
    Parameter monitor =
        parameter("monitor1.linear.weight", Parameter.Kind.MATRIX, new float[] {5}, 1, 1);
    RowMetrics metrics = RowMetrics.of(List.of(first, second, monitor));
    assertThat(metrics.components())
        .containsExactly(
            new RowMetrics.RowCounts("trunk", 5, 4), new RowMetrics.RowCounts("monitor1", 1, 0));
    assertThat(metrics.measures())
        .containsExactly(
            entry("sr", 4 / 6.0),
            entry("sr.trunk", 4 / 5.0),
            entry("sr.monitor1", 0.0),
            entry("sr.trunk.conv1.weight", 1 / 2.0),
            entry("sr.trunk.linear.weight", 1.0),
            entry("sr.monitor1.linear.weight", 0.0));
  }

  @Test
  void mergesLayersOfSameNameInSeveralNetworks() {
    Parameter first = parameter("trunk.weight", Parameter.Kind.MATRIX, new float[] {0, 1}, 1, 2);
    Parameter second = parameter("trunk.weight", Parameter.Kind.MATRIX, new float[] {0, 0}, 1, 2);
    assertThat(RowMetrics.of(List.of(first, second)).layers())
        .containsExactly(new RowMetrics.RowCounts("trunk.weight", 4, 3));
  }

  @Test
  void zeroLayerHasOneDistinctRow() {
    RowMetrics metrics = RowMetrics.of(List.of(matrix(new float[4][3])));
    assertThat(metrics).isEqualTo(new RowMetrics(1, 4, 0, 1, 4, 4, 1, 12, 0, layer(4, 4)));
  }

  @Test
  void denseLayerHasTrivialRates() {
    RowMetrics metrics = RowMetrics.of(List.of(matrix(new float[][] {{1, 2}, {3, 4}})));
    assertThat(metrics).isEqualTo(new RowMetrics(0, 1, 1, 0, 2, 0, 2, 4, 4, layer(2, 0)));
  }

  @Test
  void comparesRowsBitwise() {
    RowMetrics metrics = RowMetrics.of(List.of(matrix(new float[][] {{1}, {Math.nextUp(1f)}})));
    assertThat(metrics.uniqueRows()).isEqualTo(2);
  }

  @Test
  void ignoresVectorsScalarsAndBuffers() {
    Parameter dense = matrix(new float[][] {{1, 2}, {3, 4}});
    RowMetrics alone = RowMetrics.of(List.of(dense));
    RowMetrics mixed =
        RowMetrics.of(
            List.of(
                parameter(Parameter.Kind.VECTOR, new float[3], 3),
                dense,
                parameter(Parameter.Kind.SCALAR, new float[1]),
                parameter(Parameter.Kind.BUFFER, new float[3], 3)));
    assertThat(mixed).isEqualTo(alone);
  }

  @Test
  void matchesRateOfPaper() {
    float[][] rows = new float[431][1];
    for (int i = 51; i < 431; i++) {
      rows[i][0] = i;
    }
    RowMetrics metrics = RowMetrics.of(List.of(matrix(rows)));
    assertThat(metrics.zeroRows()).isEqualTo(51);
    assertThat(100 * metrics.sr()).isCloseTo(11.83, within(0.005));
  }

  @Test
  void doesNotLeakArraysInGradientMode() {
    Parameter parameter = matrix(new float[][] {{1, 2}, {3, 4}});
    int before = manager.getManagedArrays().size();
    try (GradientMode on = GradientMode.on()) {
      RowMetrics metrics = RowMetrics.of(List.of(parameter));
      assertThat(metrics.totalRows()).isEqualTo(2);
    }
    assertThat(manager.getManagedArrays()).hasSize(before);
  }

  @Test
  void rejectsNetworkWithoutRows() {
    assertThatThrownBy(() -> RowMetrics.of(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("none of 0 parameters has rows");
  }
}
