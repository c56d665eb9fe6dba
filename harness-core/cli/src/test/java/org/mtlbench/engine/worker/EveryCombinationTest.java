package org.mtlbench.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.plugin.Plugin;
import org.mtlbench.api.task.Task;
import org.mtlbench.engine.checkpoint.CheckpointFile;
import org.mtlbench.engine.checkpoint.Checkpointer;
import org.mtlbench.engine.cost.Throughput;
import org.mtlbench.engine.device.ComputeDevice;
import org.mtlbench.engine.matrix.Entry;
import org.mtlbench.engine.matrix.MatrixSpec;
import org.mtlbench.engine.matrix.MethodEntry;
import org.mtlbench.engine.matrix.Studies;
import org.mtlbench.engine.model.KeepModels;
import org.mtlbench.engine.model.SavedModel;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plan.Overrides;
import org.mtlbench.engine.plan.Planner;
import org.mtlbench.engine.plugins.Configured;
import org.mtlbench.engine.plugins.PluginLoader;
import org.mtlbench.engine.plugins.PluginRegistry;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.CellRecordBuilder;
import org.mtlbench.results.FlagsRecord;
import org.mtlbench.results.event.EventWriter;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.toolbox.config.ConfigBinder;

/**
 * Trains and tests every method on every architecture, generated dataset and backbone for a few
 * steps, or checks that the plan rejects the combination with a reason.
 */
class EveryCombinationTest {
  private static final PluginRegistry REGISTRY =
      PluginLoader.load(EveryCombinationTest.class.getClassLoader());

  private static final DataAccess NO_FILES =
      new DataAccess(Path.of("none"), Path.of("none"), false);

  /** A single epoch of every phase. */
  private static final double MIN_BUDGET = 1e-6;

  private static final int BATCH = 8;

  /** Sizes of splits; two batches of training. */
  private static final Map<String, Integer> SIZES =
      Map.of("train-size", 2 * BATCH, "validation-size", BATCH, "test-size", BATCH);

  /** Small configs of backbones; others use their defaults. */
  private static final Map<String, String> BACKBONES =
      Map.of(
          "lenet", "{'channels': [2, 3], 'features': 6}",
          "conv", "{'channels': [2, 3], 'features': 6}",
          "mlp", "{'widths': [6, 5]}",
          "encoder-decoder", "{'channels': [2, 3]}",
          "resnet", "{'depth': 8, 'width': 2}",
          "segnet", "{'width': 2, 'blocks': 2}",
          "vgg", "{'width': 2}");

  /** Methods that need the stages of a shared trunk. */
  private static final Set<String> ON_A_TRUNK = Set.of("mtan", "kdmtl");

  @TempDir Path folder;

  /** A combination; the backbone is that suggested by the dataset, or another one. */
  record Combination(String method, String architecture, String backbone, String dataset) {
    boolean suggested() {
      return facts(REGISTRY.datasets().get(dataset)).backbone().equals(backbone);
    }

    @Override
    public String toString() {
      return String.join(" | ", method, architecture, backbone, dataset);
    }
  }

  static Stream<Combination> everyMethodArchitectureAndDataset() {
    return REGISTRY.datasets().values().stream()
        .filter(EveryCombinationTest::isGenerated)
        .flatMap(
            dataset ->
                combinations(
                    REGISTRY.methods().keySet(),
                    facts(dataset).backbone(),
                    dataset.descriptor().id()));
  }

  /** Further backbones, with methods that read features or change parameters of networks. */
  static Stream<Combination> everyBackbone() {
    Set<String> methods = Set.of("ls", "mgda", "ours", "mtan", "kdmtl");
    return REGISTRY.backbones().keySet().stream()
        .flatMap(backbone -> combinations(methods, backbone, "multimnist-synthetic"))
        .filter(combination -> !combination.suggested());
  }

  private static Stream<Combination> combinations(
      Set<String> methods, String backbone, String dataset) {
    return REGISTRY.architectures().keySet().stream()
        .flatMap(
            architecture ->
                methods.stream()
                    .sorted()
                    .map(method -> new Combination(method, architecture, backbone, dataset)));
  }

  private static <C extends Record> DatasetFacts facts(DatasetPlugin<C> plugin) {
    return plugin.facts(plugin.defaults(), NO_FILES);
  }

  /** Datasets of user files have no facts without the files. */
  private static boolean isGenerated(DatasetPlugin<?> plugin) {
    try {
      return facts(plugin).synthetic();
    } catch (InvalidConfigException e) {
      return false;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"everyMethodArchitectureAndDataset", "everyBackbone"})
  void trainsOrIsRejectedWithReason(Combination combination) throws IOException {
    MatrixSpec matrix = matrix(combination);
    if (ON_A_TRUNK.contains(combination.method()) && !staged(combination)) {
      assertThatThrownBy(() -> plan(matrix))
          .isInstanceOf(InvalidConfigException.class)
          .hasMessageContaining("methods[0].config")
          .hasMessageContaining("found no trunk shared by all tasks")
          .hasMessageContaining("on architecture " + combination.architecture());
      return;
    }
    CellSpec cell = plan(matrix);
    CellRecord record = train(cell);
    List<Task> tasks = Configured.dataset(REGISTRY, cell.dataset(), NO_FILES).facts().tasks();
    for (Task task : tasks) {
      String metric = task.primary().info().id();
      assertThat(record.test().orElseThrow().scores().find(task.name(), metric))
          .as(task.name() + " " + metric)
          .isPresent();
    }
    assertThat(record.parameters().orElseThrow().total()).isPositive();
  }

