package org.mtlbench.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.api.task.Task;
import org.mtlbench.toolbox.dataset.TensorSplit;
import org.mtlbench.toolbox.task.Tasks;

class ExamplePanelsTest {
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  /** Inputs that need no preparation. */
  private record Plain(Split only) implements Dataset {
    @Override
    public Split split(SplitName name) {
      return only;
    }

    @Override
    public List<NDArray> prepare(List<NDArray> raw) {
      return raw;
    }
  }

  private ExamplePanels panels(Examples examples, Task... tasks) {
    return ExamplePanels.of(new Plain(new TensorSplit(examples)), examples, List.of(tasks))
        .orElseThrow();
  }

  /** The three bytes of a pixel of the only example, of images of two pixels in a row. */
  private static List<Integer> pixel(ExamplePanels panels, int panel, int column) {
    int at = 3 * (2 * panel + column);
    return List.of(
        panels.rgb()[at] & 0xff, panels.rgb()[at + 1] & 0xff, panels.rgb()[at + 2] & 0xff);
  }

  private NDArray bytes(Shape shape, int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(values.length);
    for (int value : values) {
      buffer.put((byte) value);
    }
    return manager.create(buffer.flip(), shape, DataType.UINT8);
  }

  @Test
  void drawsMapsNextToImageAndMissingLabelsBlack() {
    NDArray image = bytes(new Shape(1, 1, 2, 3), 1, 2, 3, 4, 5, 6);
    NDArray second = manager.create(new boolean[] {true, false}, new Shape(1, 1, 2));
    NDArray classes = manager.create(new long[] {2, 0}, new Shape(1, 1, 2));
    NDArray depth = manager.create(new float[] {3, 9}, new Shape(1, 1, 1, 2));
    NDArray normals = manager.create(new float[] {1, 0, 0, 0, 0, -1}, new Shape(1, 3, 1, 2));
    ExamplePanels panels =
        panels(
            new Examples(
                List.of(image),
                List.of(
                    Labelled.masked(classes, second),
                    Labelled.complete(depth),
                    Labelled.masked(normals, second))),
            Tasks.segmentation("ground", 4),
            Tasks.depth("far"),
            Tasks.normals("facing"));

    assertThat(panels.perExample()).isEqualTo(4);
    assertThat(pixel(panels, 0, 0)).containsExactly(1, 2, 3);
    assertThat(pixel(panels, 0, 1)).containsExactly(4, 5, 6);
    assertThat(pixel(panels, 1, 0)).isNotEqualTo(List.of(0, 0, 0));
    assertThat(pixel(panels, 1, 1)).containsExactly(0, 0, 0);
    assertThat(pixel(panels, 2, 0)).containsExactly(40, 40, 40);
    assertThat(pixel(panels, 2, 1)).containsExactly(255, 255, 255);
    assertThat(pixel(panels, 3, 0)).containsExactly(255, 128, 128);
    assertThat(pixel(panels, 3, 1)).containsExactly(0, 0, 0);
    assertThat(panels.captions())
        .containsExactly(
            "panel 2, ground: one colour for each of 4 classes",
            "panel 3, far: 3.000 in dark grey to 9.000 in white",
            "panel 4, facing: red, green and blue from -1 to 1");
  }

  @Test
  void classesHaveDifferentColours() {
    int n = 40;
    NDArray image = manager.zeros(new Shape(1, 1, n, 1), DataType.UINT8);
    NDArray classes = manager.arange(0, n, 1, DataType.INT64).reshape(1, 1, n);
    ExamplePanels panels =
        panels(
            new Examples(List.of(image), List.of(Labelled.complete(classes))),
            Tasks.segmentation("ground", n));
    List<String> colours =
        IntStream.range(n, 2 * n)
            .mapToObj(
                i ->
                    panels.rgb()[3 * i]
                        + " "
                        + panels.rgb()[3 * i + 1]
                        + " "
                        + panels.rgb()[3 * i + 2])
            .toList();
    assertThat(colours).doesNotHaveDuplicates().doesNotContain("0 0 0");
  }

  @Test
  void imagesOfNumbersAreDrawnFromTheirDarkestToTheirBrightest() {
    NDArray image = manager.create(new float[] {-1, 3}, new Shape(1, 1, 1, 2));
    ExamplePanels panels =
        panels(
            new Examples(
                List.of(image), List.of(Labelled.complete(manager.create(new long[] {1})))),
            Tasks.classification("kind", 2));
    assertThat(panels.perExample()).isEqualTo(1);
    assertThat(pixel(panels, 0, 0)).containsExactly(0, 0, 0);
    assertThat(pixel(panels, 0, 1)).containsExactly(255, 255, 255);
  }

  @Test
  void hasNoPanelsForTables() {
    Examples table =
        new Examples(
            List.of(manager.ones(new Shape(2, 5))),
            List.of(Labelled.complete(manager.create(new long[] {0, 1}))));
    assertThat(
            ExamplePanels.of(
                new Plain(new TensorSplit(table)), table, List.of(Tasks.classification("kind", 2))))
        .isEmpty();
  }
}
