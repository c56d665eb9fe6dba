package org.mtlbench.cli.command;

import java.util.Locale;

/** Which kind of method a new plugin begins as. */
enum MethodShape {
  /** From task gradients to a direction. */
  AGGREGATION("Aggregation"),
  /** From task losses to weights. */
  WEIGHTING("Weighting");

  private final String template;

  MethodShape(String template) {
    this.template = template;
  }

  /** How its templates' names begin. */
  String template() {
    return template;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
