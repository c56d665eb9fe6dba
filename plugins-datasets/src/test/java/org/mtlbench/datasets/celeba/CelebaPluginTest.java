package org.mtlbench.datasets.celeba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.task.Task;

class CelebaPluginTest {
  private final NDManager manager = NDManager.newBaseManager();
  private final CelebaPlugin plugin = new CelebaPlugin();
  private final CelebaConfig config = new CelebaConfig("celeba", 64, 0);

  @TempDir Path folder;

  @AfterEach
  void close() {
    manager.close();
  }

  private DataAccess access() {
    return new DataAccess(folder, folder.resolve("cache"), false);
  }

  private Path inOneFolder() throws IOException {
    Path celeba = folder.resolve("celeba");
    CelebaFixture.write(celeba, celeba, celeba, 6, 3, 2);
    return celeba;
  }

  @Test
  void readsFilesInOneOrThreeFolders() throws IOException {
    inOneFolder();
    Dataset one = plugin.open(config, access(), manager);
    Path parts = folder.resolve("parts");
    CelebaFixture.write(
        parts.resolve("Img"), parts.resolve("Anno"), parts.resolve("Eval"), 6, 3, 2);
    Dataset three = plugin.open(new CelebaConfig("parts", 64, 0), access(), manager);
    for (SplitName split : SplitName.values()) {
      int size = one.split(split).size();
      assertThat(three.split(split).size()).isEqualTo(size);
      Examples ofOne = one.split(split).range(0, size, manager);
      Examples ofThree = three.split(split).range(0, size, manager);
      assertThat(ofThree.inputs().get(0).toByteArray())
          .isEqualTo(ofOne.inputs().get(0).toByteArray());
    }
  }

  @Test
  void acceptsDatasetFolderAsDataFolder() throws IOException {
    DataAccess own = new DataAccess(inOneFolder(), folder.resolve("cache"), false);
    assertThat(plugin.facts(config, own).trainSize()).isEqualTo(6);
    assertThat(plugin.inspect(config, own))
        .allSatisfy(file -> assertThat(file.state()).isEqualTo(SourceFile.State.VERIFIED));
  }

  @Test
  void imagesAndAttributesBelongTogether() throws IOException {
    inOneFolder();
    Dataset dataset = plugin.open(config, access(), manager);
    Examples examples = dataset.split(SplitName.TRAIN).range(0, 6, manager);
    // the fixture draws faces with the first attribute in bright colours
    float[] brightness =
        dataset.prepare(examples.inputs()).get(0).reshape(6, -1).mean(new int[] {1}).toFloatArray();
    float[] first = examples.targets().get(0).values().toFloatArray();
    for (int i = 0; i < 6; i++) {
      assertThat(brightness[i] > 0.5).isEqualTo(first[i] == 1);
    }
    assertThat(first).contains(0, 1);
    List<String> lines = Files.readAllLines(folder.resolve("celeba/list_attr_celeba.txt"));
    for (int a = 0; a < 40; a++) {
      String value = lines.get(2 + 4).strip().split("\\s+", -1)[1 + a];
      assertThat(examples.targets().get(a).values().toFloatArray()[4])
          .isEqualTo(value.equals("1") ? 1 : 0);
    }
  }

  @Test
  void factsUsePublishedSizesWithoutFiles() {
    DatasetFacts facts = plugin.facts(config, access());
    assertThat(facts.tasks()).hasSize(40).extracting(Task::name).contains("Smiling", "Young");
    assertThat(facts.trainSize() + facts.validationSize() + facts.testSize()).isEqualTo(202_599);
    assertThat(plugin.inspect(config, access()))
        .hasSize(3)
        .allSatisfy(file -> assertThat(file.state()).isEqualTo(SourceFile.State.MISSING));
  }

  @Test
  void reportsSourceOfFiles() throws IOException {
    List<String> log = new ArrayList<>();
    assertThatThrownBy(() -> plugin.fetch(config, access(), log::add))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("list_attr_celeba.txt", folder.resolve("celeba").toString());
    inOneFolder();
    plugin.fetch(config, access(), log::add);
    assertThat(log).singleElement().asString().contains("nothing to fetch");
  }

