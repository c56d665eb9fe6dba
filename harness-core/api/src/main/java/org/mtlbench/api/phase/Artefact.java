package org.mtlbench.api.phase;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a phase makes once for all cells that need the same, for example a teacher. Cells need the
 * same if name and config agree here, and dataset, architecture, their configs, seed and budget
 * agree too; the engine looks after the latter.
 *
 * @param name the method's name for it, for example {@code teacher}
 * @param config everything of the method's own that its content depends on
 */
public record Artefact(String name, ObjectNode config) {
  public Artefact {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an artefact needs a name");
    }
    config = config.deepCopy();
  }
}
