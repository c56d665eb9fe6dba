package org.mtlbench.toolbox.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.NetworkSpec;
import org.mtlbench.testkit.PaperNetworks;

class DimensionsTest {
  private static final Dimensions IMAGE = new Dimensions.Spatial(3, 9, 8);

  @Test
  void followsEveryKindOfLayer() {
    assertThat(
            IMAGE.after(
                "x",
                List.of(
                    new LayerSpec.Convolution(3, 5, 3),
                    new LayerSpec.MaxPool(2),
                    new LayerSpec.BatchNorm(5),
                    new LayerSpec.Relu())))
        .isEqualTo(new Dimensions.Spatial(5, 3, 3));
    assertThat(
            IMAGE.after(
                "x",
                List.of(
                    new LayerSpec.Flatten(),
                    new LayerSpec.Linear(216, 7),
                    new LayerSpec.BatchNorm(7),
                    new LayerSpec.Sigmoid(),
                    new LayerSpec.LogSoftmax())))
        .isEqualTo(new Dimensions.Flat(7));
  }

  @Test
  void countsMultiplyAdds() {
    List<LayerSpec> layers =
        List.of(
            new LayerSpec.Convolution(3, 5, 3),
            new LayerSpec.Relu(),
            new LayerSpec.Flatten(),
            new LayerSpec.Linear(210, 4));
    // 5 channels of 7x6 values, 27 products each; then 210 * 4
    assertThat(IMAGE.multiplyAdds("x", layers)).isEqualTo(5 * 42 * 27 + 840);
  }

  @Test
  void namesTheLayerThatDoesNotFit() {
    List<LayerSpec> layers = List.of(new LayerSpec.Flatten(), new LayerSpec.Linear(320, 50));
    assertThatThrownBy(() -> IMAGE.after("trunk", layers))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessage(
            "trunk[1]: found Linear[in=320, out=50] reading 216 features,"
                + " expected a flat input of 320 features");
  }

  @Test
  void refusesWhatCannotBeRead() {
    refuses(new LayerSpec.Convolution(4, 5, 3), "a spatial input of 4 channels");
    refuses(new LayerSpec.Convolution(3, 5, 9), "a kernel no larger than the image");
    refuses(new LayerSpec.Convolution(3, 0, 3), "out and kernel above 0");
    refuses(new LayerSpec.MaxPool(9), "a window no larger than the image");
    refuses(new LayerSpec.MaxPool(0), "a window above 0");
    refuses(new LayerSpec.BatchNorm(8), "8 channels");
    refuses(new LayerSpec.Linear(216, 2), "a flat input of 216 features");
    refuses(new LayerSpec.LogSoftmax(), "a flat input");
  }

  private static void refuses(LayerSpec layer, String allowed) {
    assertThatThrownBy(() -> IMAGE.after("x", List.of(layer)))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining(allowed);
  }

  @Test
  void checksThatTheMonitorGivesTheTrunksFeature() {
    NetworkSpec parts =
        new NetworkSpec(
            3,
            9,
            8,
            List.of(List.of(new LayerSpec.Flatten(), new LayerSpec.Linear(216, 4))),
            List.of(new LayerSpec.Flatten(), new LayerSpec.Linear(216, 5)),
            List.of(List.of(new LayerSpec.Linear(4, 2))));
    assertThatThrownBy(() -> NetworkDimensions.of(parts))
        .hasMessage("monitor: found an output of 5 features, expected the trunk's 4 features");
  }

  @Test
  void refusesATrunkThatGivesNoFlatFeature() {
    NetworkSpec parts =
        new NetworkSpec(3, 9, 8, List.of(List.of(new LayerSpec.Relu())), List.of(), List.of());
    assertThatThrownBy(() -> NetworkDimensions.of(parts))
        .hasMessage("trunk: found a feature of 3x9x8, expected a flat feature");
  }

  @Test
  void addsUpTheCostsOfMultiMnist() {
    NetworkDimensions dimensions = NetworkDimensions.of(PaperNetworks.MULTI_MNIST);
    assertThat(dimensions.stages())
        .containsExactly(
            new Dimensions.Spatial(10, 12, 12),
            new Dimensions.Spatial(20, 4, 4),
            new Dimensions.Flat(50));
    assertThat(dimensions.outputs())
        .containsExactly(new Dimensions.Flat(10), new Dimensions.Flat(10));
    // 24*24*10*25 + 8*8*20*250 + 320*50
    assertThat(dimensions.trunkMultiplyAdds()).isEqualTo(144_000 + 320_000 + 16_000);
    // 24*24*20*25 + 2880*50
    assertThat(dimensions.monitorMultiplyAdds()).isEqualTo(288_000 + 144_000);
    assertThat(dimensions.headMultiplyAdds()).containsExactly(500L, 500L);
  }
}