  @Test
  void usesFirstTrainingExamples() throws IOException {
    inOneFolder();
    CelebaConfig few = new CelebaConfig("celeba", 32, 2);
    assertThat(plugin.facts(few, access()).trainSize()).isEqualTo(2);
    assertThat(plugin.facts(few, access()).availableTrainSize()).isEqualTo(6);
    Dataset dataset = plugin.open(few, access(), manager);
    assertThat(dataset.split(SplitName.TRAIN).size()).isEqualTo(2);
    assertThat(dataset.split(SplitName.TEST).range(0, 2, manager).inputs().get(0).getShape().get(1))
        .isEqualTo(32);
    CelebaConfig many = new CelebaConfig("celeba", 32, 7);
    assertThatThrownBy(() -> plugin.facts(many, access())).hasMessageContaining("at most 6");
  }

  private void rejects(Path file, String... words) {
    assertThatThrownBy(() -> plugin.open(config, access(), manager))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContainingAll(words);
    assertThat(plugin.inspect(config, access()))
        .filteredOn(found -> found.state() != SourceFile.State.VERIFIED)
        .isNotEmpty()
        .allSatisfy(
            found -> assertThat(found.name()).startsWith(folder.relativize(file).toString()));
  }

  @Test
  void namesBrokenImages() throws IOException {
    Path image = inOneFolder().resolve("img_align_celeba/000004.jpg");
    byte[] whole = Files.readAllBytes(image);
    Files.write(image, Arrays.copyOf(whole, whole.length / 2));
    rejects(image, "a corrupt image");
    Files.delete(image);
    rejects(image, "found nothing");
  }

  @Test
  void reportsLineOfInvalidList() throws IOException {
    Path list = inOneFolder().resolve("list_attr_celeba.txt");
    List<String> lines = Files.readAllLines(list);
    lines.set(4, lines.get(4).replace("-1", "0"));
    Files.write(list, lines);
    rejects(list, "line 5", "-1 or 1");
    lines.set(4, "000003.jpg 1 1");
    Files.write(list, lines);
    rejects(list, "line 5", "40 values");
    lines.set(1, "Smiling Young");
    Files.write(list, lines);
    rejects(list, "line 2", "40 different names");
  }

  @Test
  void reportsLineOfInvalidPartition() throws IOException {
    Path list = inOneFolder().resolve("list_eval_partition.txt");
    List<String> lines = Files.readAllLines(list);
    lines.set(6, "../../secret.jpg 1");
    Files.write(list, lines);
    rejects(list, "line 7", "the name of a .jpg or .png file");
    lines.set(6, "000007.jpg 3");
    Files.write(list, lines);
    rejects(list, "line 7", "0, 1 or 2");
  }

  @Test
  void decodesChangedImagesAgain() throws IOException {
    Path images = inOneFolder().resolve("img_align_celeba");
    byte[] before = first();
    Files.copy(
        images.resolve("000006.jpg"),
        images.resolve("000001.jpg"),
        StandardCopyOption.REPLACE_EXISTING);
    assertThat(first()).isNotEqualTo(before);
  }

  private byte[] first() {
    return plugin
        .open(config, access(), manager)
        .split(SplitName.TRAIN)
        .take(manager.create(new long[] {0}))
        .inputs()
        .get(0)
        .toType(DataType.UINT8, false)
        .toByteArray();
  }

  @Test
  void reportsCorruptCache() throws IOException {
    inOneFolder();
    Dataset dataset = plugin.open(config, access(), manager);
    Path cache;
    try (var files = Files.list(folder.resolve("cache"))) {
      cache = files.filter(f -> f.toString().endsWith(".images")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(cache);
    bytes[1000] ^= 1;
    Files.write(cache, bytes);
    assertThatThrownBy(() -> dataset.split(SplitName.TRAIN).range(0, 1, manager))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContainingAll(cache.toString(), "corrupt", "delete the file");
    Files.write(cache, Arrays.copyOf(bytes, 500));
    assertThat(first()).as("a truncated cache is built again").isNotEmpty();
  }
}
