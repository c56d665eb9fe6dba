package org.mtlbench.cli.option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.engine.matrix.CellEntry;
import org.mtlbench.engine.matrix.Entry;
import org.mtlbench.engine.matrix.MatrixSpec;
import org.mtlbench.toolbox.config.Nearest;
import picocli.CommandLine.Parameters;

/** Argument that selects datasets. */
public final class DatasetArgument {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DATASET|FILE",
      description =
          "A dataset's id (see 'list datasets'), or a matrix file for its datasets with their"
              + " configs; default all datasets.")
  private String name;

  /**
   * The selected datasets: one by id, those of a matrix file, or all.
   *
   * @param datasets by id
   * @throws InvalidConfigException if there is no such dataset or file, or the file is invalid
   */
  public List<ChosenDataset<?>> of(Map<String, DatasetPlugin<?>> datasets) {
    if (name == null) {
      return datasets.values().stream().<ChosenDataset<?>>map(ChosenDataset::of).toList();
    }
    if (datasets.containsKey(name)) {
      return List.of(ChosenDataset.of(datasets.get(name)));
    }
    if (!MatrixArguments.isFile(name)) {
      throw new InvalidConfigException("dataset", name, Nearest.allowed(name, datasets.keySet()));
    }
    MatrixSpec spec = MatrixArguments.read(name);
    if (!spec.problems().isEmpty()) {
      throw new InvalidConfigException(spec.problems());
    }
    Map<Object, ChosenDataset<?>> chosen = new LinkedHashMap<>();
    Stream.concat(spec.datasets().stream(), spec.cells().stream().map(CellEntry::dataset))
        .forEach(entry -> chosen.putIfAbsent(entry.identity(), of(entry, datasets)));
    return List.copyOf(chosen.values());
  }

  private static ChosenDataset<?> of(Entry entry, Map<String, DatasetPlugin<?>> datasets) {
    DatasetPlugin<?> plugin = datasets.get(entry.id());
    if (plugin == null) {
      throw new InvalidConfigException(
          entry.at(), entry.id(), Nearest.allowed(entry.id(), datasets.keySet()));
    }
    return new ChosenDataset<>(entry.name(), plugin, entry.config(), entry.at() + ".config");
  }
}
