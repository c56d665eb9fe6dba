package org.mtlbench.datasets.multifashion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.task.Task;
import org.mtlbench.datasets.RealData;
import org.mtlbench.datasets.images.ImageSplits;
import org.mtlbench.datasets.images.LabelledImages;
import org.mtlbench.datasets.mnist.DigitSet;
import org.mtlbench.datasets.mnist.IdxFixture;
import org.mtlbench.datasets.mnist.Mnist;
import org.mtlbench.datasets.mnist.MnistFiles;
import org.mtlbench.datasets.mnist.MnistVariant;
import org.mtlbench.datasets.source.Sha256;

class MultiFashionTest {
  private static final DataAccess NO_FILES =
      new DataAccess(Path.of("none"), Path.of("none", "cache"), false);

  @TempDir Path root;

  private final MultiFashionPlugin fashion = new MultiFashionPlugin();
  private final MultiFashionMnistPlugin mixed = new MultiFashionMnistPlugin();

  @Test
  void isBuiltAsMultiMnistByDefault() {
    assertThat(fashion.defaults()).isEqualTo(config(Construction.MULTIMNIST, 50_000, 10_000));
    assertThat(mixed.defaults()).isEqualTo(fashion.defaults());
    DatasetFacts facts = fashion.facts(fashion.defaults(), NO_FILES);
    assertThat(facts.input().shape()).isEqualTo(new Shape(1, 28, 28));
    assertThat(List.of(facts.trainSize(), facts.validationSize(), facts.testSize()))
        .containsExactly(50_000, 10_000, 10_000);
    assertThat(facts.tasks()).extracting(Task::name).containsExactly("left", "right");
    assertThat(mixed.facts(mixed.defaults(), NO_FILES).tasks())
        .extracting(Task::name)
        .containsExactly("digit", "fashion");
  }

  @Test
  void paretoMtlHasTwiceAsManyImagesOf36x36() {
    MultiFashionConfig config = config(Construction.PARETO_MTL, 100_000, 20_000);
    DatasetFacts facts = mixed.facts(config, NO_FILES);
    assertThat(facts.input().shape()).isEqualTo(new Shape(1, 36, 36));
    assertThat(List.of(facts.trainSize(), facts.validationSize(), facts.testSize()))
        .containsExactly(100_000, 20_000, 20_000);
    assertThat(mixed.facts(config(Construction.PARETO_MTL, 50_000, 10_000), NO_FILES))
        .extracting(DatasetFacts::trainSize, DatasetFacts::availableTrainSize)
        .containsExactly(50_000, 100_000);
  }

  @ParameterizedTest
  @CsvSource({
    "MULTIMNIST, 50001, 1, 'train-size: found 50001, expected a whole number from 1 to 50000'",
    "MULTIMNIST, 0, 1, 'train-size: found 0, expected a whole number from 1 to 50000'",
    "MULTIMNIST, 1, 10001, 'validation-size: found 10001, expected a whole number from 1 to 10000'",
    "PARETO_MTL, 100001, 1, 'train-size: found 100001, expected a whole number from 1 to 100000'",
    "PARETO_MTL, 1, 20001, 'validation-size: found 20001, expected a whole number from 1 to 20000'"
  })
  void rejectsSizesOutOfRange(Construction construction, int train, int validation, String part) {
    assertThatThrownBy(() -> config(construction, train, validation))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining(part);
  }

  @Test
  void splitsBothDataSetsBeforePairing() {
    Mnist first = numbered(0);
    Mnist second = numbered(100);
    ImageSplits splits =
        ItemPairsPlugin.build(config(Construction.PARETO_MTL, 1, 1), first, second);
    assertThat(splits.train().size()).isEqualTo(100_000);
    assertThat(splits.validation().size()).isEqualTo(20_000);
    assertThat(splits.test().size()).isEqualTo(20_000);
    assertDisjoint(splits, 1, 50_000, 10_000);
    assertDisjoint(splits, 2, 50_000, 10_000);
  }

