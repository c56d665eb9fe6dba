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
import java.util.TreeMap;
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
import org.mtlbench.api.dataset.TrainingEpoch;
import org.mtlbench.api.plugin.Plugin;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Task;
import org.mtlbench.testkit.Contributions;

/**
 * Contract test of a dataset. Extend it, provide the plugin and its config keys, make the dataset
 * small with {@link #small} if possible, and write its files with {@link #provide} if it needs
 * files:
 *
 * <ul>
 *   <li>the facts agree with the opened dataset in sizes, input shapes and tasks, and need no files
 *       unless {@link #readsFilesWhenPlanned}; they {@link #countsItsFiles count} the files if the
 *       dataset says so;
 *   <li>classes are within range, and labels have the shapes and types of the tasks' targets;
 *   <li>network inputs are finite float32 with the channels first; augmentation keeps the shape, is
 *       reproducible from its generator and does not modify its input;
 *   <li>the same config gives the same bits;
 *   <li>no example, that is, no first input, occurs in two splits, if examples {@link
 *       #areDistinct};
 *   <li>missing files are reported individually, and opening without them fails with the name of
 *       one;
 *   <li>no array outlives its manager, and a batch leaks no array.
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

  /** Config values that make the dataset small, as a JSON object. */
  protected String small() {
    return "{}";
  }

  /**
   * Writes the files that the dataset reads; they need not be the published ones. Does nothing for
   * a generated dataset.
   *
   * @param data the data folder, which exists
   */
  protected void provide(Path data) throws IOException {}

  /** Whether its facts are read from the user's own files, so that planning needs the files. */
  protected boolean readsFilesWhenPlanned() {
    return false;
  }

  /** Whether the facts count the files found; otherwise they are those of the published data. */
  protected boolean countsItsFiles() {
    return false;
  }

  /** Whether all examples are distinct; false if {@link #provide} writes identical ones. */
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
  void factsNeedNoFilesUnlessDeclared() throws IOException {
    C config = config();
    if (readsFilesWhenPlanned()) {
      assertThatThrownBy(() -> plugin().facts(config, nothing()))
          .isInstanceOf(InvalidConfigException.class);
    } else if (countsItsFiles()) {
      DatasetFacts published = plugin().facts(config, nothing());
      assertThat(published.input()).isEqualTo(facts().input());
      assertThat(published.tasks())
          .extracting(Task::name)
          .isEqualTo(facts().tasks().stream().map(Task::name).toList());
    } else {
      assertThat(plugin().facts(config, nothing())).isEqualTo(facts());
    }
  }

  @Test
  void factsAreConsistent() throws IOException {
    DatasetFacts facts = facts();
    assertThat(facts()).isEqualTo(facts);
    assertThat(facts.tasks()).extracting(Task::name).isNotEmpty().doesNotHaveDuplicates();
    assertThat(facts.trainSize()).isPositive();
    assertThat(facts.validationSize()).isPositive();
    assertThat(facts.testSize()).isPositive();
    assertThat(facts.backbone()).as("id of the backbone that suits the data").isNotBlank();
  }

  @Test
  void openedDataMatchesFacts() throws IOException {
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
  void takesExamplesAtPositions() {
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
  void takeTrainingAugmentsExamples() {
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
  void trainingEpochTakesSameBatches() {
    int arrays = manager.getManagedArrays().size();
    try (NDScope scope = new NDScope()) {
      int size = dataset.split(SplitName.TRAIN).size();
      List<NDArray> batches =
          List.of(
              manager.create(new long[] {size - 1L, 0, size / 2, 0}),
              manager.create(new long[] {1, 0}));
      Randomness random = new Randomness(1);
      TrainingEpoch epoch =
          dataset.trainingEpoch(List.of(4, 2), index -> random.stream("augmentation", index));
      for (int index = 0; index < 2; index++) {
        NDArray positions = batches.get(index);
        ExampleChecks.assertSame(
            epoch.take(positions, index),
            dataset.takeTraining(positions, random.stream("augmentation", index)),
            "whether batch " + index + " of trainingEpoch is that of takeTraining");
      }
    }
    assertThat(manager.getManagedArrays()).as("arrays after an epoch").hasSize(arrays);
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
  void isDeterministicAndDoesNotLeakArrays() throws IOException {
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
  void splitsShareNoExample() {
    if (!areDistinct()) {
      return;
    }
    Map<String, SplitName> seen = new HashMap<>();
    Map<String, Integer> repeated = new TreeMap<>();
    for (SplitName name : SplitName.values()) {
      for (String image : images(name)) {
        SplitName first = seen.putIfAbsent(image, name);
        if (first != null && first != name) {
          repeated.merge(first + " and " + name, 1, Integer::sum);
        }
      }
    }
    assertThat(repeated)
        .as("number of examples that are in two splits, by their first input")
        .isEmpty();
  }

  private List<String> images(SplitName name) {
    try (NDScope scope = new NDScope()) {
      int count = dataset.split(name).size();
      byte[] all = whole(name).inputs().get(0).toByteArray();
      int size = all.length / count;
      List<String> images = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        images.add(new String(all, i * size, size, StandardCharsets.ISO_8859_1));
      }
      return images;
    }
  }

  @Test
  void reportsAndRejectsMissingFiles() throws IOException {
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
