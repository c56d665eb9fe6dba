package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.mtlbench.api.config.Problem;
import org.mtlbench.toolbox.config.Nearest;

/** A mapping of a matrix file, read key by key; what is wrong goes to a common list. */
final class JsonObjectReader {
  private final ObjectNode node;
  private final String at;
  private final List<Problem> problems;

  private JsonObjectReader(ObjectNode node, String at, List<Problem> problems) {
    this.node = node;
    this.at = at;
    this.problems = problems;
  }

  /**
   * Opens a mapping.
   *
   * @param allowed its keys; others are problems
   * @return empty if it is no mapping
   */
  static Optional<JsonObjectReader> open(
      JsonNode node, String at, List<Problem> problems, List<String> allowed) {
    if (!(node instanceof ObjectNode object)) {
      String place = at.isEmpty() ? "matrix" : at;
      problems.add(
          Problem.of(place, node, "a mapping with the keys " + String.join(", ", allowed)));
      return Optional.empty();
    }
    JsonObjectReader reader = new JsonObjectReader(object, at, problems);
    object
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!allowed.contains(key)) {
                reader.report(key, "an unknown key", Nearest.allowed(key, allowed));
              }
            });
    return Optional.of(reader);
  }

  boolean has(String key) {
    return node.has(key);
  }

  Optional<JsonNode> get(String key) {
    return Optional.ofNullable(node.get(key));
  }

  /** A value that must be there. */
  Optional<JsonNode> require(String key, String allowed) {
    if (!node.has(key)) {
      report(key, "nothing", allowed);
    }
    return get(key);
  }

  /** A text in one line, if there is one. */
  Optional<String> text(String key, String allowed) {
    Optional<JsonNode> value = get(key);
    Optional<String> text =
        value
            .filter(JsonNode::isTextual)
            .map(JsonNode::textValue)
            .filter(JsonObjectReader::oneLine);
    if (value.isPresent() && text.isEmpty()) {
      report(key, value.get(), allowed);
    }
    return text;
  }

  /** A text in one line that must be there. */
  Optional<String> requireText(String key, String allowed) {
    return require(key, allowed).flatMap(value -> text(key, allowed));
  }

  /** A mapping as it stands, empty if there is none. */
  ObjectNode mapping(String key) {
    JsonNode value = node.path(key);
    if (value instanceof ObjectNode object) {
      return object.deepCopy();
    }
    if (!value.isMissingNode()) {
      report(key, value, "a mapping of config keys");
    }
    return JsonNodeFactory.instance.objectNode();
  }

  /**
   * The sound entries of a list. An empty list and entries given twice are problems.
   *
   * @param what an entry, in a word or two
   * @param read makes an entry of a node and its place; empty if it cannot
   * @param identity what two entries must not have in common
   */
  <T> List<T> list(
      String key,
      String what,
      BiFunction<JsonNode, String, Optional<T>> read,
      Function<T, JsonNode> identity) {
    Optional<JsonNode> value = get(key);
    if (value.isEmpty()) {
      return List.of();
    }
    if (!value.get().isArray() || value.get().isEmpty()) {
      report(key, value.get(), "a list of at least one " + what);
      return List.of();
    }
    List<T> entries = new ArrayList<>();
    Map<JsonNode, String> places = new HashMap<>();
    for (int i = 0; i < value.get().size(); i++) {
      String place = path(key) + "[" + i + "]";
      Optional<T> entry = read.apply(value.get().get(i), place);
      if (entry.isPresent()) {
        String twin = places.putIfAbsent(Canonical.normalise(identity.apply(entry.get())), place);
        if (twin == null) {
          entries.add(entry.get());
        } else {
          problems.add(new Problem(place, "the same as " + twin, "each " + what + " once"));
        }
      }
    }
    return entries;
  }

  void report(String key, String value, String allowed) {
    problems.add(new Problem(path(key), value, allowed));
  }

  void report(String key, JsonNode value, String allowed) {
    problems.add(Problem.of(path(key), value, allowed));
  }

  String path(String key) {
    String name = key.isEmpty() ? "''" : key;
    return at.isEmpty() ? name : at + "." + name;
  }

  private static boolean oneLine(String text) {
    return !text.isBlank() && text.chars().noneMatch(Character::isISOControl);
  }
}
