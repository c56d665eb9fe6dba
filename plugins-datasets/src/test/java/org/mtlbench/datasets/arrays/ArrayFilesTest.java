package org.mtlbench.datasets.arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.datasets.npy.NpyFixture;

class ArrayFilesTest {
  private static final int H = 6;
  private static final int W = 10;

  private final NDManager manager = NDManager.newBaseManager();
  private final Nyuv2Plugin plugin = new Nyuv2Plugin();
  private final PreprocessedConfig config =
      new PreprocessedConfig("nyuv2", 1, 0.25, 0, List.of(), false);

  @TempDir Path folder;
  private Path train;

  @BeforeEach
  void write() throws IOException {
    ArraysFixture files = new ArraysFixture(folder.resolve("nyuv2"), H, W);
    files.write("train", 12, "label", 13, true);
    files.write("val", 4, "label", 13, true);
    train = folder.resolve("nyuv2/train");
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private DataAccess access() {
    return new DataAccess(folder, folder.resolve("cache"), false);
  }

  private Dataset open() {
    return plugin.open(config, access(), manager);
  }

  private void rejects(Path file, String... words) {
    assertThatThrownBy(this::open)
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContainingAll(words);
    assertThat(plugin.inspect(config, access()))
        .filteredOn(found -> found.state() != SourceFile.State.VERIFIED)
        .extracting(SourceFile::name)
        .containsExactly(folder.relativize(file).toString());
  }

  @Test
  void factsCountFilesOrUsePublishedSizes() {
    DatasetFacts facts = plugin.facts(config, access());
    assertThat(facts.trainSize()).isEqualTo(9);
    assertThat(facts.validationSize()).isEqualTo(3);
    assertThat(facts.testSize()).isEqualTo(4);
    assertThat(facts.input().shape().getShape()).containsExactly(3, H, W);
    DataAccess nothing = new DataAccess(folder.resolve("none"), folder.resolve("cache"), false);
    DatasetFacts published = plugin.facts(plugin.defaults(), nothing);
    assertThat(published.trainSize()).isEqualTo(715);
    assertThat(published.validationSize()).isEqualTo(80);
    assertThat(published.testSize()).isEqualTo(654);
  }

  @Test
  void acceptsDatasetFolderAsDataFolder() {
    DataAccess own = new DataAccess(folder.resolve("nyuv2"), folder.resolve("cache"), false);
    assertThat(plugin.facts(config, own)).isEqualTo(plugin.facts(config, access()));
    assertThat(plugin.inspect(config, own))
        .extracting(SourceFile::name)
        .contains("train/image", "val/depth");
  }

  @Test
  void usesTestExamplesForValidationIfThereIsNoSplit() {
    PreprocessedConfig all = new PreprocessedConfig("nyuv2", 1, 0, 0, List.of(), false);
    DatasetFacts facts = plugin.facts(all, access());
    assertThat(facts.trainSize()).isEqualTo(12);
    assertThat(facts.validationSize()).isEqualTo(4);
    Dataset dataset = plugin.open(all, access(), manager);
    assertThat(input(dataset, SplitName.VALIDATION)).isEqualTo(input(dataset, SplitName.TEST));
  }

  private float[] input(Dataset dataset, SplitName split) {
    return dataset.split(split).range(0, 4, manager).inputs().get(0).toFloatArray();
  }

  @Test
  void sortsExamplesByNumber() throws IOException {
    for (int i = 0; i < 12; i++) {
      float[] image = new float[H * W * 3];
      image[0] = i;
      NpyFixture.write(train.resolve("image/" + i + ".npy"), image, H, W, 3);
    }
    PreprocessedConfig all = new PreprocessedConfig("nyuv2", 1, 0, 0, List.of(), false);
    NDArray images =
        plugin
            .open(all, access(), manager)
            .split(SplitName.TRAIN)
            .range(0, 12, manager)
            .inputs()
            .get(0);
    float[] values = images.toFloatArray();
    for (int i = 0; i < 12; i++) {
      assertThat(values[i * H * W * 3]).isEqualTo(i);
    }
  }

  @Test
  void masksMissingLabels() throws IOException {
    Examples examples = open().split(SplitName.TEST).range(0, 1, manager);
    for (Labelled labels : examples.targets()) {
      boolean[] mask = labels.mask().orElseThrow().toBooleanArray();
      for (int p = 0; p < H * W; p++) {
        assertThat(mask[p]).isEqualTo(p % 11 != 0);
      }
      assertThat(labels.count()).isEqualTo(54);
    }
    float[] depth = new float[H * W];
    Arrays.fill(depth, 2);
    depth[7] = Float.NaN;
    NpyFixture.write(folder.resolve("nyuv2/val/depth/0.npy"), depth, H, W, 1);
    Labelled labels = open().split(SplitName.TEST).range(0, 1, manager).targets().get(1);
    assertThat(labels.mask().orElseThrow().toBooleanArray()[7]).isFalse();
    assertThat(labels.values().isNaN().any().getBoolean()).isFalse();
  }

  @Test
  void namesTruncatedFiles() throws IOException {
    Path file = train.resolve("depth/7.npy");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 5));
    rejects(file, whole.length - 5 + " bytes", "expected " + whole.length + " bytes");
  }

  @Test
  void namesFilesOfAnotherFormat() throws IOException {
    Path file = train.resolve("image/3.npy");
    Files.writeString(file, "no array, but long enough to be one by its length");
    rejects(file, "another format");
  }

  @Test
  void namesOversizedFiles() throws IOException {
    Path file = folder.resolve("nyuv2/val/normal/2.npy");
    NpyFixture.write(file, NpyFixture.header("<f4", false, 40_000, 40_000, 3), new byte[12]);
    rejects(file, "(40000, 40000, 3)", "at most 256 MiB");
  }

  @Test
  void namesFilesOfAnotherShape() throws IOException {
    Path file = train.resolve("label/5.npy");
    NpyFixture.write(file, new long[H * (W + 1)], H, W + 1);
    rejects(file, "(6, 11)", "expected (6, 10)");
  }

  @Test
  void namesMissingFiles() throws IOException {
    Path file = train.resolve("normal/11.npy");
    Files.delete(file);
    rejects(file, "found nothing", "normals of");
  }

  @Test
  void reportsFileWithClassOutOfRange() throws IOException {
    long[] labels = new long[H * W];
    labels[3] = 13;
    NpyFixture.write(folder.resolve("nyuv2/val/label/1.npy"), labels, H, W);
    Dataset dataset = open();
    assertThatThrownBy(() -> dataset.split(SplitName.TEST).range(0, 4, manager))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContainingAll("val/label/1.npy", "class 13", "classes 0 to 12");
  }

  @Test
  void rejectsMissingFolderAndOtherSizes() throws IOException {
    PreprocessedConfig many = new PreprocessedConfig("nyuv2", 1, 0.5, 7, List.of(), false);
    assertThatThrownBy(() -> plugin.facts(many, access()))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("12 examples");
    PreprocessedConfig elsewhere = new PreprocessedConfig("other", 1, 0.1, 0, List.of(), false);
    assertThatThrownBy(() -> plugin.open(elsewhere, access(), manager))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining(folder.resolve("other/train/image").toString());
    assertThat(plugin.inspect(elsewhere, access()))
        .allSatisfy(file -> assertThat(file.state()).isEqualTo(SourceFile.State.MISSING));
  }

  @Test
  void folderChecksumDependsOnContents() throws IOException {
    List<SourceFile> before = plugin.inspect(config, access());
    assertThat(before).hasSize(8).extracting(SourceFile::remark).contains("12 files", "4 files");
    assertThat(plugin.inspect(config, access())).isEqualTo(before);
    float[] depth = new float[H * W];
    Arrays.fill(depth, 3);
    NpyFixture.write(train.resolve("depth/0.npy"), depth, H, W, 1);
    List<SourceFile> after = plugin.inspect(config, access());
    assertThat(after).isNotEqualTo(before);
    assertThat(after.stream().filter(file -> !before.contains(file)))
        .extracting(SourceFile::name)
        .containsExactly("nyuv2/train/depth");
  }

  @Test
  void cityscapesUsesAvailableLabels() throws IOException {
    ArraysFixture files = new ArraysFixture(folder.resolve("cityscapes"), H, W);
    files.write("train", 4, "label", 7, false);
    files.write("val", 2, "label", 7, false);
    CityscapesPlugin cityscapes = new CityscapesPlugin();
    PreprocessedConfig small = new PreprocessedConfig("cityscapes", 1, 0.2, 0, List.of(), false);
    assertThat(cityscapes.open(small, access(), manager).split(SplitName.TRAIN).size())
        .isEqualTo(3);
    assertThat(cityscapes.inspect(small, access()))
        .extracting(SourceFile::name)
        .contains("cityscapes/train/label");
  }

  /** 120 examples of NYUv2's size are 400 MB; what is taken of them at once is 7 MB. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void streamsSplitWithBoundedMemory() throws IOException {
    Path large = folder.resolve("large");
    new ArraysFixture(large, 288, 384).write("train", 1, "label", 13, true);
    new ArraysFixture(large, 288, 384).write("val", 1, "label", 13, true);
    for (String name : List.of("image", "label", "depth", "normal")) {
      Path first = large.resolve("train").resolve(name).resolve("0.npy");
      for (int i = 1; i < 120; i++) {
        Files.createLink(first.resolveSibling(i + ".npy"), first);
      }
    }
    PreprocessedConfig all = new PreprocessedConfig("large", 1, 0, 0, List.of(1.2), true);
    Dataset dataset = plugin.open(all, access(), manager);
    Randomness random = new Randomness(1);
    long before = 0;
    for (long i = 0; i < 120; i += 2) {
      try (NDScope scope = new NDScope()) {
        NDArray positions = manager.create(new long[] {i, i + 1});
        Examples batch = dataset.takeTraining(positions, random.stream("augmentation", i));
        assertThat(dataset.prepare(batch.inputs()).get(0).getShape().get(0)).isEqualTo(2);
      }
      if (i == 20) {
        before = residentMegabytes();
      }
    }
    assertThat(residentMegabytes() - before).isLessThan(150);
  }

  private static long residentMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }
}
