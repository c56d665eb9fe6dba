package org.mtlbench.architectures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlbench.api.architecture.Backbone;
import org.mtlbench.api.architecture.BackbonePlugin;
import org.mtlbench.api.architecture.Blueprint;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.InputSpec;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.task.Target;
import org.mtlbench.api.task.Task;
import org.mtlbench.architectures.conv.ConvPlugin;
import org.mtlbench.architectures.encoderdecoder.EncoderDecoderPlugin;
import org.mtlbench.architectures.hps.HpsConfig;
import org.mtlbench.architectures.hps.HpsPlugin;
import org.mtlbench.architectures.lenet.LenetPlugin;
import org.mtlbench.architectures.mdmtn.MdmtnConfig;
import org.mtlbench.architectures.mdmtn.MdmtnPlugin;
import org.mtlbench.architectures.mlp.MlpPlugin;
import org.mtlbench.architectures.resnet.ResnetConfig;
import org.mtlbench.architectures.resnet.ResnetPlugin;
import org.mtlbench.architectures.segnet.SegnetConfig;
import org.mtlbench.architectures.segnet.SegnetPlugin;
import org.mtlbench.architectures.vgg.VggConfig;
import org.mtlbench.architectures.vgg.VggPlugin;
import org.mtlbench.testkit.NetworkCase;
import org.mtlbench.testkit.PaperNetworks;
import org.mtlbench.toolbox.network.Dropout;
import org.mtlbench.toolbox.network.Embedding;
import org.mtlbench.toolbox.network.Linear;
import org.mtlbench.toolbox.network.Upsampling;
import org.mtlbench.toolbox.task.Tasks;

class BackbonesTest extends NetworkTestBase {
  private static <C extends Record> Backbone backbone(BackbonePlugin<C> plugin, long... input) {
    return plugin.of(plugin.defaults(), InputSpec.of(input));
  }

  private static List<Task> classifications(int tasks) {
    return Stream.of("a", "b", "c", "d", "e", "f", "g", "h", "i")
        .limit(tasks)
        .map(name -> Tasks.classification(name, 10))
        .toList();
  }

  @Test
  void lenetAndConvMatchPaperByDefault() {
    assertThat(backbone(new LenetPlugin(), 1, 28, 28).stages())
        .isEqualTo(PaperNetworks.MULTI_MNIST.backbone().stages());
    assertThat(backbone(new ConvPlugin(), 3, 32, 32).stages())
        .isEqualTo(PaperNetworks.CIFAR10_MNIST.backbone().stages());
    assertThat(backbone(new LenetPlugin(), 1, 28, 28).head(new Target.Classes(10)))
        .containsExactly(new Linear(50, 10));
    assertThat(backbone(new ConvPlugin(), 3, 32, 32).head(new Target.Classes(10)))
        .containsExactly(new Linear(32, 10));
  }

  static Stream<Arguments> paperNetworks() {
    return Stream.of(
        Arguments.of("hps", PaperNetworks.MULTI_MNIST, "86ee4e016474c27a"),
        Arguments.of("mdmtn", PaperNetworks.MULTI_MNIST, "28cc758750ccb25d"),
        Arguments.of("hps", PaperNetworks.CIFAR10_MNIST, "926c0f2a8df07bf6"),
        Arguments.of("mdmtn", PaperNetworks.CIFAR10_MNIST, "9000477e5628725a"));
  }