  @Test
  void otherSeedGivesOtherImages() {
    Mnist items = numbered(0);
    byte[] one = ItemPairsPlugin.build(fashion.defaults(), items).test().images();
    byte[] other =
        ItemPairsPlugin.build(
                new MultiFashionConfig(43, Construction.MULTIMNIST, 50_000, 10_000), items)
            .test()
            .images();
    assertThat(other).isNotEqualTo(one);
  }

  @Test
  void readsFashionFromItsSubfolderOnly() throws IOException {
    // MNIST's files in the data folder have the same names
    IdxFixture.writeBlankMnist(root);
    assertThat(fashion.inspect(fashion.defaults(), lax()))
        .hasSize(4)
        .allSatisfy(file -> assertThat(file.state()).isEqualTo(SourceFile.State.MISSING))
        .extracting(SourceFile::name)
        .contains("fashion-mnist/train-images-idx3-ubyte.gz");
    assertThat(mixed.inspect(mixed.defaults(), lax()))
        .extracting(SourceFile::state)
        .containsExactlyElementsOf(
            Stream.concat(
                    Stream.generate(() -> SourceFile.State.UNVERIFIED).limit(4),
                    Stream.generate(() -> SourceFile.State.MISSING).limit(4))
                .toList());
    rejects(lax(), "no file of Fashion-MNIST", "in its subfolder fashion-mnist");
  }

  @Test
  void rejectsMissingAndTruncatedFiles() throws IOException {
    Path folder = root.resolve("fashion-mnist");
    IdxFixture.writeBlankMnist(folder);
    IdxFixture.writeBlankMnist(root.resolve("mnist"));
    Path images = folder.resolve("t10k-images-idx3-ubyte.gz");
    byte[] whole = Files.readAllBytes(images);
    Files.write(images, Arrays.copyOf(whole, whole.length / 2));
    rejects(lax(), images.toString(), "truncated");
    Files.delete(images);
    rejects(lax(), "no t10k-images-idx3-ubyte[.gz]", "all four files of Fashion-MNIST");
  }

  @Test
  void rejectsOtherContentUnlessPermitted() throws IOException {
    IdxFixture.writeBlankMnist(root.resolve("fashion-mnist"));
    IdxFixture.writeBlankMnist(root.resolve("mnist"));
    rejects(
        new DataAccess(root, root.resolve("cache"), false),
        "differs from the published",
        "--unverified-data");
    try (NDManager manager = NDManager.newBaseManager()) {
      Dataset dataset = mixed.open(config(Construction.MULTIMNIST, 1_000, 500), lax(), manager);
      assertThat(dataset.split(SplitName.TRAIN).size()).isEqualTo(1_000);
      assertThat(dataset.split(SplitName.VALIDATION).size()).isEqualTo(500);
    }
  }

  @Test
  void buildsKnownImagesFromPublishedFiles() throws IOException {
    Path data = RealData.withFashionMnist();
    Mnist articles = new MnistFiles(MnistVariant.FASHION_MNIST, data).load();
    Mnist digits = new MnistFiles(data).load();
    assertThat(
            List.of(
                firstBatch(ItemPairsPlugin.build(config(Construction.MULTIMNIST, 1, 1), articles)),
                firstBatch(ItemPairsPlugin.build(config(Construction.PARETO_MTL, 1, 1), articles)),
                firstBatch(
                    ItemPairsPlugin.build(config(Construction.MULTIMNIST, 1, 1), digits, articles)),
                firstBatch(
                    ItemPairsPlugin.build(
                        config(Construction.PARETO_MTL, 1, 1), digits, articles))))
        .containsExactly(
            "277fe64a7e9ac0e1551a7de55772c367a6cf7b3ef4262e2b71509dec68d05fab",
            "bd95322a0eacaa91820180c2fbc04f47f781c34278cd946bb3baac1a36ef731c",
            "c874e77752bb36e71345a554998dc00ff1083f16111db52407122e6640085850",
            "7a3f8ad0e9659d3fd7a7e4a64a2eaed3ce841df80b8dc38f9a7bb3ab535ee294");
    LabelledImages test = ItemPairsPlugin.build(mixed.defaults(), digits, articles).test();
    // the first test digit is a 7
    assertThat(test.labels(0)).isEqualTo(digits.test().labels()).startsWith(7, 2, 1, 0, 4);
  }

