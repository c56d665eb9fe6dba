package org.mtlbench.engine.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.engine.matrix.SearchRange;
import org.mtlbench.engine.matrix.SearchSpec;
import org.mtlbench.engine.plugins.CallKind;
import org.mtlbench.engine.plugins.PluginRegistry;
import org.mtlbench.toolbox.config.Nearest;

/** Checks a search against the methods that it tunes, and draws their trials. */
final class SearchPlan {
  private final PluginRegistry registry;
  private final SearchSpec search;
  private final Problems problems;

  SearchPlan(PluginRegistry registry, SearchSpec search, Problems problems) {
    this.registry = registry;
    this.search = search;
    this.problems = problems;
  }

  SearchSpec search() {
    return search;
  }

  /** Reports keys that a method lacks or tunes itself, and ends of ranges that a method rejects. */
  void check(List<Row> rows) {
    Set<String> methods = methods(rows);
    search
        .over()
        .forEach(
            (key, range) -> {
              Set<String> lacking =
                  methods(rows.stream().filter(row -> !config(row).has(key)).toList());
              if (lacking.isEmpty()) {
                rows.forEach(row -> rejectOwnSearch(key, row));
                probe(key, range, rows, methods.size());
              } else {
                problems.add(
                    new Problem(
                        SearchSpec.at(key),
                        "a key that the "
                            + named(lacking)
                            + (lacking.size() == 1 ? " lacks" : " lack"),
                        "a key that every method has, " + allowed(key, common(rows))));
              }
            });
  }

  private void rejectOwnSearch(String key, Row row) {
    registry.calling(CallKind.CHECK, row.method().configured().plugin());
    problems
        .attempt(row.method().location(), () -> row.method().configured().ownSearch())
        .map(reasons -> reasons.get(key))
        .ifPresent(
            reason ->
                problems.add(
                    new Problem(
                        SearchSpec.at(key),
                        "a key that the "
                            + named(methods(List.of(row)))
                            + " tunes itself ("
                            + reason
                            + ")",
                        "a key that no method tunes itself")));
  }

  /** The trials of a cell; the same for all methods, except for integer and real keys. */
  CellSearch draw(Row row, long seed) {
    List<ObjectNode> trials =
        IntStream.rangeClosed(1, search.trials())
            .mapToObj(trial -> values(row, seed, trial))
            .toList();
    return new CellSearch(search.overTree(), search.budget(), trials);
  }

  private ObjectNode values(Row row, long seed, int trial) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    search
        .over()
        .forEach(
            (key, range) ->
                values.set(
                    key,
                    range.at(
                        SearchSpec.point(seed, key, trial),
                        config(row).path(key).isIntegralNumber())));
    return values;
  }

  /**
   * The phases of each trial of a cell; if the method rejects the values of a trial, reports a
   * problem and returns empty.
   */
  Optional<List<List<Phase>>> phases(Row row, CellSpec cell) {
    List<ObjectNode> trials = cell.search().orElseThrow().trials();
    List<List<Phase>> phases = new ArrayList<>();
    for (int i = 0; i < trials.size(); i++) {
      List<Problem> found = rejections(row, trials.get(i));
      if (!found.isEmpty()) {
        problems.add(rejected(row, cell.seed(), i + 1, trials.get(i), found));
        return Optional.empty();
      }
      ObjectNode values = trials.get(i);
      Budget budget = new Budget(cell.trial(i + 1).budget());
      registry.calling(CallKind.PHASES, row.plugins());
      Optional<List<Phase>> planned =
          problems.attempt(
              row.method().location(),
              () -> row.method().with(values).phases(row.networks(), cell.seed(), budget));
      if (planned.isEmpty()) {
        return Optional.empty();
      }
      phases.add(planned.get());
    }
    return Optional.of(phases);
  }

  private static Problem rejected(
      Row row, long seed, int trial, ObjectNode values, List<Problem> found) {
    return new Problem(
        SearchSpec.AT + ".over",
        "trial " + trial + " of seed " + seed + ", " + values,
        "values that the "
            + named(methods(List.of(row)))
            + " accepts together ("
            + found.stream().map(Problem::message).collect(Collectors.joining("; "))
            + ")");
  }

  private void probe(String key, SearchRange range, List<Row> rows, int methods) {
    Map<Problem, Set<String>> rejectedBy = new LinkedHashMap<>();
    range
        .probes()
        .forEach(
            (where, value) -> {
              ObjectNode values = JsonNodeFactory.instance.objectNode().set(key, value);
              for (Row row : rows) {
                for (Problem problem : rejections(row, values)) {
                  rejectedBy
                      .computeIfAbsent(
                          located(problem, key, SearchSpec.at(key) + where, value),
                          p -> new LinkedHashSet<>())
                      .addAll(methods(List.of(row)));
                }
              }
            });
    rejectedBy.forEach(
        (problem, by) ->
            problems.add(
                by.size() == methods
                    ? problem
                    : new Problem(
                        problem.path(),
                        problem.value(),
                        problem.allowed() + ", for the " + named(by))));
  }

  /** The problems of a row's method with other values. */
  private List<Problem> rejections(Row row, ObjectNode values) {
    registry.calling(CallKind.CHECK, row.method().configured().plugin(), row.dataset().plugin());
    try {
      return row.method().configured().with(values).check(row.dataset().facts()).stream()
          .map(
              p ->
                  new Problem(
                      p.path(),
                      p.value(),
                      p.allowed() + ", on dataset " + row.dataset().choice().name()))
          .toList();
    } catch (InvalidConfigException e) {
      return e.problems();
    } catch (RuntimeException | Error e) {
      problems.failed(row.method().location().base(), e);
      return List.of();
    }
  }

  /** A problem of a config, with the path of the range that caused it. */
  private static Problem located(Problem problem, String key, String at, JsonNode value) {
    if (problem.rootKey().equals(key)) {
      String inside = problem.path().substring(key.length());
      String rest = inside.startsWith(".") ? inside.substring(1) : inside;
      return new Problem(rest, problem.value(), problem.allowed()).under(at);
    }
    return Problem.of(
        at, value, "a value compatible with the rest of the config (" + problem.message() + ")");
  }

  private static ObjectNode config(Row row) {
    return row.method().choice().config();
  }

  private static Set<String> methods(List<Row> rows) {
    return rows.stream()
        .map(row -> row.method().choice().id())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String named(Set<String> methods) {
    return (methods.size() == 1 ? "method " : "methods ") + String.join(", ", methods);
  }

  private static String allowed(String key, List<String> common) {
    return common.isEmpty() ? "but these have none in common" : Nearest.allowed(key, common);
  }

  private static List<String> common(List<Row> rows) {
    List<String> keys = new ArrayList<>();
    config(rows.get(0)).fieldNames().forEachRemaining(keys::add);
    keys.removeIf(key -> rows.stream().anyMatch(row -> !config(row).has(key)));
    return keys;
  }
}
