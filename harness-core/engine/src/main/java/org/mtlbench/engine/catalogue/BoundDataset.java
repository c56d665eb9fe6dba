package org.mtlbench.engine.catalogue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Task;
import org.mtlbench.engine.environment.EngineLibraries;
import org.mtlbench.engine.plugins.Configured;

/**
 * A dataset with its config; its files may be missing.
 *
 * @param chosen the config as written, and its path for messages
 */
record BoundDataset<C extends Record>(DatasetPlugin<C> plugin, C config, ChosenDataset chosen) {
  /**
   * Binds the config.
   *
   * @throws InvalidConfigException if it is invalid
   */
  static <C extends Record> BoundDataset<C> of(DatasetPlugin<C> plugin, ChosenDataset chosen) {
    return new BoundDataset<>(
        plugin,
        Configured.datasetConfig(plugin, chosen.choice().config(), chosen.path()),
        chosen);
  }

  List<SourceFile> inspect(DataAccess access) {
    return plugin.inspect(config, access);
  }

  void fetch(DataAccess access, Consumer<String> log) throws IOException, InterruptedException {
    plugin.fetch(config, access, log);
  }

  /** The first examples; see {@link Plugins#sample}. */
  Sample sample(Sample.Request request, Path pixels) throws IOException {
    Configured.Dataset<C> selected =
        Configured.dataset(plugin, chosen.choice().config(), chosen.path(), request.access());
    List<Task> tasks = selected.facts().tasks();
    EngineLibraries.load();
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      Dataset opened = plugin.open(config, request.access(), manager);
      int count = request.count().orElse(tasks.stream().anyMatch(BoundDataset::dense) ? 20 : 100);
      int shown = Math.min(count, opened.split(request.split()).size());
      Examples plain = opened.split(request.split()).range(0, shown, manager);
      Examples examples =
          selected.select(
              request.augmented()
                  ? opened.augment(plain, new Randomness(0).stream("contact-sheet"))
                  : plain);
      Optional<ExamplePanels> panels = ExamplePanels.of(opened, examples, tasks);
      if (panels.isEmpty()) {
        TableSummary table = TableSummary.of(selected.select(opened), tasks, manager);
        return new Sample(shown, Optional.empty(), Map.of(), Optional.of(table));
      }
      Files.write(pixels, panels.get().rgb());
      return new Sample(
          shown,
          panels.map(ExamplePanels::layout),
          labels(examples, tasks, Math.min(request.labelled(), shown)),
          Optional.empty());
    }
  }

  private static boolean dense(Task task) {
    return task.target().dense();
  }

  private static Map<String, List<String>> labels(Examples examples, List<Task> tasks, int count) {
    Map<String, List<String>> labels = new LinkedHashMap<>();
    for (int t = 0; t < tasks.size(); t++) {
      if (!dense(tasks.get(t))) {
        NDArray values = examples.targets().get(t).values();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          texts.add(
              Arrays.stream(values.get(i).toArray())
                  .map(String::valueOf)
                  .collect(Collectors.joining(", ")));
        }
        labels.put(tasks.get(t).name(), texts);
      }
    }
    return labels;
  }
}
