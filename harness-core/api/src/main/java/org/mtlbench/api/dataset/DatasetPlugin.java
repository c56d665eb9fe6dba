package org.mtlbench.api.dataset;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.mtlbench.api.plugin.Plugin;

/**
 * Makes datasets.
 *
 * @param <C> the config record
 */
public interface DatasetPlugin<C extends Record> extends Plugin<C> {
  /**
   * Tasks, input and sizes. Called when a run is planned, more than once, and again by each worker.
   * A dataset of the user's own files may read their headers, or small files whole; every other
   * dataset answers without reading a file, so that a run can be planned before its data is there.
   *
   * @param access where the files are
   * @throws org.mtlbench.api.config.InvalidConfigException if a file that it has to read is missing
   *     or wrong, with the file, the place in it, and what is allowed there; its paths begin with a
   *     key of the config
   */
  DatasetFacts facts(C config, DataAccess access);

  /**
   * The files the dataset is built from, each with what was found; empty for an embedded dataset.
   * Reads them whole in order to compare checksums, and never throws for a missing or broken file.
   */
  default List<SourceFile> inspect(C config, DataAccess access) {
    return List.of();
  }

  /**
   * Brings missing source files into the data folder, resumably and verified.
   *
   * @param log told each step in a plain line
   * @throws IOException naming every mirror tried and its reason, if a file could not be had
   */
  default void fetch(C config, DataAccess access, Consumer<String> log)
      throws IOException, InterruptedException {
    log.accept(descriptor().id() + " is embedded: nothing to fetch");
  }

  /**
   * Opens the dataset on the manager's device.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException if source files are missing, broken or
   *     unverified without permission
   */
  Dataset open(C config, DataAccess access, NDManager manager);
}
