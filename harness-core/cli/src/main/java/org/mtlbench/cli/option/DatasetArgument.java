package org.mtlbench.cli.option;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.toolbox.config.Nearest;
import picocli.CommandLine.Parameters;

/** Which datasets a command is for. */
public final class DatasetArgument {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DATASET",
      description = "A dataset's id (see 'list datasets'); default all of them.")
  private String id;

  /**
   * The dataset named, or all.
   *
   * @param datasets by id
   * @throws InvalidConfigException if there is none of that id
   */
  public List<DatasetPlugin<?>> of(Map<String, DatasetPlugin<?>> datasets) {
    return named(datasets).map(List::<DatasetPlugin<?>>of).orElse(List.copyOf(datasets.values()));
  }

  private Optional<DatasetPlugin<?>> named(Map<String, DatasetPlugin<?>> datasets) {
    if (id == null) {
      return Optional.empty();
    }
    DatasetPlugin<?> plugin = datasets.get(id);
    if (plugin == null) {
      throw new InvalidConfigException("dataset", id, Nearest.allowed(id, datasets.keySet()));
    }
    return Optional.of(plugin);
  }
}
