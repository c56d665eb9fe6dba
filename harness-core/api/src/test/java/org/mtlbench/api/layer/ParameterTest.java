package org.mtlbench.api.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class ParameterTest {
  @Test
  void kernelRowsAreInputChannels() {
    try (NDManager manager = NDManager.newBaseManager()) {
      // value = 100 out + 10 in + position
      float[] values = new float[2 * 3 * 2];
      for (int out = 0; out < 2; out++) {
        for (int in = 0; in < 3; in++) {
          for (int p = 0; p < 2; p++) {
            values[(out * 3 + in) * 2 + p] = 100 * out + 10 * in + p;
          }
        }
      }
      NDArray kernel = manager.create(values, new Shape(2, 3, 1, 2));
      Parameter parameter =
          new Parameter("w", kernel, Parameter.Kind.KERNEL, Role.TRUNK, Position.HIDDEN);
      assertThat(parameter.rowCount()).isEqualTo(3);
      assertThat(parameter.rows().getShape()).isEqualTo(new Shape(3, 4));
      assertThat(parameter.rows().toFloatArray())
          .containsExactly(0, 1, 100, 101, 10, 11, 110, 111, 20, 21, 120, 121);
      assertThat(parameter.fromRows(parameter.rows()).toFloatArray()).isEqualTo(values);
    }
  }

  @Test
  void matrixRowsAreInputs() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray matrix = manager.create(new float[] {1, 2, 3, 4, 5, 6}, new Shape(2, 3));
      Parameter parameter =
          new Parameter("w", matrix, Parameter.Kind.MATRIX, Role.task(1), Position.OUTPUT);
      assertThat(parameter.rows().toFloatArray()).containsExactly(1, 4, 2, 5, 3, 6);
      assertThat(parameter.fromRows(parameter.rows()).toFloatArray())
          .containsExactly(1, 2, 3, 4, 5, 6);
      assertThat(parameter.shared()).isFalse();
    }
  }

  @Test
  void vectorsHaveNoRowsAndBuffersHaveNoGradient() {
    try (NDManager manager = NDManager.newBaseManager()) {
      Parameter bias =
          new Parameter(
              "b", manager.zeros(new Shape(3)), Parameter.Kind.VECTOR, Role.TRUNK, Position.HIDDEN);
      Parameter mean =
          new Parameter(
              "m", manager.zeros(new Shape(3)), Parameter.Kind.BUFFER, Role.TRUNK, Position.HIDDEN);
      assertThat(bias.hasRows()).isFalse();
      assertThatThrownBy(bias::rows).hasMessageContaining("b has no rows");
      assertThat(bias.value().hasGradient()).isTrue();
      assertThat(mean.value().hasGradient()).isFalse();
      assertThat(mean.trainable()).isFalse();
    }
  }
}
