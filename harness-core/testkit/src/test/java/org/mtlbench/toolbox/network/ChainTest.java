package org.mtlbench.toolbox.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Position;
import org.mtlbench.api.layer.Role;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.testkit.PaperNetworks;
import org.mtlbench.toolbox.gradient.GradientMode;

class ChainTest {
  private static final Randomness RANDOM = new Randomness(7);
  private NDManager manager;

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private List<Chain> trunk(List<List<LayerSpec>> stages) {
    return Chain.stages("trunk", stages, Role.TRUNK, true, false, manager, RANDOM);
  }

  private Chain chain(LayerSpec... layers) {
    return Chain.of("part", List.of(layers), Role.TRUNK, false, false, manager, RANDOM);
  }

  /** The same images twice: channels last in memory, and channels first. */
  private NDArray[] images(int batch, int channels, int side) {
    RandomGenerator generator = RANDOM.stream("images");
    float[] values = new float[batch * channels * side * side];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) generator.nextGaussian();
    }
    NDArray last = manager.create(values, new Shape(batch, side, side, channels));
    NDArray first = manager.create(new Shape(batch, channels, side, side));
    NDArray view = last.transpose(0, 3, 1, 2);
    first.set(view.toFloatArray());
    return new NDArray[] {view, first};
  }

  @Test
  void setsNamesAndPositionsOfParameters() {
    List<Parameter> parameters =
        trunk(PaperNetworks.CIFAR10_MNIST.backbone().stages()).stream()
            .flatMap(c -> c.parameters().stream())
            .toList();
    assertThat(parameters)
        .extracting(Parameter::name)
        .containsExactly(
            "trunk.conv1.weight",
            "trunk.conv1.bias",
            "trunk.norm1.scale",
            "trunk.norm1.shift",
            "trunk.norm1.mean",
            "trunk.norm1.variance",
            "trunk.conv2.weight",
            "trunk.conv2.bias",
            "trunk.norm2.scale",
            "trunk.norm2.shift",
            "trunk.norm2.mean",
            "trunk.norm2.variance",
            "trunk.linear.weight",
            "trunk.linear.bias");
    assertThat(parameters)
        .filteredOn(p -> p.position() == Position.INPUT)
        .extracting(Parameter::name)
        .containsExactly("trunk.conv1.weight", "trunk.conv1.bias");
    assertThat(parameters).filteredOn(p -> p.position() == Position.OUTPUT).isEmpty();
    assertThat(parameters)
        .filteredOn(p -> !p.trainable())
        .extracting(Parameter::name)
        .allMatch(name -> name.endsWith(".mean") || name.endsWith(".variance"))
        .hasSize(4);
  }

  @Test
  void setsOutputPositionOfLastHeadLayer() {
    Chain head =
        Chain.of(
            "head1",
            List.of(new Linear(4, 3), Activation.RELU, new Linear(3, 2)),
            Role.task(0),
            false,
            true,
            manager,
            RANDOM);
    assertThat(head.parameters())
        .extracting(Parameter::name, Parameter::position, Parameter::role)
        .contains(
            tuple("head1.linear1.weight", Position.HIDDEN, Role.task(0)),
            tuple("head1.linear2.weight", Position.OUTPUT, Role.task(0)));
  }

  @Test
  void channelsLastAndChannelsFirstAgree() {
    agree(trunk(PaperNetworks.CIFAR10_MNIST.backbone().stages()), images(6, 3, 32));
    agree(trunk(PaperNetworks.MULTI_MNIST.backbone().stages()), images(6, 1, 28));
  }

  private static void agree(List<Chain> stages, NDArray[] images) {
    for (ForwardMode mode : List.of(ForwardMode.EVALUATION, ForwardMode.TRAINING)) {
      NDArray a = images[0];
      NDArray b = images[1];
      for (Chain stage : stages) {
        a = stage.forward(a, mode);
        b = stage.forward(b, mode);
        assertThat(a.getShape()).isEqualTo(b.getShape());
        assertThat(a.sub(b).abs().max().getFloat()).isLessThan(1e-5f);
      }
    }
  }

  @Test
  void flattensChannelByChannelInAnyLayout() {
    NDArray[] images = images(2, 3, 4);
    Chain flatten = chain(new Flatten());
    NDArray last = flatten.forward(images[0], ForwardMode.EVALUATION);
    NDArray first = flatten.forward(images[1], ForwardMode.EVALUATION);
    assertThat(last.getShape()).isEqualTo(new Shape(2, 48));
    assertThat(last.toFloatArray()).containsExactly(first.toFloatArray());
    // channel 2, row 1, column 3 of the second example
    assertThat(last.getFloat(1, 2 * 16 + 4 + 3)).isEqualTo(images[1].getFloat(1, 2, 1, 3));
  }

  @Test
  void convolutionMatchesDefinition() {
    Chain conv = chain(new Convolution(2, 3, 2));
    NDArray[] images = images(2, 2, 3);
    NDArray y = conv.forward(images[0], ForwardMode.EVALUATION);
    assertThat(y.getShape()).isEqualTo(new Shape(2, 3, 2, 2));
    NDArray kernel = conv.parameters().get(0).value();
    double sum = conv.parameters().get(1).value().getFloat(1);
    for (int c = 0; c < 2; c++) {
      for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 2; j++) {
          sum += kernel.getFloat(1, c, i, j) * images[1].getFloat(0, c, 1 + i, j);
        }
      }
    }
    assertThat((double) y.getFloat(0, 1, 1, 0)).isCloseTo(sum, within(1e-6));
  }

  @Test
  void poolingDropsRemainder() {
    NDArray x = manager.arange(25f).reshape(1, 1, 5, 5);
    NDArray y = chain(new MaxPool(2)).forward(x, ForwardMode.EVALUATION);
    assertThat(y.getShape()).isEqualTo(new Shape(1, 1, 2, 2));
    assertThat(y.toFloatArray()).containsExactly(6, 8, 16, 18);
  }

  @Test
  void batchNormalisationMatchesDefinition() {
    Chain norm = chain(new BatchNorm(1));
    NDArray x = manager.create(new float[] {1, 2, 3, 6}, new Shape(4, 1));
    NDArray y = norm.forward(x, ForwardMode.TRAINING);
    // mean 3, biased variance 3.5, unbiased 14/3
    double deviation = Math.sqrt(3.5 + 1e-5);
    assertThat((double) y.getFloat(0, 0)).isCloseTo(-2 / deviation, within(1e-6));
    assertThat((double) y.getFloat(3, 0)).isCloseTo(3 / deviation, within(1e-6));
    assertThat((double) norm.parameters().get(2).value().getFloat(0)).isCloseTo(0.3, within(1e-6));
    assertThat((double) norm.parameters().get(3).value().getFloat(0))
        .isCloseTo(0.9 + 0.1 * 14 / 3, within(1e-6));

    NDArray z = norm.forward(x, ForwardMode.EVALUATION);
    assertThat((double) z.getFloat(0, 0))
        .isCloseTo(0.7 / Math.sqrt(0.9 + 1.4 / 3 + 1e-5), within(1e-6));
    assertThat((double) norm.parameters().get(2).value().getFloat(0)).isCloseTo(0.3, within(1e-6));
  }

  @Test
  void activationsMatchDefinitions() {
    NDArray x = manager.create(new float[] {-1, 0, 2}, new Shape(1, 3));
    assertThat(chain(Activation.RELU).forward(x, ForwardMode.EVALUATION).toFloatArray())
        .containsExactly(0, 0, 2);
    assertThat(chain(Activation.SIGMOID).forward(x, ForwardMode.EVALUATION).toFloatArray())
        .containsExactly(
            new float[] {(float) (1 / (1 + Math.exp(1))), 0.5f, (float) (1 / (1 + Math.exp(-2)))},
            within(1e-6f));
    double log = Math.log(Math.exp(-1) + 1 + Math.exp(2));
    assertThat(chain(Activation.LOG_SOFTMAX).forward(x, ForwardMode.EVALUATION).toFloatArray())
        .containsExactly(
            new float[] {(float) (-1 - log), (float) -log, (float) (2 - log)}, within(1e-6f));
  }

  @Test
  void probesRawOutputsInOrder() {
    Chain chain = chain(new Linear(2, 3), Activation.RELU, new Linear(3, 1));
    List<String> probed = new ArrayList<>();
    List<NDArray> outputs = new ArrayList<>();
    chain.forward(
        manager.create(new float[] {1, -1}, new Shape(1, 2)),
        ForwardMode.probing(
            (parameter, output) -> {
              probed.add(parameter.name());
              outputs.add(output);
            }));
    assertThat(probed).containsExactly("part.linear1.weight", "part.linear2.weight");
    NDArray matrix = chain.parameters().get(0).value();
    NDArray bias = chain.parameters().get(1).value();
    for (int i = 0; i < 3; i++) {
      assertThat(outputs.get(0).getFloat(0, i))
          .isCloseTo(
              matrix.getFloat(i, 0) - matrix.getFloat(i, 1) + bias.getFloat(i), within(1e-6f));
    }
  }

  @Test
  void gradientsReachEveryTrainableParameter() {
    Chain chain =
        chain(
            new Convolution(3, 4, 3),
            new MaxPool(2),
            new BatchNorm(4),
            Activation.SIGMOID,
            new Flatten(),
            new Linear(36, 2),
            Activation.LOG_SOFTMAX);
    NDArray x = images(5, 3, 8)[0];
    try (GradientMode mode = GradientMode.on();
        NDScope scope = new NDScope()) {
      NDArray loss = chain.forward(x, ForwardMode.TRAINING).get(":, 0").sum();
      JniUtils.backward((PtNDArray) loss, (PtNDArray) manager.create(1f), false, false);
      for (Parameter parameter : chain.parameters()) {
        // the normalisation takes out what the convolution's bias adds
        if (parameter.trainable() && !parameter.name().equals("part.conv.bias")) {
          assertThat(parameter.value().getGradient().abs().sum().getFloat())
              .as(parameter.name())
              .isGreaterThan(1e-6f);
        }
      }
    }
  }

  @Test
  void networkOutlivesScope() {
    Chain chain;
    try (NDScope scope = new NDScope()) {
      chain = chain(new Linear(2, 3), new BatchNorm(3));
    }
    assertThat(chain.parameters()).allSatisfy(p -> assertThat(p.value().isReleased()).isFalse());
    assertThat(manager.getManagedArrays()).hasSize(6);
  }

  @Test
  void forwardPassInScopeDoesNotLeak() {
    List<Chain> stages = trunk(PaperNetworks.CIFAR10_MNIST.backbone().stages());
    NDArray images = images(2, 3, 32)[0];
    int before = manager.getManagedArrays().size();
    try (NDScope scope = new NDScope()) {
      NDArray x = images;
      for (Chain stage : stages) {
        x = stage.forward(x, ForwardMode.TRAINING);
      }
    }
    assertThat(manager.getManagedArrays()).hasSize(before);
  }

  @Test
  void poolingIsIndependentOfGradientMode() {
    Chain pool = chain(new MaxPool(2));
    Chain wide = chain(new MaxPool(3));
    for (NDArray images : images(3, 5, 11)) {
      for (Chain each : List.of(pool, wide)) {
        NDArray recorded;
        try (GradientMode on = GradientMode.on()) {
          recorded = each.forward(images, ForwardMode.TRAINING);
        }
        try (GradientMode off = GradientMode.off()) {
          assertThat(each.forward(images, ForwardMode.EVALUATION)).isEqualTo(recorded);
        }
      }
    }
  }

  /** 8 outputs for 5 images: the images are copied; for 20 images the matrix is. */
  @Test
  void flattenedLinearLayerReadsChannelByChannel() {
    Chain chain = chain(new Flatten(), new Linear(48, 8));
    Parameter matrix = chain.parameters().get(0);
    Parameter bias = chain.parameters().get(1);
    for (int batch : new int[] {5, 20}) {
      NDArray[] images = images(batch, 3, 4);
      float[] flat = images[1].toFloatArray();
      float[] w = matrix.value().toFloatArray();
      float[] b = bias.value().toFloatArray();
      for (NDArray image : images) {
        float[] outputs = chain.forward(image, ForwardMode.TRAINING).toFloatArray();
        for (int i = 0; i < batch; i++) {
          for (int out = 0; out < 8; out++) {
            double expected = b[out];
            for (int k = 0; k < 48; k++) {
              expected += (double) flat[i * 48 + k] * w[out * 48 + k];
            }
            assertThat((double) outputs[i * 8 + out]).isCloseTo(expected, within(1e-5));
          }
        }
      }
    }
  }
}