  private static boolean staged(Combination combination) {
    return Set.of("hps", "mdmtn").contains(combination.architecture());
  }

  private static CellSpec plan(MatrixSpec matrix) {
    return new Planner(Throughput.UNKNOWN)
        .plan(matrix, REGISTRY, Overrides.NONE, NO_FILES)
        .cells()
        .get(0)
        .spec();
  }

  private static MatrixSpec matrix(Combination combination) {
    ObjectNode dataset = sizes(REGISTRY.datasets().get(combination.dataset()));
    ObjectNode architecture = JsonNodeFactory.instance.objectNode();
    architecture
        .putObject("backbone")
        .put("id", combination.backbone())
        .set("config", json(BACKBONES.getOrDefault(combination.backbone(), "{}")));
    return new MatrixSpec(
        "every-combination",
        "",
        List.of(new Entry("datasets[0]", combination.dataset(), Optional.empty(), dataset)),
        List.of(
            new Entry(
                "architectures[0]", combination.architecture(), Optional.empty(), architecture)),
        List.of(
            new MethodEntry(
                "methods[0]",
                combination.method(),
                Optional.empty(),
                Optional.empty(),
                method(combination),
                List.of())),
        List.of(),
        List.of(0L),
        MIN_BUDGET,
        Optional.empty(),
        Optional.empty(),
        new Studies(List.of()),
        List.of());
  }

  private static ObjectNode sizes(Plugin<?> dataset) {
    ObjectNode config = ConfigBinder.toTree(dataset.defaults()).retain(SIZES.keySet());
    SIZES.keySet().stream().filter(config::has).forEach(key -> config.put(key, SIZES.get(key)));
    return config;
  }

  /** The shortest searches, and all components of {@code ours}. */
  private static ObjectNode method(Combination combination) {
    int tasks = facts(REGISTRY.datasets().get(combination.dataset())).tasks().size();
    ObjectNode config = JsonNodeFactory.instance.objectNode();
    switch (combination.method()) {
      case "kdmtl" -> equal(config.putArray("lambdas").addArray(), tasks, 0.01);
      case "mtan" -> {
        equal(config.putArray("weights").addArray(), tasks, 1);
        config.put("search-learning-rates", false);
      }
      case "ours" -> {
        equal(config.putArray("k").add(0.1), tasks, 0.9 / tasks);
        config.put("search-iterations", 1).put("retrain-iterations", 1);
      }
      default -> {
        // the defaults with one epoch
      }
    }
    ObjectNode defaults =
        ConfigBinder.toTree(REGISTRY.methods().get(combination.method()).defaults());
    if (defaults.has("batch-size")) {
      config.put("batch-size", BATCH);
    }
    if (defaults.has("initialisation") && combination.suggested()) {
      // LSUV, which everyBackbone covers, would take a third of the time
      config.put("initialisation", "pytorch");
    }
    return config;
  }

  private static void equal(ArrayNode numbers, int tasks, double value) {
    for (int task = 0; task < tasks; task++) {
      numbers.add(value);
    }
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private CellRecord train(CellSpec cell) throws IOException {
    RunFolder run = RunFolder.at(folder);
    run.create();
    WorkOrder order =
        new WorkOrder(
            cell,
            folder,
            ComputeDevice.CPU,
            1,
            1,
            NO_FILES,
            List.of(),
            new FlagsRecord(true, false, cell.budget()),
            Duration.ofHours(1),
            KeepModels.ALL,
            new WorkOrder.Origin("test", Map.of(), Map.of(), "test"),
            0);
    Instant started = Instant.now();
    CellRecordBuilder record = CellRecords.begin(order);
    try (PipedOutputStream parent = new PipedOutputStream();
        PipedInputStream held = new PipedInputStream(parent);
        EventWriter events = EventWriter.open(run.eventFile(cell.id()))) {
      StopSignal stop = StopSignal.watch(held, Duration.ofHours(1), () -> {});
      Checkpointer checkpointer =
          new Checkpointer(
              new CheckpointFile(run.attempts(cell.id()).checkpointFile(1)),
              events,
              order.checkpointEvery());
      CellProgress progress =
          new CellProgress(order.checkpointKey(), checkpointer, events, Optional.empty());
      new CellTraining(order, REGISTRY, stop, progress, record).run(events);
      CellRecords.close(record, order, started, progress.peakMemory());
    }
    SavedModel model = SavedModel.read(run.models().resolve(cell.id() + ".json"));
    assertThat(model.notRecorded()).as("recorded forward pass").isEmpty();
    return record.done();
  }
}
