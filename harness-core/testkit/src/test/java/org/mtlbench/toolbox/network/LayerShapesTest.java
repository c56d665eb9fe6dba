package org.mtlbench.toolbox.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.layer.LayerSpec;

class LayerShapesTest {
  private static final Shape IMAGE = new Shape(3, 9, 8);

  @Test
  void computesShapesOfAllLayers() {
    assertThat(
            LayerShapes.output(
                "x",
                List.of(
                    new Convolution(3, 5, 3), new MaxPool(2), new BatchNorm(5), Activation.RELU),
                IMAGE))
        .isEqualTo(new Shape(5, 3, 3));
    assertThat(
            LayerShapes.output(
                "x",
                List.of(
                    new Flatten(),
                    new Linear(216, 7),
                    new BatchNorm(7),
                    Activation.SIGMOID,
                    Activation.LOG_SOFTMAX),
                IMAGE))
        .isEqualTo(new Shape(7));
  }

  @Test
  void computesShapesWithStridePaddingBlocksAndResizing() {
    List<LayerSpec> layers =
        List.of(
            new Convolution(3, 4, 3, 2, 1),
            new Residual(
                List.of(Convolution.same(4, 6, 3), new BatchNorm(6)),
                List.of(new Convolution(4, 6, 1))),
            new AveragePool(2),
            new Upsampling(9, 8, Upsampling.Mode.BILINEAR),
            new Dropout(0.5));
    assertThat(LayerShapes.output("x", layers.subList(0, 1), IMAGE)).isEqualTo(new Shape(4, 5, 4));
    assertThat(LayerShapes.output("x", layers.subList(0, 3), IMAGE)).isEqualTo(new Shape(6, 2, 2));
    assertThat(LayerShapes.output("x", layers, IMAGE)).isEqualTo(new Shape(6, 9, 8));
    assertThat(LayerShapes.output("x", List.of(new GlobalAveragePool()), IMAGE))
        .isEqualTo(new Shape(3));
    // 20 values of 4 channels, 27 products each; then 20 of 6 channels, 36 and 4 products each
    assertThat(LayerShapes.multiplyAdds(layers, IMAGE)).isEqualTo(20 * 4 * 27 + 20 * 6 * 40);
  }

  @Test
  void countsMultiplyAdds() {
    List<LayerSpec> layers =
        List.of(new Convolution(3, 5, 3), Activation.RELU, new Flatten(), new Linear(210, 4));
    // 5 channels of 7x6 values, 27 products each; then 210 * 4
    assertThat(LayerShapes.multiplyAdds(layers, IMAGE)).isEqualTo(5 * 42 * 27 + 840);
  }

  @Test
  void namesLayerThatDoesNotFit() {
    List<LayerSpec> layers = List.of(new Flatten(), new Linear(320, 50));
    assertThatThrownBy(() -> LayerShapes.output("trunk", layers, IMAGE))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessage(
            "trunk[1]: found Linear[in=320, out=50, bias=true] reading (216),"
                + " expected a flat input of 320 features");
  }

  @Test
  void rejectsInvalidInputShapes() {
    rejects(new Convolution(4, 5, 3), "an input of 4 channels");
    rejects(new Convolution(3, 5, 9), "a kernel no larger than the padded image");
    rejects(new Convolution(3, 0, 3), "out, kernel and stride above 0");
    rejects(new MaxPool(9), "a window no larger than the image");
    rejects(new MaxPool(0), "a window above 0");
    rejects(new BatchNorm(8), "8 channels");
    rejects(new Linear(216, 2), "a flat input of 216 features");
    rejects(Activation.LOG_SOFTMAX, "a flat input");
    rejects(new Convolution(3, 5, 3, 0, 1), "stride above 0");
    rejects(new Convolution(3, 5, 3, 1, -1), "padding of at least 0");
    rejects(new AveragePool(9), "a window no larger than the image");
    rejects(new Upsampling(8, 8, Upsampling.Mode.NEAREST), "at most 8 rows and 8 columns");
    rejects(new Dropout(1), "below 1");
    rejects(new PaddedShortcut(2, 2), "at most 2 channels");
    rejects(new PaddedShortcut(3, 0), "a stride above 0");
    rejects(
        new Residual(List.of(new Convolution(3, 5, 1)), List.of()),
        "layers that give the shortcut's shape (3, 9, 8), not (5, 9, 8)");
    for (LayerSpec flat : List.of(new GlobalAveragePool(), new AveragePool(1), new MaxPool(1))) {
      assertThatThrownBy(() -> LayerShapes.output("x", List.of(flat), new Shape(5)))
          .hasMessageContaining("expected a spatial input, (C, H, W)");
    }
  }

  private static void rejects(LayerSpec layer, String allowed) {
    assertThatThrownBy(() -> LayerShapes.output("x", List.of(layer), IMAGE))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining(allowed);
  }
}
