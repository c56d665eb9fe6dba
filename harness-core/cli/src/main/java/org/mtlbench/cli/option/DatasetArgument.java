package org.mtlbench.cli.option;

import java.util.List;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.engine.catalogue.Catalogue;
import org.mtlbench.engine.plugins.PluginKind;
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
   * The id of the dataset named, or those of all.
   *
   * @throws InvalidConfigException if there is none of that id
   */
  public List<String> of(Catalogue catalogue) {
    List<String> ids = catalogue.ids(PluginKind.DATASET);
    if (id == null) {
      return ids;
    }
    if (!ids.contains(id)) {
      throw new InvalidConfigException(
          PluginKind.DATASET.word(),
          id,
          Nearest.allowed(id, ids) + catalogue.unusable(PluginKind.DATASET, id));
    }
    return List.of(id);
  }
}
