package org.mtlbench.engine.catalogue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Task;
import org.mtlbench.engine.plugins.Configured;

/**
 * A dataset with its config, whose files need not be there.
 *
 * @param path where the config stands, for messages
 */
record BoundDataset<C extends Record>(DatasetPlugin<C> plugin, C config, String path) {
  /**
   * Binds the config.
   *
   * @throws InvalidConfigException if it is invalid
   */
  static <C extends Record> BoundDataset<C> of(DatasetPlugin<C> plugin, ChosenDataset chosen) {
    return new BoundDataset<>(
        plugin,
        Configured.datasetConfig(plugin, chosen.choice().config(), chosen.path()),
        chosen.path());
  }

  List<SourceFile> inspect(DataAccess access) {
    return plugin.inspect(config, access);
  }

  void fetch(DataAccess access, Consumer<String> log) throws IOException, InterruptedException {
    plugin.fetch(config, access, log);
  }

  /** The first examples; see {@link Plugins#sample}. */
  Sample sample(Sample.Request request, Path pixels) throws IOException {
    List<Task> tasks;
    try {
      tasks = plugin.facts(config, request.access()).tasks();
    } catch (InvalidConfigException e) {
      throw e.under(path);
    }
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      Dataset opened = plugin.open(config, request.access(), manager);
      int shown = Math.min(request.count(), opened.split(request.split()).size());
      Examples plain = opened.split(request.split()).range(0, shown, manager);
      Examples examples =
          request.augmented()
              ? opened.augment(plain, new Randomness(0).stream("contact-sheet"))
              : plain;
      NDArray inputs = examples.inputs().get(0);
      Shape shape = inputs.getShape();
      List<Integer> sizes =
          Arrays.stream(shape.getShape()).skip(1).mapToObj(Math::toIntExact).toList();
      if (inputs.getDataType() != DataType.UINT8 || shape.dimension() != 4) {
        TableSummary table = TableSummary.of(opened, tasks, manager);
        return new Sample(shown, sizes, Map.of(), Optional.of(table));
      }
      Files.write(pixels, inputs.toByteArray());
      Map<String, String> row = new LinkedHashMap<>();
      for (int t = 0; t < tasks.size(); t++) {
        NDArray values = examples.targets().get(t).values();
        NDArray first = values.get(new NDIndex("0:" + Math.min(request.row(), shown)));
        row.put(tasks.get(t).name(), Arrays.toString(first.toArray()));
      }
      return new Sample(shown, sizes, row, Optional.empty());
    }
  }
}
