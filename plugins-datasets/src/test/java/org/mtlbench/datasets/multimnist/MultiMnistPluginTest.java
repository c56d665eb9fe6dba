package org.mtlbench.datasets.multimnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.datasets.RealData;
import org.mtlbench.datasets.images.ImageSplits;
import org.mtlbench.datasets.images.LabelledImages;
import org.mtlbench.datasets.mnist.DigitSet;
import org.mtlbench.datasets.mnist.IdxFixture;
import org.mtlbench.datasets.mnist.Mnist;
import org.mtlbench.datasets.mnist.MnistFiles;
import org.mtlbench.testkit.ImageSplit;

class MultiMnistPluginTest {
  private static final DataAccess NO_FILES =
      new DataAccess(Path.of("none"), Path.of("none", "cache"), false);

  @TempDir Path root;

  private final MultiMnistPlugin plugin = new MultiMnistPlugin();

  @Test
  void hasProtocolDefaults() {
    assertThat(plugin.defaults())
        .isEqualTo(new MultiMnistConfig(42, Resize.LINEAR, 50_000, 10_000));
    var facts = plugin.facts(plugin.defaults(), NO_FILES);
    assertThat(facts.trainSize()).isEqualTo(50_000);
    assertThat(facts.validationSize()).isEqualTo(10_000);
    assertThat(facts.testSize()).isEqualTo(10_000);
    assertThat(facts.synthetic()).isFalse();
  }

  @Test
  void splitsBeforePairing() {
    // every digit carries its own index in its first pixels
    DigitSet train = marked(60_000);
    ImageSplits splits =
        MultiMnistPlugin.build(
            new MultiMnistConfig(42, Resize.NEAREST, 50_000, 10_000),
            new Mnist(train, marked(10_000), List.of()));
    assertThat(splits.train().size()).isEqualTo(50_000);
    assertThat(splits.validation().size()).isEqualTo(10_000);
    Set<Integer> fitted = marks(splits.train());
    Set<Integer> validated = marks(splits.validation());
    assertThat(fitted).hasSize(50_000);
    assertThat(validated).hasSize(10_000);
    fitted.retainAll(validated);
    assertThat(fitted).isEmpty();
  }

  @Test
  void limitsTrainingExamples() throws IOException {
    MultiMnistConfig config = new MultiMnistConfig(42, Resize.LINEAR, 10_000, 2_000);
    assertThat(plugin.facts(config, NO_FILES).trainSize()).isEqualTo(10_000);
    assertThat(plugin.facts(config, NO_FILES).availableTrainSize()).isEqualTo(50_000);
    assertThatThrownBy(() -> new MultiMnistConfig(42, Resize.LINEAR, 50_001, 10_000))
        .hasMessageContaining("train-size: found 50001, expected");
    try (NDManager manager = NDManager.newBaseManager()) {
      IdxFixture.writeBlankMnist(root);
      DataAccess lax = new DataAccess(root, root.resolve("cache"), true);
      Dataset dataset = plugin.open(config, lax, manager);
      assertThat(dataset.split(SplitName.TRAIN).size()).isEqualTo(10_000);
      assertThat(dataset.split(SplitName.VALIDATION).size()).isEqualTo(2_000);
      // the cached arrays hold all of them
      assertThat(plugin.open(plugin.defaults(), lax, manager).split(SplitName.TRAIN).size())
          .isEqualTo(50_000);
    }
  }

  @Test
  void rejectsOtherContentUnlessPermitted() throws IOException {
    IdxFixture.writeBlankMnist(root);
    try (NDManager manager = NDManager.newBaseManager()) {
      DataAccess strict = new DataAccess(root, root.resolve("cache"), false);
      assertThatThrownBy(() -> plugin.open(plugin.defaults(), strict, manager))
          .isInstanceOfSatisfying(
              InvalidConfigException.class, e -> assertThat(e.problems()).hasSize(4))
          .hasMessageContaining("train-images-idx3-ubyte.gz")
          .hasMessageContaining("differs from the published")
          .hasMessageContaining("--unverified-data");
      DataAccess lax = new DataAccess(root, root.resolve("cache"), true);
      Dataset dataset = plugin.open(plugin.defaults(), lax, manager);
      assertThat(dataset.split(SplitName.TEST).size()).isEqualTo(10_000);
    }
  }

  @Test
  void opensPublishedDataDeterministically() {
    Path data = RealData.folder();
    DataAccess access = new DataAccess(data, root.resolve("cache"), false);
    try (NDManager manager = NDManager.newBaseManager()) {
      ImageSplit built =
          ImageSplit.of(plugin.open(plugin.defaults(), access, manager), SplitName.TRAIN, manager);
      ImageSplit cached =
          ImageSplit.of(plugin.open(plugin.defaults(), access, manager), SplitName.TRAIN, manager);
      assertThat(built.images().getShape()).isEqualTo(new Shape(50_000, 28, 28, 1));
      assertThat(built.images().getDataType()).isEqualTo(DataType.UINT8);
      assertThat(cached.images().contentEquals(built.images())).isTrue();
      assertThat(cached.targets().get(1).contentEquals(built.targets().get(1))).isTrue();
    }
    Mnist mnist = new MnistFiles(data).load();
    ImageSplits arrays = MultiMnistPlugin.build(plugin.defaults(), mnist);
    // the first test image's left digit is the first test digit, a 7
    assertThat(arrays.test().labels(0)).isEqualTo(mnist.test().labels());
    assertThat(arrays.test().labels(0)[0]).isEqualTo((byte) 7);
  }

  /** Empty images but for four pixels that nearest-neighbour shrinking keeps. */
  private static DigitSet marked(int n) {
    byte[] images = new byte[n * DigitSet.PIXELS];
    for (int i = 0; i < n; i++) {
      ByteBuffer pixels = ByteBuffer.wrap(images, i * DigitSet.PIXELS, DigitSet.PIXELS);
      // columns 0, 1, 3 and 4 of row 0 stay; the right digit begins at row 6
      pixels.put((byte) (i >> 12)).put((byte) (i >> 8 & 15)).put((byte) 0);
      pixels.put((byte) (i >> 4 & 15)).put((byte) (i & 15));
    }
    return new DigitSet(images, new byte[n]);
  }

  private static Set<Integer> marks(LabelledImages pairs) {
    Set<Integer> found = new HashSet<>();
    for (int i = 0; i < pairs.size(); i++) {
      ByteBuffer pixels = ByteBuffer.wrap(pairs.images(), i * DigitSet.PIXELS, DigitSet.PIXELS);
      found.add(pixels.get() << 12 | pixels.get() << 8 | pixels.get() << 4 | pixels.get());
    }
    return found;
  }
}
