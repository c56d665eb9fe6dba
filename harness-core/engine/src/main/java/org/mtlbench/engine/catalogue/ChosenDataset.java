package org.mtlbench.engine.catalogue;

import org.mtlbench.engine.plugins.PluginChoice;

/**
 * A dataset that a command is for.
 *
 * @param choice its id, its name, and what a matrix gives for its config
 * @param path where the config stands, for messages; may be empty
 */
public record ChosenDataset(PluginChoice choice, String path) {
  /** A dataset with its defaults. */
  public static ChosenDataset of(String id) {
    return new ChosenDataset(PluginChoice.defaults(id), "");
  }

  /** A dataset of a plan, whose config is known to be sound. */
  public static ChosenDataset of(PluginChoice planned) {
    return new ChosenDataset(planned, "");
  }

  /** Its label in a matrix, or its id. */
  public String name() {
    return choice.name();
  }
}
