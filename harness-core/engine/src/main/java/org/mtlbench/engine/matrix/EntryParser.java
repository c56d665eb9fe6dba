package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.mtlbench.api.config.Problem;

/** Reads the entries of a matrix file's lists, each in its short or its long form. */
final class EntryParser {
  private static final List<String> ENTRY_KEYS = List.of("id", "config");
  private static final List<String> METHOD_KEYS =
      List.of("id", "label", "note", "config", "overrides");
  private static final List<String> ROW_METHOD_KEYS = List.of("id", "label", "note", "config");
  private static final List<String> CELL_KEYS =
      List.of("dataset", "architecture", "method", "seeds");
  private static final List<String> OVERRIDE_KEYS = List.of("when", "note", "config");
  private static final List<String> WHEN_KEYS = List.of("dataset", "architecture");

  private static final String NOTE_ALLOWED = "a footnote for the rows, a text in one line";

  private final List<Problem> problems;

  EntryParser(List<Problem> problems) {
    this.problems = problems;
  }

  /** A dataset or an architecture: its id, or id and config. */
  Optional<Entry> entry(JsonNode node, String at) {
    if (node.isTextual()) {
      return Optional.of(new Entry(at, node.textValue(), nothing()));
    }
    return idOrMapping(node, at, ENTRY_KEYS)
        .flatMap(reader -> id(reader).map(id -> new Entry(at, id, reader.mapping("config"))));
  }

  /** A method: its id, or id, label, config and overrides. */
  Optional<MethodEntry> method(JsonNode node, String at) {
    return method(node, at, METHOD_KEYS);
  }

  /** A single row. */
  Optional<CellEntry> cell(JsonNode node, String at) {
    Optional<JsonObjectReader> opened = JsonObjectReader.open(node, at, problems, CELL_KEYS);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    JsonObjectReader reader = opened.get();
    Optional<Entry> dataset =
        reader.require("dataset", "a dataset").flatMap(n -> entry(n, reader.path("dataset")));
    Optional<Entry> architecture =
        reader
            .require("architecture", "an architecture")
            .flatMap(n -> entry(n, reader.path("architecture")));
    Optional<MethodEntry> method =
        reader
            .require("method", "a method")
            .flatMap(n -> method(n, reader.path("method"), ROW_METHOD_KEYS));
    List<Long> seeds = seeds(reader);
    return dataset.isPresent() && architecture.isPresent() && method.isPresent()
        ? Optional.of(new CellEntry(at, dataset.get(), architecture.get(), method.get(), seeds))
        : Optional.empty();
  }

  /** The run seeds of a file or of a row; empty if there are none. */
  List<Long> seeds(JsonObjectReader reader) {
    return reader.list("seeds", "whole number", this::seed, JsonNodeFactory.instance::numberNode);
  }

  private Optional<Long> seed(JsonNode node, String at) {
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      problems.add(Problem.of(at, node, "a whole number of at most 64 bits"));
      return Optional.empty();
    }
    return Optional.of(node.longValue());
  }

  private Optional<MethodEntry> method(JsonNode node, String at, List<String> keys) {
    if (node.isTextual()) {
      return Optional.of(
          new MethodEntry(
              at, node.textValue(), Optional.empty(), Optional.empty(), nothing(), List.of()));
    }
    return idOrMapping(node, at, keys)
        .flatMap(
            reader -> {
              Optional<String> label = reader.text("label", "a text in one line");
              Optional<String> note = reader.text("note", NOTE_ALLOWED);
              ObjectNode config = reader.mapping("config");
              List<ConditionalConfig> overrides =
                  keys.contains("overrides")
                      ? reader.list("overrides", "condition", this::override, MatrixTree::when)
                      : List.of();
              return id(reader).map(id -> new MethodEntry(at, id, label, note, config, overrides));
            });
  }

  private Optional<ConditionalConfig> override(JsonNode node, String at) {
    Optional<JsonObjectReader> opened = JsonObjectReader.open(node, at, problems, OVERRIDE_KEYS);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    JsonObjectReader reader = opened.get();
    reader.require("config", "a mapping of config keys");
    ObjectNode config = reader.mapping("config");
    Optional<String> note = reader.text("note", NOTE_ALLOWED);
    String condition = "a mapping with dataset, architecture or both";
    return reader
        .require("when", condition)
        .flatMap(n -> JsonObjectReader.open(n, reader.path("when"), problems, WHEN_KEYS))
        .map(
            when -> {
              if (!when.has("dataset") && !when.has("architecture")) {
                reader.report("when", "no condition", condition);
              }
              return new ConditionalConfig(
                  at,
                  when.text("dataset", "the id of a dataset"),
                  when.text("architecture", "the id of an architecture"),
                  note,
                  config);
            });
  }

  private Optional<JsonObjectReader> idOrMapping(JsonNode node, String at, List<String> keys) {
    if (!node.isObject()) {
      problems.add(
          Problem.of(at, node, "an id, or a mapping with the keys " + String.join(", ", keys)));
      return Optional.empty();
    }
    return JsonObjectReader.open(node, at, problems, keys);
  }

  private static Optional<String> id(JsonObjectReader reader) {
    return reader.requireText("id", "the id of a plugin");
  }

  private static ObjectNode nothing() {
    return JsonNodeFactory.instance.objectNode();
  }
}
