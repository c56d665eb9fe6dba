package org.mtlbench.cli.option;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.api.task.Task;
import org.mtlbench.engine.plugins.Configured;
import org.mtlbench.engine.plugins.Reasons;

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
    C config = config();
    return checked(() -> plugin.inspect(config, access));
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
    C config = config();
    try {
      return checked(() -> plugin.facts(config, access).tasks());
    } catch (InvalidConfigException e) {
      throw e.under(path);
    }
  }

  /** Opens the dataset with all its tasks. */
  public Dataset open(DataAccess access, NDManager manager) {
    C config = config();
    return checked(() -> plugin.open(config, access, manager));
  }

  /** Attributes an unexpected exception to the plugin. */
  private <T> T checked(Supplier<T> call) {
    try {
      return call.get();
    } catch (HarnessException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw new HarnessException(
          ErrorCategory.PLUGIN,
          "dataset " + name + ": " + Reasons.of(e),
          "Use another version of the plugin, or report it to its author",
          e);
    }
  }
}
