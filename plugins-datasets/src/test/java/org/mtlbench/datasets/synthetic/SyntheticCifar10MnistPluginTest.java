package org.mtlbench.datasets.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.datasets.images.ImageSplits;
import org.mtlbench.testkit.ImageSplit;

class SyntheticCifar10MnistPluginTest {
  private static final DataAccess NOWHERE =
      new DataAccess(Path.of("none"), Path.of("none", "cache"), false);

  private final SyntheticCifar10MnistPlugin plugin = new SyntheticCifar10MnistPlugin();

  @Test
  void hasModestDefaults() {
    assertThat(plugin.defaults())
        .isEqualTo(new SyntheticCifar10MnistConfig(42, 20, 10_000, 2_000, 2_000));
    assertThat(plugin.facts(plugin.defaults(), NOWHERE).synthetic()).isTrue();
  }

  @Test
  void opensRequestedSizesWithoutFiles() {
    SyntheticCifar10MnistConfig config = new SyntheticCifar10MnistConfig(42, 20, 30, 20, 10);
    try (NDManager manager = NDManager.newBaseManager()) {
      Dataset dataset = plugin.open(config, NOWHERE, manager);
      assertThat(dataset.split(SplitName.TRAIN).size()).isEqualTo(30);
      assertThat(dataset.split(SplitName.VALIDATION).size()).isEqualTo(20);
      assertThat(dataset.split(SplitName.TEST).size()).isEqualTo(10);
      assertThat(ImageSplit.of(dataset, SplitName.TRAIN, manager).images().getDataType())
          .isEqualTo(DataType.UINT8);
    }
    assertThat(plugin.inspect(config, NOWHERE)).isEmpty();
    assertThat(Path.of("none")).doesNotExist();
  }

  @Test
  void storesImagesAsBytes() {
    SyntheticCifar10MnistConfig config = new SyntheticCifar10MnistConfig(42, 20, 100, 20, 10);
    try (NDManager manager = NDManager.newBaseManager()) {
      Dataset dataset = plugin.open(config, NOWHERE, manager);
      for (SplitName name : SplitName.values()) {
        try (NDScope scope = new NDScope()) {
          assertThat(ImageSplit.of(dataset, name, manager).images().getDataType())
              .isEqualTo(DataType.UINT8);
        }
      }
      // a byte for every channel of every pixel and of a black one before each training image,
      // of which the split is a view; beside them labels, what batches are made with, and the
      // sources of 2,048 angles
      long images = 0;
      long others = 0;
      for (NDArray held : manager.getManagedArrays()) {
        boolean bytes = held.getDataType() == DataType.UINT8;
        images += bytes ? held.size() : 0;
        others += bytes ? 0 : held.size();
      }
      assertThat(images).isEqualTo((100 * 1025 + 100 * 1024 + 30 * 1024) * 3);
      assertThat(others).isLessThan(130 * 2 + 10 * 32 * 32 * 3 + 2048 * 1024);
      // turning keeps bytes, the batch for the network is the first to have numbers
      NDArray batch =
          ImageSplit.of(dataset, SplitName.TRAIN, manager).images().get(new NDIndex("0:8"));
      NDArray turned = ImageSplit.augment(dataset, batch, new Randomness(0).stream("a"));
      assertThat(turned.getDataType()).isEqualTo(DataType.UINT8);
      assertThat(ImageSplit.prepare(dataset, turned).getDataType()).isEqualTo(DataType.FLOAT32);
    }
  }

  @Test
  void isDeterministicPerSeed() {
    SyntheticCifar10MnistConfig config = new SyntheticCifar10MnistConfig(7, 20, 50, 50, 50);
    ImageSplits once = SyntheticCifar10MnistPlugin.build(config);
    ImageSplits again = SyntheticCifar10MnistPlugin.build(config);
    assertThat(once.train().images()).isEqualTo(again.train().images());
    assertThat(once.train().labels(0)).isEqualTo(again.train().labels(0));
    assertThat(once.train().labels(1)).isEqualTo(again.train().labels(1));
    assertThat(once.train().images()).isNotEqualTo(once.test().images());
    assertThat(once.train().labels(0)).isNotEqualTo(once.train().labels(1));
    SyntheticCifar10MnistConfig other = new SyntheticCifar10MnistConfig(8, 20, 50, 50, 50);
    assertThat(SyntheticCifar10MnistPlugin.build(other).train().images())
        .isNotEqualTo(once.train().images());
  }

  @Test
  void rotatesEachBatchDifferently() {
    try (NDManager manager = NDManager.newBaseManager()) {
      Randomness randomness = new Randomness(3);
      Dataset turning =
          plugin.open(new SyntheticCifar10MnistConfig(42, 20, 30, 1, 1), NOWHERE, manager);
      NDArray images = ImageSplit.of(turning, SplitName.TRAIN, manager).images();
      NDArray one = ImageSplit.augment(turning, images, randomness.stream("a", 1, 0));
      assertThat(
              one.contentEquals(ImageSplit.augment(turning, images, randomness.stream("a", 1, 0))))
          .isTrue();
      assertThat(
              one.contentEquals(ImageSplit.augment(turning, images, randomness.stream("a", 1, 1))))
          .isFalse();
      // the first column's ends are black in nearly every rotated image, the middle never
      long black = one.get(new NDIndex(":,0,0")).eq(0).all().getBoolean() ? 1 : 0;
      assertThat(black).isZero();
      Dataset still =
          plugin.open(new SyntheticCifar10MnistConfig(42, 0, 30, 1, 1), NOWHERE, manager);
      assertThat(ImageSplit.augment(still, images, randomness.stream("a", 1, 0))).isSameAs(images);
    }
  }

  @Test
  void bothTasksCanBeLearned() {
    ImageSplits arrays =
        SyntheticCifar10MnistPlugin.build(new SyntheticCifar10MnistConfig(42, 20, 3_000, 1, 500));
    double[] accuracy = new ShortTraining(arrays).accuracy();
    assertThat(accuracy[0]).as("texture").isGreaterThan(.6);
    assertThat(accuracy[1]).as("digit").isGreaterThan(.6);
  }

  @Test
  void reportsAllInvalidValuesAtOnce() {
    assertThatThrownBy(() -> new SyntheticCifar10MnistConfig(1, 200, 0, -1, 2_000_000))
        .isInstanceOfSatisfying(
            InvalidConfigException.class, e -> assertThat(e.problems()).hasSize(4))
        .hasMessageContaining("rotation: found 200.0")
        .hasMessageContaining("train-size: found 0")
        .hasMessageContaining("validation-size: found -1")
        .hasMessageContaining("test-size: found 2000000");
  }
}
