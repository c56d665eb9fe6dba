package org.mtlbench.reports.pareto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.results.score.TaskRecord;

/** Finds the Pareto studies of a run. */
public final class ParetoStudies {
  /** The minimum number of preference vectors of a study. */
  public static final int MIN_VECTORS = 4;

  private ParetoStudies() {}

  /** The rows of a study: all but the preference vector. */
  private record Key(
      String dataset,
      String architecture,
      String method,
      JsonNode config,
      JsonNode datasetConfig,
      JsonNode architectureConfig) {
    static Key of(SeedGroup row) {
      ObjectNode config = row.cell().config().method().deepCopy();
      config.remove(row.method().preferenceKey().orElseThrow());
      return new Key(
          row.cell().dataset(),
          row.cell().architecture(),
          row.cell().method(),
          config,
          row.cell().config().dataset(),
          row.cell().config().architecture());
    }
  }

  /**
   * The studies of a run, in the order of its rows: rows with at least {@link #MIN_VECTORS}
   * distinct preference vectors that agree in everything else but the seed and the label.
   */
  public static List<ParetoStudy> of(Rows rows) {
    Map<Key, List<SeedGroup>> groups = new LinkedHashMap<>();
    for (SeedGroup row : rows.groups()) {
      if (!row.preference().isEmpty()) {
        groups.computeIfAbsent(Key.of(row), key -> new ArrayList<>()).add(row);
      }
    }
    groups
        .values()
        .removeIf(
            members ->
                members.stream().map(ParetoStudies::vector).distinct().count() < MIN_VECTORS);
    Map<Key, List<StudyPoint>> points = new LinkedHashMap<>();
    groups.forEach((key, members) -> points.put(key, points(members, rows)));
    Map<Key, String> names = names(groups);
    List<ParetoStudy> studies = new ArrayList<>();
    groups.forEach(
        (key, members) -> {
          List<TaskRecord> tasks = rows.tasks(key.dataset());
          List<StudyPoint> onDataset = new ArrayList<>();
          points.forEach(
              (other, list) -> {
                if (other.dataset().equals(key.dataset())) {
                  onDataset.addAll(list);
                }
              });
          if (!onDataset.isEmpty()) {
            studies.add(
                new ParetoStudy(
                    names.get(key),
                    members,
                    tasks,
                    points.get(key),
                    StudyObjectives.of(key.dataset(), tasks, onDataset, rows.results())));
          }
        });
    return studies;
  }

  /**
   * The names of the studies' methods: what the labels of all rows start with before the preference
   * vector, otherwise the method's title. Studies with the same name on the same network are
   * numbered.
   */
  private static Map<Key, String> names(Map<Key, List<SeedGroup>> groups) {
    Map<Key, String> names = new HashMap<>();
    Map<List<String>, Integer> used = new HashMap<>();
    groups.forEach(
        (key, members) -> {
          String name = ownLabel(members).orElse(members.get(0).method().title());
          int number =
              used.merge(List.of(key.dataset(), key.architecture(), name), 1, Integer::sum);
          names.put(key, number == 1 ? name : name + " (" + number + ")");
        });
    return names;
  }

  private static Optional<String> ownLabel(List<SeedGroup> members) {
    String vector = members.get(0).method().preferenceKey().orElseThrow() + " = (";
    List<String> starts =
        members.stream()
            .map(row -> row.cell().label())
            .map(label -> label.substring(0, Math.max(0, label.indexOf(", " + vector))))
            .distinct()
            .toList();
    return starts.size() == 1 && !starts.get(0).isEmpty()
        ? Optional.of(starts.get(0))
        : Optional.empty();
  }

  private static List<StudyPoint> points(List<SeedGroup> members, Rows rows) {
    return members.stream()
        .flatMap(
            row ->
                StudyPoint.of(row, vector(row), rows.tasks(row.cell().dataset()), rows.results())
                    .stream())
        .toList();
  }

  /** The preference vector of a row that has one. */
  static List<Double> vector(SeedGroup row) {
    List<Double> vector = new ArrayList<>();
    row.cell()
        .config()
        .method()
        .path(row.method().preferenceKey().orElseThrow())
        .forEach(component -> vector.add(component.asDouble()));
    return vector;
  }
}
