package org.mtlbench.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
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
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.plugin.Plugin;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Task;
import org.mtlbench.testkit.Contributions;

/**
 * What a dataset promises. Extend it, name the plugin and its keys, make it small with {@link
 * #small} if it can be, and write its files with {@link #provide} if it needs some:
 *
 * <ul>
 *   <li>facts that agree with what is opened: sizes, shape of the inputs, tasks; they need no file
 *       unless the dataset {@link #readsFilesWhenPlanned};
 *   <li>images as bytes; classes within range, targets of the tasks' shapes;
 *   <li>a network's input in float32, finite, with the channels moved to the front; augmentation of
 *       the same shape that repeats with its generator and leaves its input alone;
 *   <li>the same config opens to the same bits;
 *   <li>no picture of training among those of validation or test, if they {@link #areDistinct};
 *   <li>missing files are reported one by one, and opening without them is rejected, naming one;
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

  /** Whether its facts come from the user's own files, and so need them. */
  protected boolean readsFilesWhenPlanned() {
    return false;
  }

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

  private DatasetFacts facts() throws IOException {
    return plugin().facts(config(), access());
  }

  @Test
  void factsNeedNoFileUnlessTheyAreTheUsers() throws IOException {
    C config = config();
    if (readsFilesWhenPlanned()) {
      assertThatThrownBy(() -> plugin().facts(config, nothing()))
          .isInstanceOf(InvalidConfigException.class);
    } else {
      assertThat(plugin().facts(config, nothing())).isEqualTo(facts());
    }
  }

  @Test
  void factsFitTogether() throws IOException {
    DatasetFacts facts = facts();
    assertThat(facts()).isEqualTo(facts);
    assertThat(facts.tasks()).extracting(Task::name).isNotEmpty().doesNotHaveDuplicates();
    assertThat(facts.trainSize()).isPositive();
    assertThat(facts.validationSize()).isPositive();
    assertThat(facts.testSize()).isPositive();
    assertThat(facts.backbone()).as("id of the backbone that suits the data").isNotBlank();
  }

  @Test
  void opensToWhatTheFactsSay() throws IOException {
    DatasetFacts facts = facts();
    Map<SplitName, Integer> sizes =
        Map.of(
            SplitName.TRAIN, facts.trainSize(),
            SplitName.VALIDATION, facts.validationSize(),
            SplitName.TEST, facts.testSize());
    for (SplitName name : SplitName.values()) {
      assertThat(dataset.split(name).size()).as("size of " + name).isEqualTo(sizes.get(name));
      try (NDScope scope = new NDScope()) {
        Examples all = whole(name);
        assertThat(all.size()).as("examples taken of " + name).isEqualTo(sizes.get(name));
        assertThat(all.targets()).as("targets of " + name).hasSameSizeAs(facts.tasks());
        for (int t = 0; t < facts.tasks().size(); t++) {
          ExampleChecks.checkTargets(facts.tasks().get(t), all.targets().get(t));
        }
      }
    }
  }

  private Examples whole(SplitName name) {
    return dataset.split(name).range(0, dataset.split(name).size(), manager);
  }

  @Test
  void takesTheExamplesAtThePositions() {
    for (SplitName name : SplitName.values()) {
      try (NDScope scope = new NDScope()) {
        long last = dataset.split(name).size() - 1L;
        long[] positions = {last, 0, last / 2, 0};
        Examples taken = dataset.split(name).take(manager.create(positions));
        for (int i = 0; i < positions.length; i++) {
          int at = Math.toIntExact(positions[i]);
          Examples one = dataset.split(name).range(at, at + 1, manager);
          NDIndex slice = new NDIndex(i + ":" + (i + 1));
          for (int t = 0; t < taken.inputs().size(); t++) {
            assertThat(taken.inputs().get(t).get(slice).contentEquals(one.inputs().get(t)))
                .as("whether example " + at + " of " + name + " was taken")
                .isTrue();
          }
          for (int t = 0; t < taken.targets().size(); t++) {
            NDArray values = ExampleChecks.known(taken.targets().get(t));
            assertThat(values.get(slice).contentEquals(ExampleChecks.known(one.targets().get(t))))
                .as("whether the label of example " + at + " of " + name + " was taken")
                .isTrue();
          }
        }
      }
    }
  }

  @Test
  void trainingExamplesAreTheAugmentedExamples() {
    int arrays = manager.getManagedArrays().size();
    try (NDScope scope = new NDScope()) {
      long last = dataset.split(SplitName.TRAIN).size() - 1L;
      NDArray positions = manager.create(new long[] {last, 0, last / 2, 0});
      Randomness random = new Randomness(1);
      Examples expected =
          dataset.augment(
              dataset.split(SplitName.TRAIN).take(positions), random.stream("augmentation", 3));
      Examples batch = dataset.takeTraining(positions, random.stream("augmentation", 3));
      ExampleChecks.assertSame(
          batch, expected, "whether takeTraining takes and augments as augment does");
    }
    assertThat(manager.getManagedArrays()).as("arrays after a batch").hasSize(arrays);
  }

  @Test
  void preparesAndAugmentsBatches() throws IOException {
    DatasetFacts facts = facts();
    int arrays = manager.getManagedArrays().size();
    try (NDScope scope = new NDScope()) {
      NDArray positions = manager.arange(0, BATCH, 1, DataType.INT64);
      Examples raw = dataset.split(SplitName.TRAIN).take(positions);
      Examples before = dataset.split(SplitName.TRAIN).take(positions);
      Randomness random = new Randomness(1);
      Examples augmented = dataset.augment(raw, random.stream("augmentation"));
      if (!dataset.augments()) {
        ExampleChecks.assertSame(
            augmented, raw, "whether examples stay as they are, since augments() is false");
      }
      ExampleChecks.assertSame(
          dataset.augment(raw, random.stream("augmentation")),
          augmented,
          "whether the same generator augments alike");
      for (NDArray input : dataset.prepare(augmented.inputs())) {
        assertThat(input.getDataType()).isEqualTo(DataType.FLOAT32);
        assertThat(input.getShape().getShape())
            .as("shape of a network's input, the batch first")
            .isEqualTo(new Shape(BATCH).addAll(facts.input().shape()).getShape());
        assertThat(input.isNaN().any().getBoolean()).as("NaN in a network's input").isFalse();
      }
      ExampleChecks.assertSame(raw, before, "whether raw examples stay as they are");
    }
    assertThat(manager.getManagedArrays()).as("arrays after a batch").hasSize(arrays);
  }

  @Test
  void theSameConfigOpensToTheSameBitsAndNothingOutlivesItsManager() throws IOException {
    int arrays = manager.getManagedArrays().size();
    try (NDManager other = manager.newSubManager()) {
      Dataset again = plugin().open(config(), access(), other);
      for (SplitName name : SplitName.values()) {
        try (NDScope scope = new NDScope()) {
          Split split = again.split(name);
          ExampleChecks.assertSame(
              split.range(0, split.size(), manager),
              whole(name),
              "whether the examples of " + name + " are the same");
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
      for (String picture : pictures(name)) {
        SplitName first = seen.putIfAbsent(picture, name);
        if (first != null && first != name) {
          repeated.add(first + " and " + name);
        }
      }
    }
    assertThat(repeated).as("pictures in two splits").isEmpty();
  }

  private List<String> pictures(SplitName name) {
    try (NDScope scope = new NDScope()) {
      int count = dataset.split(name).size();
      byte[] all = whole(name).inputs().get(0).toByteArray();
      int size = all.length / count;
      List<String> pictures = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        pictures.add(new String(all, i * size, size, StandardCharsets.ISO_8859_1));
      }
      return pictures;
    }
  }

  @Test
  void missingFilesAreReportedAndRejected() throws IOException {
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
