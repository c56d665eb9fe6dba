package org.mtlbench.datasets.cifar10mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.datasets.RealData;
import org.mtlbench.datasets.cifar10.Cifar10;
import org.mtlbench.datasets.cifar10.Cifar10File;
import org.mtlbench.datasets.cifar10.Cifar10Files;
import org.mtlbench.datasets.cifar10.Cifar10Fixture;
import org.mtlbench.datasets.images.ImageSplits;
import org.mtlbench.datasets.images.LabelledImages;
import org.mtlbench.datasets.mnist.DigitSet;
import org.mtlbench.datasets.mnist.IdxFixture;
import org.mtlbench.datasets.mnist.Mnist;
import org.mtlbench.datasets.mnist.MnistFiles;
import org.mtlbench.testkit.ImageSplit;

class Cifar10MnistPluginTest {
  private static final DataAccess NO_FILES =
      new DataAccess(Path.of("none"), Path.of("none", "cache"), false);

  @TempDir Path root;

  private final Cifar10MnistPlugin plugin = new Cifar10MnistPlugin();

  @Test
  void hasProtocolDefaults() {
    assertThat(plugin.defaults()).isEqualTo(new Cifar10MnistConfig(42, 20, 40_000, 10_000));
    var facts = plugin.facts(plugin.defaults(), NO_FILES);
    assertThat(facts.trainSize()).isEqualTo(40_000);
    assertThat(facts.validationSize()).isEqualTo(10_000);
    assertThat(facts.testSize()).isEqualTo(10_000);
    assertThat(facts.synthetic()).isFalse();
  }

  @Test
  void rejectsRotationOutOfRange() {
    for (double rotation : new double[] {-1, 180.5, Double.NaN}) {
      assertThatThrownBy(() -> new Cifar10MnistConfig(42, rotation, 40_000, 10_000))
          .isInstanceOf(InvalidConfigException.class)
          .hasMessageContaining("rotation: found " + rotation)
          .hasMessageContaining("0.0 to 180.0");
    }
  }

  @Test
  void pairsByPositionAndSplitsDisjointly() {
    ImageSplits splits = Cifar10MnistPlugin.build(42, marked(50_000, 10_000), blank());
    Set<Integer> fitted = marks(splits.train());
    Set<Integer> validated = marks(splits.validation());
    assertThat(fitted).hasSize(40_000);
    assertThat(validated).hasSize(10_000);
    validated.retainAll(fitted);
    assertThat(validated).isEmpty();
    assertThat(splits.train().size()).isEqualTo(40_000);
    assertThat(splits.test().size()).isEqualTo(10_000);
    for (LabelledImages part : List.of(splits.train(), splits.validation(), splits.test())) {
      for (int k = 0; k < part.size(); k++) {
        int i = mark(part, k);
        assertThat(part.labels(0)[k]).isEqualTo((byte) (i % 10));
        assertThat(part.labels(1)[k]).isEqualTo((byte) (i / 10 % 10));
      }
    }
    for (int k = 0; k < 10_000; k++) {
      assertThat(mark(splits.test(), k)).isEqualTo(k);
    }
    ImageSplits other = Cifar10MnistPlugin.build(43, marked(50_000, 10_000), blank());
    assertThat(other.validation().images()).isNotEqualTo(splits.validation().images());
    assertThat(other.test().images()).isEqualTo(splits.test().images());
  }

  @Test
  void rejectsOtherContentUnlessPermitted() throws IOException {
    Cifar10Fixture.writeBlankCifar10(root);
    IdxFixture.writeBlankMnist(root);
    try (NDManager manager = NDManager.newBaseManager()) {
      DataAccess strict = new DataAccess(root, root.resolve("cache"), false);
      assertThatThrownBy(() -> plugin.open(plugin.defaults(), strict, manager))
          .isInstanceOfSatisfying(
              InvalidConfigException.class, e -> assertThat(e.problems()).hasSize(10))
          .hasMessageContaining("data_batch_1.bin")
          .hasMessageContaining("train-images-idx3-ubyte.gz")
          .hasMessageContaining("--unverified-data");
      DataAccess lax = new DataAccess(root, root.resolve("cache"), true);
      Dataset dataset = plugin.open(plugin.defaults(), lax, manager);
      assertThat(dataset.split(SplitName.TEST).size()).isEqualTo(10_000);
    }
    assertThat(plugin.inspect(plugin.defaults(), new DataAccess(root, root, false))).hasSize(10);
  }

