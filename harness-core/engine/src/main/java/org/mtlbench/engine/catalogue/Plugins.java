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
 * The built-in plugins and those of jars, as used by the runner and commands. All results are data,
 * so plugins can be loaded in another process. If that process cannot be started, or ends for a
 * reason that is not due to a plugin, methods throw {@link IOException}.
 */
public interface Plugins {
  /** The usable plugins, and the bundles that cannot be used. */
  Catalogue catalogue() throws IOException;

  /**
   * The details of all usable plugins, sorted by kind and id.
   *
   * @param access location of the files that datasets read for their facts
   */
  List<PluginDetails> details(DataAccess access) throws IOException;

  /**
   * Plans a matrix, without time estimates.
   *
   * @param access location of the files that datasets read for their facts
   * @throws org.mtlbench.api.config.InvalidConfigException with all problems of the matrix
   */
  Plan plan(MatrixSpec matrix, Overrides overrides, DataAccess access) throws IOException;

  /**
   * Inspects the source files of datasets, in their order.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException if a config is invalid
   */
  List<Inspection> inspect(List<ChosenDataset> datasets, DataAccess access) throws IOException;

  /**
   * Downloads missing source files of a dataset to the data folder.
   *
   * @param log receives progress messages
   * @throws IOException if a file could not be downloaded
   * @throws org.mtlbench.api.config.InvalidConfigException if the config is invalid
   */
  void fetch(ChosenDataset dataset, DataAccess access, Consumer<String> log)
      throws IOException, InterruptedException;

  /**
   * The first examples of a dataset, with all its tasks even if the matrix selects some.
   *
   * @param pixels file to which the pixels of images are written, in the order of {@link
   *     Sample.Panels}; not written for other examples
   * @throws org.mtlbench.api.config.InvalidConfigException if the config is invalid or the data
   *     cannot be used
   */
  Sample sample(Sample.Request request, Path pixels) throws IOException;

  /**
   * Evaluates a saved model.
   *
   * @throws org.mtlbench.api.error.HarnessException if the model cannot be read
   * @throws org.mtlbench.api.config.InvalidConfigException if the dataset does not fit the model,
   *     or its data cannot be used
   */
  ModelScores evaluate(ModelScores.Request request) throws IOException;
}