  /** SHA-256 of the first 64 training images and their labels. */
  private static String firstBatch(ImageSplits splits) throws IOException {
    LabelledImages batch = splits.train().first(64);
    byte[] all = Arrays.copyOf(batch.images(), batch.images().length + 128);
    System.arraycopy(batch.labels(0), 0, all, batch.images().length, 64);
    System.arraycopy(batch.labels(1), 0, all, batch.images().length + 64, 64);
    return Sha256.of(new ByteArrayInputStream(all));
  }

  private void rejects(DataAccess access, String... parts) {
    try (NDManager manager = NDManager.newBaseManager()) {
      for (String part : parts) {
        assertThatThrownBy(() -> fashion.open(fashion.defaults(), access, manager))
            .isInstanceOf(InvalidConfigException.class)
            .hasMessageContaining(part);
        assertThatThrownBy(() -> mixed.open(mixed.defaults(), access, manager))
            .isInstanceOf(InvalidConfigException.class)
            .hasMessageContaining(part);
      }
    }
  }

  private DataAccess lax() {
    return new DataAccess(root, root.resolve("cache"), true);
  }

  private static MultiFashionConfig config(Construction construction, int train, int validation) {
    return new MultiFashionConfig(42, construction, train, validation);
  }

  /**
   * Items with their position, 4 bits a pixel, in four pixels of a corner that the other item of an
   * image leaves empty: values 1 to 16 in the upper left one, 101 to 116 in the other.
   */
  private static Mnist numbered(int base) {
    return new Mnist(numbered(60_000, base), numbered(10_000, base), List.of());
  }

  private static DigitSet numbered(int n, int base) {
    byte[] images = new byte[n * DigitSet.PIXELS];
    byte[] labels = new byte[n];
    for (int i = 0; i < n; i++) {
      int at = i * DigitSet.PIXELS;
      for (int k = 0; k < 4; k++) {
        images[at + (base > 0 ? 27 * 28 + 24 + k : k)] = (byte) (base + 1 + ((i >> (4 * k)) & 15));
      }
      labels[i] = (byte) (i % 10);
    }
    return new DigitSet(images, labels);
  }

  /** Training and validation have no item of one data set in common. */
  private static void assertDisjoint(ImageSplits splits, int item, int train, int validation) {
    Set<Integer> fitted = marks(splits.train(), item);
    Set<Integer> validated = marks(splits.validation(), item);
    if (item == 1) {
      assertThat(fitted).hasSize(train);
      assertThat(validated).hasSize(validation);
    } else {
      assertThat(fitted.size()).isBetween(train / 2, train);
      assertThat(validated.size()).isBetween(validation / 2, validation);
    }
    fitted.retainAll(validated);
    assertThat(fitted).isEmpty();
  }

  private static Set<Integer> marks(LabelledImages pairs, int item) {
    int pixels = pairs.shape().size();
    Set<Integer> found = new HashSet<>();
    for (int i = 0; i < pairs.size(); i++) {
      int mark = 0;
      int seen = 0;
      for (int p = 0; p < pixels && seen < 4; p++) {
        int value = Byte.toUnsignedInt(pairs.images()[i * pixels + p]);
        if (value > 0 && (value > 100) == (item == 2)) {
          mark |= (value - 1 - (item == 2 ? 100 : 0)) << (4 * seen++);
        }
      }
      found.add(mark);
    }
    return found;
  }
}