  @Test
  void opensPublishedDataDeterministicallyWithRotation() {
    Path data = RealData.withCifar10();
    DataAccess access = new DataAccess(data, root.resolve("cache"), true);
    try (NDManager manager = NDManager.newBaseManager()) {
      ImageSplit built =
          ImageSplit.of(plugin.open(plugin.defaults(), access, manager), SplitName.TRAIN, manager);
      Dataset cached = plugin.open(new Cifar10MnistConfig(42, 0, 40_000, 10_000), access, manager);
      assertThat(built.images().getShape()).isEqualTo(new Shape(40_000, 32, 32, 3));
      assertThat(built.images().getDataType()).isEqualTo(DataType.UINT8);
      ImageSplit split = ImageSplit.of(cached, SplitName.TRAIN, manager);
      assertThat(split.images().contentEquals(built.images())).isTrue();
      assertThat(split.targets().get(0).contentEquals(built.targets().get(0))).isTrue();
      assertThat(split.targets().get(1).contentEquals(built.targets().get(1))).isTrue();
      ImageSplit few =
          ImageSplit.of(
              plugin.open(new Cifar10MnistConfig(42, 0, 100, 10_000), access, manager),
              SplitName.TRAIN,
              manager);
      assertThat(few.images().getShape().get(0)).isEqualTo(100);
      assertThat(few.images().contentEquals(built.images().get(new NDIndex("0:100")))).isTrue();
      assertThat(
              few.targets().get(1).contentEquals(built.targets().get(1).get(new NDIndex("0:100"))))
          .isTrue();
      NDArray some = built.images().get(new NDIndex("0:20"));
      RandomGenerator random = new Randomness(1).stream("test");
      assertThat(ImageSplit.augment(cached, some, random)).isSameAs(some);
      NDArray turned =
          ImageSplit.augment(plugin.open(plugin.defaults(), access, manager), some, random);
      assertThat(turned.getShape()).isEqualTo(some.getShape());
      assertThat(turned.contentEquals(some)).isFalse();
    }
    Mnist mnist = new MnistFiles(data).load();
    ImageSplits arrays = Cifar10MnistPlugin.build(42, new Cifar10Files(data).load(), mnist);
    assertThat(arrays.test().labels(1)).isEqualTo(mnist.test().labels());
  }

  /** Black images but for their position, in the first three bytes, and labels by position. */
  private static Cifar10 marked(int train, int test) {
    return new Cifar10(markedPictures(train), markedPictures(test));
  }

  private static LabelledImages markedPictures(int n) {
    int size = Cifar10File.SHAPE.size();
    byte[] images = new byte[n * size];
    byte[] labels = new byte[n];
    for (int i = 0; i < n; i++) {
      images[i * size] = (byte) (i >> 16);
      images[i * size + 1] = (byte) (i >> 8);
      images[i * size + 2] = (byte) i;
      labels[i] = (byte) (i % 10);
    }
    return new LabelledImages(Cifar10File.SHAPE, images, List.of(labels));
  }

  /** Empty digits labelled by their position's tens. */
  private static Mnist blank() {
    return new Mnist(blankDigits(60_000), blankDigits(10_000), List.of());
  }

  private static DigitSet blankDigits(int n) {
    byte[] labels = new byte[n];
    for (int i = 0; i < n; i++) {
      labels[i] = (byte) (i / 10 % 10);
    }
    return new DigitSet(new byte[n * DigitSet.PIXELS], labels);
  }

  private static Set<Integer> marks(LabelledImages labelled) {
    Set<Integer> found = new HashSet<>();
    for (int k = 0; k < labelled.size(); k++) {
      found.add(mark(labelled, k));
    }
    return found;
  }

  private static int mark(LabelledImages labelled, int k) {
    int at = k * Cifar10File.SHAPE.size();
    byte[] images = labelled.images();
    return Byte.toUnsignedInt(images[at]) << 16
        | Byte.toUnsignedInt(images[at + 1]) << 8
        | Byte.toUnsignedInt(images[at + 2]);
  }
}
