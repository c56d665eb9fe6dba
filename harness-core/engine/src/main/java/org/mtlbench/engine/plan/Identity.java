package org.mtlbench.engine.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mtlbench.engine.matrix.CanonicalJson;
import org.mtlbench.engine.matrix.SearchSpec;
import org.mtlbench.engine.matrix.TrainingSpec;
import org.mtlbench.engine.plugins.PluginChoice;
import org.mtlbench.toolbox.config.ConfigBinder;

/** Hashes that identify results. */
final class Identity {
  private static final int CELL_DIGITS = 16;
  private static final int MATRIX_DIGITS = 8;

  private Identity() {}

  /** A cell's id: a hash over everything that affects its result. */
  static String cell(
      PluginChoice dataset,
      PluginChoice architecture,
      PluginChoice method,
      long seed,
      double budget,
      Optional<SearchSpec> search,
      Optional<TrainingSpec> training) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.set("dataset", dataset.tree());
    tree.set("architecture", architecture.tree());
    tree.set("method", method.tree());
    tree.put("seed", seed);
    tree.put("budget", budget);
    search.ifPresent(block -> tree.set("search", ConfigBinder.toTree(block)));
    // Everything else of a training is part of the method's config.
    training.flatMap(TrainingSpec::lastEpochs).ifPresent(count -> tree.put("last-epochs", count));
    if (training.filter(TrainingSpec::selectionDiagnostic).isPresent()) {
      tree.put("selection-diagnostic", true);
    }
    return CanonicalJson.hash(tree, CELL_DIGITS);
  }

  /**
   * A matrix's hash over its name, datasets, architectures, budget, training and search; the order
   * within a list does not matter. Methods are left out so that a matrix can be extended. A matrix
   * with only single rows has empty lists.
   */
  static String matrix(
      String name,
      Collection<PluginChoice> datasets,
      Collection<PluginChoice> architectures,
      double budget,
      Optional<TrainingSpec> training,
      Optional<SearchSpec> search) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("name", name);
    tree.set("datasets", sorted(datasets));
    tree.set("architectures", sorted(architectures));
    tree.put("budget", budget);
    training.ifPresent(block -> tree.set(TrainingSpec.AT, ConfigBinder.toTree(block)));
    search.ifPresent(block -> tree.set("search", ConfigBinder.toTree(block)));
    return CanonicalJson.hash(tree, MATRIX_DIGITS);
  }

  private static ArrayNode sorted(Collection<PluginChoice> choices) {
    List<JsonNode> trees =
        choices.stream()
            .map(choice -> CanonicalJson.normalise(choice.tree()))
            .distinct()
            .sorted(Comparator.comparing(JsonNode::toString))
            .toList();
    return JsonNodeFactory.instance.arrayNode().addAll(trees);
  }
}
