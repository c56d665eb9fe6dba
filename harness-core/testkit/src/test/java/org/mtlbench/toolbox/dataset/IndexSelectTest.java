package org.mtlbench.toolbox.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IndexSelectTest {
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void selectsExamplesOfAnyShapeAndTypeInOrder() {
    NDArray labels = manager.create(new long[] {7, 8, 9});
    assertThat(IndexSelect.of(labels, 2, 0, 2).toLongArray()).containsExactly(9, 7, 9);

    NDArray matrix = manager.create(new float[] {1, 2, 3, 4, 5, 6}, new Shape(3, 2));
    assertThat(IndexSelect.of(matrix, 1, 1).toFloatArray()).containsExactly(3, 4, 3, 4);

    byte[] bytes = {1, 2, 3, 4, 5, 6, 7, -8};
    NDArray images = manager.create(ByteBuffer.wrap(bytes), new Shape(2, 2, 1, 2), DataType.UINT8);
    NDArray chosen = IndexSelect.of(images, 1, 0, 1);
    assertThat(chosen.getShape()).isEqualTo(new Shape(3, 2, 1, 2));
    assertThat(chosen.getDataType()).isEqualTo(DataType.UINT8);
    assertThat(chosen.toByteArray()).containsExactly(5, 6, 7, -8, 1, 2, 3, 4, 5, 6, 7, -8);
  }

  @Test
  void acceptsPositionsWithSeveralAxes() {
    NDArray matrix = manager.create(new float[] {1, 2, 3, 4, 5, 6}, new Shape(3, 2));
    NDArray positions = manager.create(new int[] {2, 0, 1, 1}, new Shape(2, 2));
    NDArray found = IndexSelect.of(matrix, positions);
    assertThat(found.getShape()).isEqualTo(new Shape(2, 2, 2));
    assertThat(found.toFloatArray()).containsExactly(5, 6, 1, 2, 3, 4, 3, 4);
  }

  @Test
  void readsStridedViews() {
    NDArray all = manager.create(new float[] {0, 1, 2, 0, 3, 4}, new Shape(2, 3));
    assertThat(IndexSelect.of(all.get(":,1:"), 1, 0).toFloatArray()).containsExactly(3, 4, 1, 2);
  }

  @Test
  void attachesOnlyItsResult() {
    NDArray images = manager.zeros(new Shape(4, 2, 2));
    NDArray labels = manager.zeros(new Shape(4), DataType.INT64);
    int before = manager.getManagedArrays().size();
    IndexSelect.of(images, 1, 2);
    IndexSelect.of(labels, 1, 2);
    assertThat(manager.getManagedArrays()).hasSize(before + 2);
  }
}
