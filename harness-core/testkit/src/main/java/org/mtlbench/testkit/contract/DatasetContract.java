package org.mtlbench.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.dataset.Rows;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.dataset.Task;
import org.mtlbench.api.plugin.Plugin;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.testkit.Contributions;
import org.mtlbench.toolbox.network.NetworkDimensions;

/**
 * What a dataset promises. Extend it, name the plugin and its keys, make it small with {@link
 * #small} if it can be, and write its files with {@link #provide} if it needs some:
 *
 * <ul>
 *   <li>facts that need no file and agree with what is opened: sizes, image shape, tasks, and
 *       network parts that fit the images;
 *   <li>images as bytes; classes within range, targets of the tasks' shapes;
 *   <li>a network's input in float32, finite, with the channels moved to the front; augmentation of
 *       the same shape that repeats with its generator and leaves its input alone;
 *   <li>the same config opens to the same bits;
 *   <li>no picture of training among those of validation or test, if they {@link #areDistinct};
 *   <li>missing files are reported one by one, and opening without them is refused, naming one;
 *   <li>nothing outlives its manager, and a batch leaves nothing behind.
 * </ul>
 *
 * @param <C> the config record
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DatasetContract<C extends Record> extends PluginContract<C> {
  private static final int BATCH = 6;

  private final NDManager manager = NDManager.newBaseManager();
  private Path folder;
  private Dataset dataset;

  @Override
  protected abstract DatasetPlugin<C> plugin();

  /** What is laid over the defaults to make the dataset small, as a JSON object. */
  protected String small() {
    return "{}";
  }

  /**
   * Writes the files the dataset is built from; they need not be the published ones. Nothing to do
   * for an embedded dataset.
   *
   * @param data the data folder, which exists
   */
  protected void provide(Path data) throws IOException {}

  /**
   * Whether its pictures tell splits apart; false if {@link #provide} writes pictures all alike.
   */
  protected boolean areDistinct() {
    return true;
  }

  @Override
  final Map<String, ? extends Plugin<?>> contributed(Contributions contributions) {
    return contributions.datasets();
  }

  private C config() throws JsonProcessingException {
    return config(small());
  }

  @BeforeAll
  final void open(@TempDir Path temporary) throws IOException {
    folder = temporary;
    provide(Files.createDirectories(folder.resolve("data")));
    dataset = plugin().open(config(), access(), manager);
  }

  @AfterAll
  final void close() {
    manager.close();
  }

  private DataAccess access() {
    return new DataAccess(folder.resolve("data"), folder.resolve("cache"), true);
  }

  private DataAccess nothing() {
    return new DataAccess(folder.resolve("no-data"), folder.resolve("cache"), false);
  }

  @Test
  void factsNeedNoFileAndFitTogether() throws IOException {
    DatasetFacts facts = plugin().facts(config());
    assertThat(plugin().facts(config())).isEqualTo(facts);
    assertThat(facts.tasks()).extracting(Task::name).isNotEmpty().doesNotHaveDuplicates();
    assertThat(facts.trainSize()).isPositive();
    assertThat(facts.validationSize()).isPositive();
    assertThat(facts.testSize()).isPositive();
    // throws if trunk, monitor and heads do not fit the images and one another
    assertThat(NetworkDimensions.of(facts.network()).trunkMultiplyAdds()).isPositive();
  }

  @Test
  void opensToWhatTheFactsSay() throws IOException {
    DatasetFacts facts = plugin().facts(config());
    Map<SplitName, Integer> sizes =
        Map.of(
            SplitName.TRAIN, facts.trainSize(),
            SplitName.VALIDATION, facts.validationSize(),
            SplitName.TEST, facts.testSize());
    for (SplitName name : SplitName.values()) {
      Split split = dataset.split(name);
      assertThat(split.images().getDataType()).as("type of images").isEqualTo(DataType.UINT8);
      assertThat(split.images().getShape().getShape())
          .as("shape (N, H, W, C) of the images of " + name)
          .containsExactly(
              sizes.get(name),
              facts.network().height(),
              facts.network().width(),
              facts.network().channels());
      assertThat(split.targets()).as("targets of " + name).hasSameSizeAs(facts.tasks());
      for (int t = 0; t < facts.tasks().size(); t++) {
        checkTargets(facts.tasks().get(t), split.targets().get(t));
      }
    }
  }

  private static void checkTargets(Task task, NDArray targets) {
    switch (task.loss()) {
      case NEGATIVE_LOG_LIKELIHOOD -> {
        assertThat(targets.getDataType()).as("type of " + task.name()).isEqualTo(DataType.INT64);
        assertThat(targets.min().getLong()).as("least class of " + task.name()).isNotNegative();
        assertThat(targets.max().getLong())
            .as("greatest class of " + task.name())
            .isLessThan(task.outputs());
      }
      case MEAN_SQUARED_ERROR -> {
        assertThat(targets.getDataType()).as("type of " + task.name()).isEqualTo(DataType.FLOAT32);
        long examples = targets.getShape().get(0);
        assertThat(targets.size()).isEqualTo(examples * task.outputs());
        assertThat(targets.isNaN().any().getBoolean()).as("NaN in " + task.name()).isFalse();
      }
    }
  }

  @Test
  void trainingImagesAreTheAugmentedExamples() {
    int arrays = manager.getManagedArrays().size();
    try (NDScope scope = new NDScope()) {
      int last = dataset.split(SplitName.TRAIN).size() - 1;
      int[] examples = {last, 0, last / 2, 0};
      NDArray images = dataset.split(SplitName.TRAIN).images();
      Randomness random = new Randomness(1);
      NDArray expected =
          dataset.augment(Rows.of(images, examples), random.stream("augmentation", 3));
      NDArray batch = dataset.trainingImages(examples, random.stream("augmentation", 3));
      assertThat(batch.getDataType()).isEqualTo(DataType.UINT8);
      assertThat(batch.getShape()).isEqualTo(expected.getShape());
      assertThat(batch.contentEquals(expected))
          .as("whether trainingImages chooses and augments as augment does")
          .isTrue();
    }
    assertThat(manager.getManagedArrays()).as("arrays after a batch").hasSize(arrays);
  }

  @Test
  void preparesAndAugmentsBatches() throws IOException {
    DatasetFacts facts = plugin().facts(config());
    int arrays = manager.getManagedArrays().size();
    try (NDScope scope = new NDScope()) {
      NDArray images = dataset.split(SplitName.TRAIN).images().get("0:" + BATCH).duplicate();
      float[] before = images.toType(DataType.FLOAT32, true).toFloatArray();
      Randomness random = new Randomness(1);
      NDArray augmented = dataset.augment(images, random.stream("augmentation"));
      assertThat(augmented.getShape()).as("shape after augmentation").isEqualTo(images.getShape());
      assertThat(augmented.getDataType()).isEqualTo(DataType.UINT8);
      if (!dataset.augments()) {
        assertThat(augmented.contentEquals(images))
            .as("whether images stay as they are, since augments() is false")
            .isTrue();
      }
      assertThat(dataset.augment(images, random.stream("augmentation")).contentEquals(augmented))
          .as("whether the same generator augments alike")
          .isTrue();
      NDArray input = dataset.prepare(augmented);
      assertThat(input.getDataType()).isEqualTo(DataType.FLOAT32);
      assertThat(input.getShape().getShape())
          .as("shape (B, C, H, W) of a network's input")
          .containsExactly(
              BATCH, facts.network().channels(), facts.network().height(), facts.network().width());
      assertThat(input.isNaN().any().getBoolean()).as("NaN in a network's input").isFalse();
      assertThat(images.toType(DataType.FLOAT32, true).toFloatArray())
          .as("raw images after augmentation and preparation")
          .isEqualTo(before);
    }
    assertThat(manager.getManagedArrays()).as("arrays after a batch").hasSize(arrays);
  }

  @Test
  void theSameConfigOpensToTheSameBitsAndNothingOutlivesItsManager() throws IOException {
    int arrays = manager.getManagedArrays().size();
    try (NDManager other = manager.newSubManager()) {
      Dataset again = plugin().open(config(), access(), other);
      for (SplitName name : SplitName.values()) {
        Split split = dataset.split(name);
        assertThat(again.split(name).images().contentEquals(split.images()))
            .as("whether the images of " + name + " are the same")
            .isTrue();
        for (int t = 0; t < split.targets().size(); t++) {
          assertThat(again.split(name).targets().get(t).contentEquals(split.targets().get(t)))
              .as("whether the targets of task " + t + " of " + name + " are the same")
              .isTrue();
        }
      }
    }
    assertThat(manager.getManagedArrays()).as("arrays of the other opening").hasSize(arrays);
  }

  @Test
  void noPictureOfTrainingIsEvaluatedOn() {
    if (!areDistinct()) {
      return;
    }
    Map<String, SplitName> seen = new HashMap<>();
    List<String> repeated = new ArrayList<>();
    for (SplitName name : SplitName.values()) {
      for (String picture : pictures(dataset.split(name))) {
        SplitName first = seen.putIfAbsent(picture, name);
        if (first != null && first != name) {
          repeated.add(first + " and " + name);
        }
      }
    }
    assertThat(repeated).as("pictures in two splits").isEmpty();
  }

  private static List<String> pictures(Split split) {
    byte[] all = split.images().toByteArray();
    int size = all.length / split.size();
    List<String> pictures = new ArrayList<>();
    for (int i = 0; i < split.size(); i++) {
      pictures.add(new String(all, i * size, size, StandardCharsets.ISO_8859_1));
    }
    return pictures;
  }

  @Test
  void missingFilesAreReportedAndRefused() throws IOException {
    List<SourceFile> files = plugin().inspect(config(), nothing());
    assertThat(files)
        .allSatisfy(f -> assertThat(f.state()).as(f.name()).isEqualTo(SourceFile.State.MISSING));
    if (!files.isEmpty()) {
      C config = config();
      String first = String.valueOf(Path.of(files.get(0).name()).getFileName());
      assertThatThrownBy(() -> plugin().open(config, nothing(), manager))
          .isInstanceOf(InvalidConfigException.class)
          .message()
          .as("message that names a file or the folder where it should be")
          .containsAnyOf(first, nothing().root().toString());
    }
  }
}