  /** Names, positions and bits of the initial values; results of seeded runs depend on them. */
  @ParameterizedTest
  @MethodSource("paperNetworks")
  void initialValuesOfPaperNetworksAreStable(String architecture, NetworkCase parts, String hash)
      throws NoSuchAlgorithmException {
    Network network = architecture.equals("hps") ? hps(parts) : mdmtn(parts, 1, 0.5);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Parameter parameter : network.parameters()) {
      digest.update(parameter.name().getBytes(StandardCharsets.UTF_8));
      digest.update(parameter.position().name().getBytes(StandardCharsets.UTF_8));
      float[] values = parameter.value().toFloatArray();
      ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
      for (float value : values) {
        bytes.putFloat(value);
      }
      digest.update(bytes.array());
    }
    assertThat(HexFormat.of().formatHex(digest.digest(), 0, 8)).isEqualTo(hash);
  }

  @ParameterizedTest
  @CsvSource({"2, 28", "4, 28", "9, 42"})
  void lenetAdaptsToImageSize(int tasks, int side) {
    NetworkCase parts =
        NetworkCase.of(backbone(new LenetPlugin(), 1, side, side), classifications(tasks));
    int pooled = ((side - 4) / 2 - 4) / 2;
    assertThat(hps(parts).parameterCount())
        .isEqualTo(260 + 5020 + 20 * pooled * pooled * 50 + 50 + tasks * 510);
    assertThat(mdmtn(parts, 1, 0).tasks()).isEqualTo(tasks);
  }

  @Test
  void mlpAcceptsAnyShapeAndDropout() {
    assertThat(backbone(new MlpPlugin(), 13).stages().get(0).get(0)).isEqualTo(new Linear(13, 64));
    NetworkCase images = NetworkCase.of(backbone(new MlpPlugin(), 2, 4, 4), classifications(2));
    assertThat(hps(images).parameterCount()).isEqualTo(32 * 64 + 64 + 64 * 64 + 64 + 2 * 650);
    Backbone dropping =
        new MlpPlugin()
            .of(new org.mtlbench.architectures.mlp.MlpConfig(List.of(8), 0.25, 4), InputSpec.of(3));
    assertThat(dropping.stages().get(0)).endsWith(new Dropout(0.25));
  }

  @Test
  void mlpEmbedsCategoricalColumns() {
    Backbone backbone =
        new MlpPlugin().of(new MlpPlugin().defaults(), new InputSpec(new Shape(5), List.of(4, 7)));
    assertThat(backbone.stages().get(0))
        .startsWith(new Embedding(3, List.of(4, 7), 8), new Linear(3 + 2 * 8, 64));
    NetworkCase table = NetworkCase.of(backbone, classifications(1));
    // the monitor has its own embeddings
    assertThat(hps(table).parameterCount()).isEqualTo(11 * 8 + 20 * 64 + 65 * 64 + 65 * 10);
    assertThat(parameterShapes(mdmtn(table, 1, 0), "monitor1"))
        .containsExactly(new Shape(128, 19), new Shape(64, 128));
  }

  @Test
  void everyArchitectureAcceptsEveryBackbone() {
    List<Task> dense =
        List.of(
            Tasks.segmentation("segments", 4),
            Tasks.depth("depth"),
            Tasks.classification("scene", 3));
    for (NetworkCase parts :
        List.of(
            NetworkCase.of(backbone(new LenetPlugin(), 3, 20, 24), classifications(3)),
            NetworkCase.of(backbone(new ConvPlugin(), 1, 15, 18), classifications(2)),
            NetworkCase.of(backbone(new MlpPlugin(), 7), classifications(2)),
            NetworkCase.of(backbone(new EncoderDecoderPlugin(), 3, 18, 21), dense))) {
      Blueprint shared =
          new HpsPlugin().blueprint(new HpsConfig(), parts.backbone(), parts.facts());
      Blueprint monitored =
          new MdmtnPlugin().blueprint(MdmtnConfig.PAPER, parts.backbone(), parts.facts());
      assertThat(monitored.trunk()).isEqualTo(shared.trunk());
      assertThat(monitored.multiplyAdds()).isGreaterThan(shared.multiplyAdds());
      assertThat(hps(parts).parameterCount()).isLessThan(mdmtn(parts, 1, 0).parameterCount());
    }
  }

  /** Sizes of published implementations, with one head per network. */
  @Test
  void resnetHasParameterCountsOfPaper() {
    for (int[] size : new int[][] {{20, 269_722}, {32, 464_154}, {44, 658_586}, {56, 853_018}}) {
      Backbone backbone =
          new ResnetPlugin().of(new ResnetConfig(size[0], 16), InputSpec.of(3, 32, 32));
      assertThat(hps(NetworkCase.of(backbone, classifications(1))).parameterCount())
          .as("depth " + size[0])
          .isEqualTo(size[1]);
    }
    Blueprint blueprint =
        NetworkCase.of(backbone(new ResnetPlugin(), 3, 32, 32), classifications(1)).blueprint();
    assertThat(blueprint.trunk())
        .extracting(Blueprint.Stage::output)
        .containsExactly(
            new Shape(16, 32, 32), new Shape(16, 32, 32), new Shape(32, 16, 16), new Shape(64));
    // 432, 13,824, 4,608, 46,080, 18,432 and 184,320 products per output pixel
    assertThat(blueprint.shared())
        .isEqualTo(1024L * (432 + 13_824) + 256L * (4_608 + 46_080) + 64L * (18_432 + 184_320));
  }

  @Test
  void vggMatchesNetworkOfCelebAExperiments() {
    Backbone backbone = backbone(new VggPlugin(), 3, 64, 64);
    List<Task> attributes =
        IntStream.range(0, 40).mapToObj(i -> Tasks.multiLabel("attribute" + i, 1)).toList();
    NetworkCase parts = NetworkCase.of(backbone, attributes);
    // convolutions with batch normalisation, linear layers with batch normalisation, one output per
    // task
    assertThat(hps(parts).parameterCount())
        .isEqualTo(4_646_592L + 2 * 1_856 + 2 * 512 * 512 + 4 * 512 + 40 * 513);
    assertThat(parts.blueprint().trunk())
        .extracting(Blueprint.Stage::output)
        .containsExactly(
            new Shape(64, 32, 32),
            new Shape(128, 16, 16),
            new Shape(256, 8, 8),
            new Shape(512, 8, 8),
            new Shape(512));
  }

  @Test
  void segnetHasParameterCountOfAuthorsCode() {
    Backbone backbone = backbone(new SegnetPlugin(), 3, 32, 64);
    NetworkCase parts = NetworkCase.of(backbone, List.of(Tasks.segmentation("segmentation", 13)));
    assertThat(hps(parts).parameterCount()).isEqualTo(24_981_069);
    assertThat(parts.blueprint().trunk())
        .extracting(Blueprint.Stage::output)
        .containsExactly(
            new Shape(64, 16, 32),
            new Shape(128, 8, 16),
            new Shape(256, 4, 8),
            new Shape(512, 2, 4),
            new Shape(512, 1, 2),
            new Shape(512, 2, 4),
            new Shape(256, 4, 8),
            new Shape(128, 8, 16),
            new Shape(64, 16, 32),
            new Shape(64, 32, 64));
  }

  @Test
  void monitorsUseFirstStageOfEveryBackbone() {
    NetworkCase resnet = NetworkCase.of(backbone(new ResnetPlugin(), 3, 8, 8), classifications(2));
    assertThat(parameterShapes(mdmtn(resnet, 1, 0), "monitor1"))
        .containsExactly(new Shape(32, 3, 3, 3), new Shape(64, 32 * 64));
    Backbone narrow = new VggPlugin().of(new VggConfig(3), InputSpec.of(1, 8, 8));
    assertThat(parameterShapes(mdmtn(NetworkCase.of(narrow, classifications(2)), 1, 0), "monitor1"))
        .containsExactly(new Shape(6, 1, 3, 3), new Shape(24, 6 * 16));
    Backbone small =
        new SegnetPlugin()
            .of(new SegnetConfig(3, 2, Upsampling.Mode.NEAREST), InputSpec.of(3, 9, 12));
    NetworkCase dense = NetworkCase.of(small, List.of(Tasks.depth("depth")));
    assertThat(parameterShapes(mdmtn(dense, 1, 0), "monitor1"))
        .containsExactly(new Shape(6, 3, 3, 3), new Shape(6, 6, 3, 3), new Shape(3, 6, 1, 1));
  }

  @Test
  void resnetVggAndSegnetRejectOtherInputs() {
    assertThatThrownBy(() -> backbone(new SegnetPlugin(), 1, 28, 28))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("backbone segnet, stage 4")
        .hasMessageContaining("expected a window no larger than the image");
    assertThatThrownBy(() -> backbone(new VggPlugin(), 1, 7, 28))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("backbone vgg, stage 2");
    for (BackbonePlugin<?> plugin :
        List.of(new ResnetPlugin(), new VggPlugin(), new SegnetPlugin())) {
      assertThatThrownBy(() -> backbone(plugin, 13))
          .isInstanceOf(InvalidConfigException.class)
          .hasMessageContaining("expected images, (C, H, W)");
    }
    assertThatThrownBy(() -> backbone(new ResnetPlugin(), 3, 32, 32).head(new Target.ClassMap(3)))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("a backbone with a spatial feature");
    assertThatThrownBy(() -> new ResnetConfig(18, 0))
        .hasMessageContaining("depth: found 18, expected 6n + 2, at least 8")
        .hasMessageContaining("width: found 0");
    assertThatThrownBy(() -> new SegnetConfig(64, 6, Upsampling.Mode.NEAREST))
        .hasMessageContaining("blocks: found 6, expected 1 to 5");
  }

  @Test
  void monitorIsWidenedFirstStageWithLinearLayer() {
    assertThat(parameterShapes(mdmtn(PaperNetworks.MULTI_MNIST, 1, 0), "monitor1"))
        .containsExactly(new Shape(20, 1, 5, 5), new Shape(50, 2880));
    assertThat(parameterShapes(mdmtn(PaperNetworks.CIFAR10_MNIST, 1, 0), "monitor2"))
        .containsExactly(new Shape(32, 3, 3, 3), new Shape(32, 7200));
    NetworkCase flat = NetworkCase.of(backbone(new MlpPlugin(), 7), classifications(1));
    assertThat(parameterShapes(mdmtn(flat, 1, 0), "monitor1"))
        .containsExactly(new Shape(128, 7), new Shape(64, 128));
    NetworkCase dense =
        NetworkCase.of(
            backbone(new EncoderDecoderPlugin(), 3, 18, 21), List.of(Tasks.depth("depth")));
    assertThat(parameterShapes(mdmtn(dense, 1, 0), "monitor1"))
        .containsExactly(new Shape(32, 3, 3, 3), new Shape(16, 32, 1, 1));
  }

  private static List<Shape> parameterShapes(Network network, String part) {
    return network.parameters().stream()
        .filter(p -> p.hasRows() && p.name().startsWith(part + "."))
        .map(p -> p.value().getShape())
        .toList();
  }

  @Test
  void flatFeaturesRejectDenseTasks() {
    Backbone flat = backbone(new LenetPlugin(), 1, 28, 28);
    assertThatThrownBy(() -> flat.head(new Target.ClassMap(3)))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessage(
            "backbone lenet: found ClassMap[n=3] from a flat feature, expected a target of one"
                + " value or vector per example, or a backbone with a spatial feature");
  }

  @Test
  void convolutionsRejectVectorsAndSmallImages() {
    assertThatThrownBy(() -> backbone(new LenetPlugin(), 13))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessage("backbone lenet: found inputs of shape (13), expected images, (C, H, W)");
    assertThatThrownBy(() -> backbone(new ConvPlugin(), 1, 5, 5))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("backbone conv, stage 1[0]: found Convolution[")
        .hasMessageContaining("expected a kernel no larger than the padded image");
    assertThatThrownBy(() -> backbone(new EncoderDecoderPlugin(), 13))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("expected images");
  }
}
