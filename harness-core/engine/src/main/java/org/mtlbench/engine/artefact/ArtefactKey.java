package org.mtlbench.engine.artefact;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mtlbench.api.phase.Artefact;
import org.mtlbench.engine.matrix.CanonicalJson;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plugins.PluginChoice;

/** The key of an artefact. */
final class ArtefactKey {
  private static final int HASH_DIGITS = 16;

  private ArtefactKey() {}

  /**
   * A hash of everything on which the content of the artefact depends; cells with equal hashes
   * share the artefact.
   *
   * @param provenance hash of code, engine and data, so that artefacts made by different code are
   *     not reused
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
    return CanonicalJson.hash(tree, HASH_DIGITS);
  }

  private static ObjectNode tree(PluginChoice choice) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("id", choice.id());
    tree.set("config", choice.config());
    return tree;
  }
}
