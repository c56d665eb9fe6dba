package org.mtlbench.api.phase;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An artefact that a phase makes once for all cells that need the same, for example a teacher. Two
 * cells share it if name and config are equal, and dataset, architecture, their configs, seed and
 * budget are equal too, which the engine ensures.
 *
 * @param name the method's name for it, for example {@code teacher}
 * @param config everything specific to the method that affects its content
 */
public record Artefact(String name, ObjectNode config) {
  public Artefact {
    if (name.isBlank()) {
      throw new IllegalArgumentException("the name of an artefact must not be blank");
    }
    config = config.deepCopy();
  }
}
