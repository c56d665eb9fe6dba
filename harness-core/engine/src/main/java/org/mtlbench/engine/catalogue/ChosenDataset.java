package org.mtlbench.engine.catalogue;

import org.mtlbench.engine.plugins.PluginChoice;

/**
 * A dataset selected on the command line.
 *
 * @param choice id, name and config of the dataset
 * @param path path of the config, for messages; may be empty
 */
public record ChosenDataset(PluginChoice choice, String path) {
  /** A dataset with its defaults. */
  public static ChosenDataset of(String id) {
    return new ChosenDataset(PluginChoice.defaults(id), "");
  }

  /** A dataset of a plan, whose config is valid. */
  public static ChosenDataset of(PluginChoice planned) {
    return new ChosenDataset(planned, "");
  }

  /** The label in the matrix, or the id. */
  public String name() {
    return choice.name();
  }
}
