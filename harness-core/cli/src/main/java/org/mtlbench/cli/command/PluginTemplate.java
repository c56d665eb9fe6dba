package org.mtlbench.cli.command;

import java.util.Locale;

/** What the project of a new plugin begins as. */
enum PluginTemplate {
  /** A method from task gradients to a direction. */
  AGGREGATION("method", "A method of the kind aggregation", "against linear scalarisation"),
  /** A method from task losses to weights. */
  WEIGHTING("method", "A method of the kind weighting", "against linear scalarisation"),
  /** A network made from any backbone. */
  ARCHITECTURE("architecture", "An architecture", "against hard parameter sharing"),
  /** Examples, tasks and metrics. */
  DATASET("dataset", "A dataset", "of methods on it");

  private final String plugin;
  private final String description;
  private final String comparison;

  PluginTemplate(String plugin, String description, String comparison) {
    this.plugin = plugin;
    this.description = description;
    this.comparison = comparison;
  }

  /** The kind of plugin, as {@code list} names it. */
  String plugin() {
    return plugin;
  }

  /** What the project is, the beginning of a sentence. */
  String description() {
    return description;
  }

  /** What the project's matrix compares. */
  String comparison() {
    return comparison;
  }

  /** How the names of its source templates begin. */
  String sources() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }
}
