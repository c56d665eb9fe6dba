package org.mtlbench.cli;

import java.util.List;
import java.util.Optional;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.engine.plugins.PluginRegistry;
import org.mtlbench.toolbox.config.Nearest;
import picocli.CommandLine.Parameters;

/** Which datasets a command is for. */
final class DatasetArgument {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DATASET",
      description = "A dataset's id (see 'list datasets'); default all of them.")
  private String id;

  /**
   * The dataset named, or all.
   *
   * @throws InvalidConfigException if there is none of that id
   */
  List<DatasetPlugin<?>> of(PluginRegistry plugins) {
    return named(plugins)
        .map(List::<DatasetPlugin<?>>of)
        .orElse(List.copyOf(plugins.datasets().values()));
  }

  private Optional<DatasetPlugin<?>> named(PluginRegistry plugins) {
    if (id == null) {
      return Optional.empty();
    }
    DatasetPlugin<?> plugin = plugins.datasets().get(id);
    if (plugin == null) {
      throw new InvalidConfigException(
          "dataset", id, Nearest.allowed(id, plugins.datasets().keySet()));
    }
    return Optional.of(plugin);
  }
}
