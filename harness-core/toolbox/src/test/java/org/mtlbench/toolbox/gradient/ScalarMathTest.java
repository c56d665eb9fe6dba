package org.mtlbench.toolbox.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ScalarMathTest {
  @Test
  void productKeepsFactorUntilBackwardPass() {
    assertThat(gradient(x -> ScalarMath.multiply(x, 3))).containsExactly(3, 3, 3);
  }

  @Test
  void boundsAreKeptUntilBackwardPass() {
    assertThat(gradient(x -> ScalarMath.atMost(x, 1.5))).containsExactly(1, 0, 0);
    assertThat(gradient(x -> ScalarMath.atLeast(x, 1.5))).containsExactly(0, 1, 1);
  }

  @Test
  void resultsHaveArrayType() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray wide = ScalarMath.multiply(manager.create(new double[] {1}), 0.1);
      NDArray narrow = ScalarMath.multiply(manager.create(new float[] {1}), 0.1);
      assertThat(wide.getDataType()).isEqualTo(DataType.FLOAT64);
      assertThat(wide.toDoubleArray()).containsExactly(0.1);
      assertThat(narrow.getDataType()).isEqualTo(DataType.FLOAT32);
      assertThat(narrow.toFloatArray()).containsExactly(0.1f);
    }
  }

  @Test
  void doesNotOutliveScope() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray x = manager.create(new float[] {1, 2, 3});
      int before = manager.getManagedArrays().size();
      try (NDScope scope = new NDScope()) {
        ScalarMath.multiply(x, 3);
      }
      assertThat(manager.getManagedArrays()).hasSize(before);
    }
  }

  /** The gradient of the sum at (1, 2, 3), with a collection before the backward pass. */
  private static float[] gradient(UnaryOperator<NDArray> operation) {
    try (NDManager manager = NDManager.newBaseManager();
        GradientMode on = GradientMode.on()) {
      NDArray x = manager.create(new float[] {1, 2, 3});
      x.setRequiresGradient(true);
      NDArray sum = operation.apply(x).sum();
      List<ByteBuffer> garbage = new ArrayList<>();
      for (int round = 0; round < 5; round++) {
        System.gc();
        for (int i = 0; i < 1000; i++) {
          garbage.add(ByteBuffer.allocateDirect(Float.BYTES).putFloat(0, 1e30f));
        }
      }
      Backward.run(sum);
      assertThat(garbage).isNotEmpty();
      return x.getGradient().toFloatArray();
    }
  }
}
