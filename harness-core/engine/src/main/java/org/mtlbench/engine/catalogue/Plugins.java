package org.mtlbench.engine.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.engine.matrix.MatrixSpec;
import org.mtlbench.engine.plan.Overrides;
import org.mtlbench.engine.plan.Plan;

/**
 * The plugins of the program and of jars, as the runner and commands use them. Every answer is
 * data, so that plugins may live in another process. Where they do, and that process cannot be
 * started or ends for a reason that no plugin is to blame for, a method throws {@link IOException}.
 */
public interface Plugins {
  /** Every plugin that can be used, and the bundles that cannot. */
  Catalogue catalogue() throws IOException;

  /**
   * Every plugin that can be used with what listings show of it, by kind and id.
   *
   * @param access where datasets find the files that they read for their facts
   */
  List<PluginDetails> details(DataAccess access) throws IOException;

  /**
   * Plans a matrix, without estimates of time.
   *
   * @param access where datasets find the files that they read for their facts
   * @throws org.mtlbench.api.config.InvalidConfigException with every problem of the matrix
   */
  Plan plan(MatrixSpec matrix, Overrides overrides, DataAccess access) throws IOException;

  /**
   * Inspects the source files of datasets, in their order.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException if a config is invalid
   */
  List<Inspection> inspect(List<ChosenDataset> datasets, DataAccess access) throws IOException;

  /**
   * Brings missing source files of a dataset into the data folder.
   *
   * @param log told each step in a plain line
   * @throws IOException if a file could not be had
   * @throws org.mtlbench.api.config.InvalidConfigException if the config is invalid
   */
  void fetch(ChosenDataset dataset, DataAccess access, Consumer<String> log)
      throws IOException, InterruptedException;

  /**
   * The first examples of a dataset with all of its tasks, whichever a matrix chooses.
   *
   * @param pixels the file that the bytes of images are written to, in the order of {@link
   *     Sample#shape}; not written for other examples
   * @throws org.mtlbench.api.config.InvalidConfigException if the config is invalid or the data
   *     cannot be used
   */
  Sample sample(Sample.Request request, Path pixels) throws IOException;
}
