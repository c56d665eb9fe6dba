package org.mtlbench.methods.mtan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.architecture.Blueprint;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.testkit.NetworkCase;
import org.mtlbench.testkit.PaperNetworks;
import org.mtlbench.testkit.PlainNetwork;
import org.mtlbench.toolbox.network.Activation;
import org.mtlbench.toolbox.network.BatchNorm;
import org.mtlbench.toolbox.network.Convolution;
import org.mtlbench.toolbox.network.Flatten;
import org.mtlbench.toolbox.network.Linear;
import org.mtlbench.toolbox.network.MaxPool;

class AttentionLayersTest {
  private static Blueprint trunk(List<List<LayerSpec>> stages) {
    return NetworkCase.of(new Shape(1, 12, 12), stages, 1, 2).blueprint();
  }

  @Test
  void matchesPaperOnMultiMnist() {
    assertThat(AttentionLayers.of(PaperNetworks.MULTI_MNIST.blueprint()).modules())
        .containsExactly(
            List.of(
                new Convolution(10, 10, 1),
                Activation.RELU,
                new Convolution(10, 20, 5),
                new MaxPool(2),
                Activation.SIGMOID),
            List.of(
                new Flatten(),
                new Linear(320, 320),
                Activation.RELU,
                new Linear(320, 50),
                Activation.SIGMOID));
  }

  @Test
  void normalisesIfTrunkDoes() {
    assertThat(AttentionLayers.of(PaperNetworks.CIFAR10_MNIST.blueprint()).modules())
        .containsExactly(
            List.of(
                new Convolution(16, 16, 1),
                new BatchNorm(16),
                Activation.RELU,
                new Convolution(16, 32, 3),
                new MaxPool(2),
                new BatchNorm(32),
                Activation.SIGMOID),
            List.of(
                new Flatten(),
                new Linear(1152, 1152),
                Activation.RELU,
                new Linear(1152, 32),
                Activation.SIGMOID));
  }

  @Test
  void matchesPaperParameterCountPerTask() {
    assertThat(attentionParameters(PaperNetworks.MULTI_MNIST)).isEqualTo(123_900);
    assertThat(attentionParameters(PaperNetworks.CIFAR10_MNIST)).isEqualTo(1_370_160);
  }

  private static long attentionParameters(NetworkCase parts) {
    try (NDManager manager = NDManager.newBaseManager()) {
      Randomness random = new Randomness(0);
      PlainNetwork network = PlainNetwork.of(parts.onlyTasks(0), manager, random);
      MtanModel model =
          MtanModel.of(network, AttentionLayers.of(parts.blueprint()), false, manager, random);
      long attention =
          model.attentionParameters().stream()
              .filter(Parameter::trainable)
              .mapToLong(Parameter::size)
              .sum();
      assertThat(model.parameterCount()).isEqualTo(network.parameterCount() + attention);
      return attention;
    }
  }

  @Test
  void countsItsMultiplyAdds() {
    // 12x12 pixels of 10x10; 8x8 of 20x10x5x5; 320x320; 320x50
    assertThat(AttentionLayers.of(PaperNetworks.MULTI_MNIST.blueprint()).multiplyAdds())
        .isEqualTo(144 * 100 + 64 * 5000 + 320 * 320 + 320 * 50);
  }

  @Test
  void supportsAnyNumberOfStagesAndLayers() {
    List<List<LayerSpec>> modules =
        AttentionLayers.of(
                trunk(
                    List.of(
                        List.of(new Convolution(1, 2, 3), Activation.RELU),
                        List.of(
                            new Convolution(2, 3, 3),
                            new BatchNorm(3),
                            Activation.RELU,
                            new Convolution(3, 4, 1),
                            new BatchNorm(4),
                            Activation.RELU,
                            new MaxPool(2)),
                        List.of(
                            new Flatten(), new Linear(64, 7), new BatchNorm(7), Activation.RELU),
                        List.of(new Linear(7, 5)))))
            .modules();
    assertThat(modules).hasSize(3);
    assertThat(modules.get(0))
        .containsExactly(
            new Convolution(2, 2, 1),
            new BatchNorm(2),
            Activation.RELU,
            new Convolution(2, 3, 3),
            new BatchNorm(3),
            Activation.RELU,
            new Convolution(3, 4, 1),
            new BatchNorm(4),
            new MaxPool(2),
            Activation.SIGMOID);
    assertThat(modules.get(1))
        .containsExactly(
            new Flatten(),
            new Linear(64, 64),
            new BatchNorm(64),
            Activation.RELU,
            new Linear(64, 7),
            new BatchNorm(7),
            Activation.SIGMOID);
    assertThat(modules.get(2))
        .containsExactly(new Linear(7, 7), Activation.RELU, new Linear(7, 5), Activation.SIGMOID);
  }

  @Test
  void rejectsTrunksWithoutAttention() {
    assertThatThrownBy(
            () -> AttentionLayers.of(trunk(List.of(List.of(new Flatten(), new Linear(144, 5))))))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining(
            "trunk: found a single stage, expected a shared trunk of at least 2 stages");
    assertThatThrownBy(
            () ->
                AttentionLayers.of(
                    trunk(
                        List.of(
                            List.of(new Convolution(1, 2, 3)),
                            List.of(new MaxPool(2), new Flatten()),
                            List.of(new Linear(50, 5))))))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("trunk[1]: found neither a convolution nor a linear layer");
  }
}
