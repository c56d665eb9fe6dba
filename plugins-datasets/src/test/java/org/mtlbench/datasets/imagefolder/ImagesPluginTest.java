package org.mtlbench.datasets.imagefolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.api.task.Target;
import org.mtlbench.toolbox.config.ConfigBinder;

class ImagesPluginTest {
  private static final String TARGETS =
      "\"targets\": {\"colour\": \"classification\", \"bar\": \"regression\","
          + " \"signs\": \"multi-label\"}";

  private final NDManager manager = NDManager.newBaseManager();
  private final ImagesPlugin plugin = new ImagesPlugin();

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    ImagesFixture.write(folder.resolve("mine"), 24);
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private DataAccess access() {
    return new DataAccess(folder, folder.resolve("cache"), false);
  }

  private ImagesConfig config(String more) throws IOException {
    ObjectNode tree =
        (ObjectNode)
            new JsonMapper()
                .readTree(
                    "{\"file\": \"mine/labels.csv\", \"folder\": \"mine/photos\", \"height\": 16,"
                        + " \"width\": 16, "
                        + TARGETS
                        + more
                        + "}");
    return ConfigBinder.bind(plugin.defaults(), tree, "");
  }

  private Dataset open(String more) throws IOException {
    return plugin.open(config(more), access(), manager);
  }

  @Test
  void splitsByRatioOrByColumn() throws IOException {
    DatasetFacts byRatio = plugin.facts(config(""), access());
    assertThat(byRatio.trainSize()).isEqualTo(16);
    assertThat(byRatio.validationSize()).isEqualTo(4);
    assertThat(byRatio.testSize()).isEqualTo(4);
    DatasetFacts byColumn = plugin.facts(config(", \"split-column\": \"part\""), access());
    assertThat(byColumn.trainSize()).isEqualTo(12);
    assertThat(byColumn.validationSize()).isEqualTo(6);
    assertThat(byColumn.testSize()).isEqualTo(6);
  }

  @Test
  void imagesAndLabelsOfEachKindBelongTogether() throws IOException {
    DatasetFacts facts = plugin.facts(config(", \"split-column\": \"part\""), access());
    assertThat(facts.tasks())
        .extracting(task -> task.target())
        .containsExactly(new Target.Classes(2), new Target.Real(1), new Target.Labels(2));
    Dataset dataset = open(", \"split-column\": \"part\"");
    Examples test = dataset.split(SplitName.TEST).range(0, 6, manager);
    List<String> lines = Files.readAllLines(folder.resolve("mine/labels.csv"));
    NDArray images = dataset.prepare(test.inputs()).get(0);
    float[] channels = images.reshape(6, 3, -1).mean(new int[] {2}).toFloatArray();
    Labelled bar = test.targets().get(1);
    for (int i = 0; i < 6; i++) {
      List<String> cells = Arrays.asList(lines.get(1 + 4 * i).split(",", -1));
      boolean red = channels[3 * i] > channels[3 * i + 2];
      assertThat(cells.get(1)).isEqualTo(red ? "red" : "blue");
      // classes in the order of their names
      assertThat(test.targets().get(0).values().toLongArray()[i]).isEqualTo(red ? 1 : 0);
      assertThat(bar.mask().orElseThrow().toBooleanArray()[i])
          .isEqualTo(!cells.get(2).equals("NA"));
      assertThat(test.targets().get(2).values().toFloatArray()[2 * i])
          .isEqualTo(cells.get(3).startsWith("high") ? 1 : 0);
    }
  }

  @Test
  void normalisationIsFittedOnTrainingImagesOrGiven() throws IOException {
    Dataset fitted = open("");
    NDArray train =
        fitted
            .prepare(fitted.split(SplitName.TRAIN).range(0, 16, manager).inputs())
            .get(0)
            .transpose(1, 0, 2, 3)
            .reshape(3, -1);
    for (float mean : train.mean(new int[] {1}).toFloatArray()) {
      assertThat(mean).isCloseTo(0, within(1e-4f));
    }
    for (float square : train.square().mean(new int[] {1}).toFloatArray()) {
      assertThat(square).isCloseTo(1, within(1e-3f));
    }
    Dataset given = open(", \"means\": [0, 0, 0], \"deviations\": [1, 1, 0.5]");
    Examples one = given.split(SplitName.TRAIN).range(0, 1, manager);
    float raw = one.inputs().get(0).toByteArray()[2] & 0xff;
    float[] prepared = given.prepare(one.inputs()).get(0).toFloatArray();
    assertThat(prepared[2 * 16 * 16]).isCloseTo(raw / 255 * 2, within(1e-5f));
  }

  private void rejects(String name, String... words) throws IOException {
    ImagesConfig config = config("");
    assertThatThrownBy(() -> plugin.open(config, access(), manager))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining(name)
        .hasMessageContainingAll(words);
    assertThat(plugin.inspect(config, access()))
        .filteredOn(found -> found.state() != SourceFile.State.VERIFIED)
        .isNotEmpty();
  }

  @Test
  void namesBrokenMissingAndForbiddenImages() throws IOException {
    Path broken = folder.resolve("mine/photos/p4.png");
    Files.write(broken, new byte[] {1, 2, 3});
    rejects("mine/photos/p4.png", "another format");
    Files.delete(broken);
    rejects("mine/photos/p4.png", "found nothing", "labels.csv names");
    Path table = folder.resolve("mine/labels.csv");
    Files.writeString(table, Files.readString(table).replace("\np4.png", "\n../../p4.png"));
    rejects("labels.csv", "../../p4.png", "images below");
  }

  @Test
  void reportsKeyOfMissingColumn() throws IOException {
    ImagesConfig config = config(", \"image-column\": \"imag\"");
    assertThatThrownBy(() -> plugin.facts(config, access()))
        .hasMessageContainingAll("image-column", "'imag'", "nearest: 'image'");
  }

  @Test
  void acceptsSameImageInSeveralRows() throws IOException {
    Path table = folder.resolve("mine/labels.csv");
    Files.writeString(table, Files.readString(table) + "p0.png,red,3,none,train\n");
    assertThat(open(", \"split-column\": \"part\"").split(SplitName.TRAIN).size()).isEqualTo(13);
  }
}
