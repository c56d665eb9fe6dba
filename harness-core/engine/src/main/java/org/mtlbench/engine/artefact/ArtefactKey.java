package org.mtlbench.engine.artefact;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mtlbench.api.phase.Artefact;
import org.mtlbench.engine.matrix.Canonical;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plugins.PluginChoice;

/** The key of an artefact. */
final class ArtefactKey {
  private static final int DIGITS = 16;

  private ArtefactKey() {}

  /**
   * A hash over everything the content depends on; cells with equal hashes share the artefact.
   *
   * @param provenance hash over code, engine and data; artefacts of other code are not reused
   */
  static String of(Artefact artefact, CellSpec cell, String provenance) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("name", artefact.name());
    tree.set("config", artefact.config());
    tree.set("dataset", tree(cell.dataset()));
    tree.set("architecture", tree(cell.architecture()));
    tree.put("seed", cell.seed());
    tree.put("budget", cell.budget());
    tree.put("provenance", provenance);
    return Canonical.hash(tree, DIGITS);
  }

  private static ObjectNode tree(PluginChoice choice) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("id", choice.id());
    tree.set("config", choice.config());
    return tree;
  }
}
