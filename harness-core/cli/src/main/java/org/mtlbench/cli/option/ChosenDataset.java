package org.mtlbench.cli.option;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.api.task.Task;
import org.mtlbench.engine.plugins.Configured;

/**
 * A dataset selected on the command line.
 *
 * @param name label in the matrix, or the id
 * @param plugin the dataset
 * @param values config in the matrix; empty for the defaults
 * @param path path of the config in the matrix, for messages
 */
public record ChosenDataset<C extends Record>(
    String name, DatasetPlugin<C> plugin, ObjectNode values, String path) {
  /** A dataset with its defaults. */
  public static <C extends Record> ChosenDataset<C> of(DatasetPlugin<C> plugin) {
    return new ChosenDataset<>(
        plugin.descriptor().id(), plugin, JsonNodeFactory.instance.objectNode(), "");
  }

  private C config() {
    return Configured.datasetConfig(plugin, values, path);
  }

  /** The state of its source files. */
  public List<SourceFile> inspect(DataAccess access) {
    return plugin.inspect(config(), access);
  }

  public void fetch(DataAccess access, Consumer<String> log)
      throws IOException, InterruptedException {
    plugin.fetch(config(), access, log);
  }

  /**
   * All tasks of the dataset, even if the matrix selects some of them.
   *
   * @throws InvalidConfigException if the config is invalid, or a file needed for the facts is
   *     missing or invalid
   */
  public List<Task> tasks(DataAccess access) {
    try {
      return plugin.facts(config(), access).tasks();
    } catch (InvalidConfigException e) {
      throw e.under(path);
    }
  }

  /** Opens the dataset with all its tasks. */
  public Dataset open(DataAccess access, NDManager manager) {
    return plugin.open(config(), access, manager);
  }
}
