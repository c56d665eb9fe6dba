package org.mtlbench.cli.option;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.api.task.Task;

/**
 * A dataset with its default config.
 *
 * @param plugin the dataset
 */
public record DefaultDataset<C extends Record>(DatasetPlugin<C> plugin) {
  public String id() {
    return plugin.descriptor().id();
  }

  public List<Task> tasks(DataAccess access) {
    return plugin.facts(plugin.defaults(), access).tasks();
  }

  /** The state of its source files. */
  public List<SourceFile> inspect(DataAccess access) {
    return plugin.inspect(plugin.defaults(), access);
  }

  public void fetch(DataAccess access, Consumer<String> log)
      throws IOException, InterruptedException {
    plugin.fetch(plugin.defaults(), access, log);
  }

  public Dataset open(DataAccess access, NDManager manager) {
    return plugin.open(plugin.defaults(), access, manager);
  }
}
