package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes a spec in its long form: a tree that is a matrix file itself. */
public final class MatrixTree {
  private MatrixTree() {}

  /**
   * The long form.
   *
   * @param seeds the seeds that hold
   * @param budget the budget that holds; left out beside a training, which a file cannot combine
   *     with one
   */
  public static ObjectNode of(MatrixSpec spec, List<Long> seeds, double budget) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("name", spec.name());
    if (!spec.description().isEmpty()) {
      tree.put("description", spec.description());
    }
    list(tree, "datasets", spec.datasets(), MatrixTree::entry);
    list(tree, "architectures", spec.architectures(), MatrixTree::entry);
    list(tree, "methods", spec.methods(), MatrixTree::method);
    list(tree, "cells", spec.cells(), MatrixTree::cell);
    ArrayNode numbers = tree.putArray("seeds");
    seeds.forEach(numbers::add);
    if (spec.training().isPresent()) {
      tree.set(TrainingSpec.AT, spec.training().get().tree());
    } else {
      tree.put("budget", budget);
    }
    spec.search().ifPresent(search -> tree.set("search", search.tree()));
    return tree;
  }

  private static <T> void list(
      ObjectNode tree, String key, List<T> entries, Function<T, ObjectNode> write) {
    if (!entries.isEmpty()) {
      ArrayNode array = tree.putArray(key);
      entries.forEach(entry -> array.add(write.apply(entry)));
    }
  }

  /** What makes a method's results: everything but its label and its notes. */
  static ObjectNode unlabelled(MethodEntry entry) {
    List<ConditionalConfig> overrides =
        entry.overrides().stream()
            .map(
                o ->
                    new ConditionalConfig(
                        o.at(), o.dataset(), o.architecture(), Optional.empty(), o.config()))
            .toList();
    return method(
        new MethodEntry(
            entry.at(), entry.id(), Optional.empty(), Optional.empty(), entry.config(), overrides));
  }

  /** What makes a row's results: everything but its label and its note. */
  static ObjectNode unlabelled(CellEntry cell) {
    ObjectNode tree = cell(cell);
    tree.set("method", unlabelled(cell.method()));
    return tree;
  }

  /** The condition of an override. */
  static ObjectNode when(ConditionalConfig override) {
    ObjectNode when = JsonNodeFactory.instance.objectNode();
    override.dataset().ifPresent(id -> when.put("dataset", id));
    override.architecture().ifPresent(id -> when.put("architecture", id));
    return when;
  }

  /** A dataset or an architecture. */
  static ObjectNode entry(Entry entry) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("id", entry.id());
    tree.set("config", entry.config());
    return tree;
  }

  private static ObjectNode method(MethodEntry entry) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("id", entry.id());
    entry.label().ifPresent(label -> tree.put("label", label));
    entry.note().ifPresent(note -> tree.put("note", note));
    tree.set("config", entry.config());
    list(tree, "overrides", entry.overrides(), MatrixTree::override);
    return tree;
  }

  private static ObjectNode override(ConditionalConfig override) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.set("when", when(override));
    override.note().ifPresent(note -> tree.put("note", note));
    tree.set("config", override.config());
    return tree;
  }

  private static ObjectNode cell(CellEntry cell) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.set("dataset", entry(cell.dataset()));
    tree.set("architecture", entry(cell.architecture()));
    tree.set("method", method(cell.method()));
    if (!cell.seeds().isEmpty()) {
      ArrayNode seeds = tree.putArray("seeds");
      cell.seeds().forEach(seeds::add);
    }
    return tree;
  }
}
