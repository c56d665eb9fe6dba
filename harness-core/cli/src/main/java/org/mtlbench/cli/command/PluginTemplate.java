package org.mtlbench.cli.command;

import java.util.Locale;

/** The template of a new plugin's project. */
enum PluginTemplate {
  /** A method that computes the update direction from task gradients. */
  AGGREGATION("method", "An aggregation method", "against linear scalarisation"),
  /** A method that computes task weights from losses. */
  WEIGHTING("method", "A weighting method", "against linear scalarisation"),
  /** An architecture that supports all backbones. */
  ARCHITECTURE("architecture", "An architecture", "against hard parameter sharing"),
  /** A dataset with tasks and metrics. */
  DATASET("dataset", "A dataset", "of methods on it");

  private final String plugin;
  private final String description;
  private final String comparison;

  PluginTemplate(String plugin, String description, String comparison) {
    this.plugin = plugin;
    this.description = description;
    this.comparison = comparison;
  }

  /** The kind of plugin, as in {@code list}. */
  String plugin() {
    return plugin;
  }

  /** A noun phrase that describes the project, at the start of a sentence. */
  String description() {
    return description;
  }

  /** The comparison made by the project's matrix. */
  String comparison() {
    return comparison;
  }

  /** The prefix of the names of its source templates. */
  String sources() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }
}
