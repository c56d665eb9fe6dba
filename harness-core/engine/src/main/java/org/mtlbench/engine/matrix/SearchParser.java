package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.api.config.Problem;

/** Reads the search block of a matrix file. */
final class SearchParser {
  private static final List<String> KEYS = List.of("trials", "over", "budget");
  private static final int MOST_TRIALS = 1000;
  private static final String RANGE =
      "a range [low, high] of finite numbers, or {values: [...]} for a list of choices";
  private static final String OVER = "a mapping from config keys of the methods to their ranges";

  private final List<Problem> problems;

  SearchParser(List<Problem> problems) {
    this.problems = problems;
  }

  /** The block; empty if it is wrong. */
  Optional<SearchSpec> search(JsonNode node) {
    return JsonObjectReader.open(node, SearchSpec.AT, problems, KEYS).flatMap(this::search);
  }

  private Optional<SearchSpec> search(JsonObjectReader reader) {
    Optional<Integer> trials = trials(reader);
    Optional<Map<String, SearchRange>> over = over(reader);
    Optional<Double> budget = budget(reader);
    return trials.isPresent() && over.isPresent() && budget.isPresent()
        ? Optional.of(new SearchSpec(trials.get(), over.get(), budget.get()))
        : Optional.empty();
  }

  private static Optional<Integer> trials(JsonObjectReader reader) {
    String allowed = "a whole number from 1 to " + MOST_TRIALS;
    Optional<JsonNode> value = reader.require("trials", allowed);
    Optional<Integer> trials =
        value
            .filter(n -> n.isIntegralNumber() && n.canConvertToInt())
            .map(JsonNode::intValue)
            .filter(n -> n >= 1 && n <= MOST_TRIALS);
    if (value.isPresent() && trials.isEmpty()) {
      reader.report("trials", value.get(), allowed);
    }
    return trials;
  }

  private static Optional<Double> budget(JsonObjectReader reader) {
    Optional<JsonNode> value = reader.get("budget");
    if (value.isEmpty()) {
      return Optional.of(1.0);
    }
    Optional<Double> budget =
        value.filter(JsonNode::isNumber).map(JsonNode::doubleValue).filter(b -> b > 0 && b <= 1);
    if (budget.isEmpty()) {
      reader.report("budget", value.get(), "a number greater than 0, at most 1");
    }
    return budget;
  }

  private Optional<Map<String, SearchRange>> over(JsonObjectReader reader) {
    Optional<JsonNode> value = reader.require("over", OVER);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!(value.get() instanceof ObjectNode keys) || keys.isEmpty()) {
      reader.report("over", value.get(), OVER);
      return Optional.empty();
    }
    Map<String, SearchRange> over = new LinkedHashMap<>();
    keys.properties()
        .forEach(e -> range(e.getKey(), e.getValue()).ifPresent(r -> over.put(e.getKey(), r)));
    return over.size() == keys.size() ? Optional.of(over) : Optional.empty();
  }

  private Optional<SearchRange> range(String key, JsonNode node) {
    String at = SearchSpec.at(key);
    if (node.isObject()) {
      return JsonObjectReader.open(node, at, problems, List.of("values")).flatMap(this::choices);
    }
    if (!node.isArray() || node.size() != 2) {
      problems.add(Problem.of(at, node, RANGE));
      return Optional.empty();
    }
    boolean sound = true;
    for (int end = 0; end < 2; end++) {
      JsonNode number = node.get(end);
      if (!number.isNumber() || !Double.isFinite(number.doubleValue())) {
        problems.add(Problem.of(at + "[" + end + "]", number, "a finite number"));
        sound = false;
      }
    }
    if (sound && node.get(0).decimalValue().compareTo(node.get(1).decimalValue()) >= 0) {
      problems.add(
          Problem.of(at + "[1]", node.get(1), "a number greater than the low end, " + node.get(0)));
      sound = false;
    }
    return sound
        ? Optional.of(new SearchRange.Interval(node.get(0), node.get(1)))
        : Optional.empty();
  }

  private Optional<SearchRange> choices(JsonObjectReader reader) {
    reader.require("values", "a list of at least one value");
    int before = problems.size();
    List<JsonNode> values = reader.list("values", "value", this::choice, node -> node);
    return problems.size() == before && !values.isEmpty()
        ? Optional.of(new SearchRange.Choices(values))
        : Optional.empty();
  }

  private Optional<JsonNode> choice(JsonNode node, String at) {
    if (node.isNull()) {
      problems.add(Problem.of(at, node, "a value of the config key"));
      return Optional.empty();
    }
    return Optional.of(node);
  }

  /** Reports a key that a method says itself and the search draws. */
  void refuseFixed(SearchSpec search, ObjectNode config, String at) {
    for (String key : search.over().keySet()) {
      if (config.has(key)) {
        problems.add(
            Problem.of(
                at + "." + key,
                config.get(key),
                "nothing, since " + SearchSpec.at(key) + " draws it"));
      }
    }
  }

  /** The same for a method's own config and its overrides. */
  void refuseFixed(SearchSpec search, MethodEntry method) {
    refuseFixed(search, method.config(), method.at() + ".config");
    method
        .overrides()
        .forEach(override -> refuseFixed(search, override.config(), override.at() + ".config"));
  }
}
