package org.mtlbench.api.dataset;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.mtlbench.api.plugin.Plugin;

/**
 * A plugin that provides datasets.
 *
 * @param <C> the config record
 */
public interface DatasetPlugin<C extends Record> extends Plugin<C> {
  /**
   * Tasks, input and sizes. Called several times when a run is planned, and again by each worker. A
   * dataset of user files may read their headers, or small files completely; every other dataset
   * must answer without reading files, so that a run can be planned before its data has been
   * downloaded.
   *
   * @param access location of the files
   * @throws org.mtlbench.api.config.InvalidConfigException if a file that must be read is missing
   *     or invalid, with the file, the position in it, and what is allowed; paths of problems start
   *     with a key of the config
   */
  DatasetFacts facts(C config, DataAccess access);

  /**
   * The source files of the dataset and their states; empty for a generated dataset. Reads the
   * files to compare checksums, and never throws for a missing or broken file.
   */
  default List<SourceFile> inspect(C config, DataAccess access) {
    return List.of();
  }

  /**
   * Downloads missing source files to the data folder, resumably and verified.
   *
   * @param log receives progress messages
   * @throws IOException if a file could not be downloaded, with every mirror tried and its reason
   */
  default void fetch(C config, DataAccess access, Consumer<String> log)
      throws IOException, InterruptedException {
    log.accept(descriptor().id() + " has no source files: nothing to fetch");
  }

  /**
   * Opens the dataset on the manager's device.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException if source files are missing, broken, or
   *     unverified without permission
   */
  Dataset open(C config, DataAccess access, NDManager manager);
}
