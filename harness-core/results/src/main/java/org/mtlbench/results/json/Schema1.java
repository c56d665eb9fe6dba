package org.mtlbench.results.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mtlbench.results.ArtefactRecord;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.Measure;
import org.mtlbench.results.run.MethodRecord;
import org.mtlbench.results.run.MethodRole;
import org.mtlbench.results.run.RunRecord;
import org.mtlbench.results.score.MetricRecord;
import org.mtlbench.results.score.Scores;
import org.mtlbench.results.score.TaskRecord;

/**
 * Converts JSON of schema 1, which had accuracy only, to schema 2; trees are modified in place.
 * Information that schema 1 did not record and version 0.1 fixed, such as the roles of its methods,
 * is added here.
 */
public final class Schema1 {
  private static final int VERSION = 1;
  private static final String SCHEMA = "schema";
  private static final String ACCURACY = "accuracy";
  private static final String SCORES = "scores";

  /** The methods of version 0.1 with a role in reports. */
  private static final Map<String, MethodRecord> METHODS =
      Map.of(
          "stl",
          new MethodRecord("STL", Optional.of(MethodRole.SINGLE_TASK_BASELINE), Optional.empty()),
          "ls",
          new MethodRecord("LS", Optional.of(MethodRole.SCALARISATION), Optional.of("weights")),
          "ours",
          new MethodRecord("Ours", Optional.empty(), Optional.of("k")));

  private Schema1() {}

  /** The metadata of a method in version 0.1. */
  static MethodRecord method(String id) {
    return METHODS.getOrDefault(id, MethodRecord.plain(id));
  }

  /** The tasks of a dataset that its run does not describe: those with scores in a record. */
  public static List<TaskRecord> tasks(Scores scores) {
    return scores.tasks().stream()
        .map(
            task ->
                new TaskRecord(
                    task, "classes", "negative-log-likelihood", List.of(MetricRecord.ACCURACY)))
        .toList();
  }

  private static boolean raise(ObjectNode tree, int to) {
    JsonNode schema = tree.path(SCHEMA);
    if (!schema.isInt() || schema.intValue() != VERSION) {
      return false;
    }
    tree.put(SCHEMA, to);
    return true;
  }

  static void liftRun(ObjectNode run) {
    if (raise(run, RunRecord.SCHEMA)) {
      run.putObject("datasets");
      ObjectNode methods = run.putObject("methods");
      Set<String> ids = new LinkedHashSet<>();
      run.path("cells").forEach(cell -> ids.add(cell.path("method").asText()));
      ids.forEach(id -> methods.set(id, ResultsJson.newMapper().valueToTree(method(id))));
    }
  }

  static void liftCell(ObjectNode cell) {
    if (raise(cell, CellRecord.SCHEMA)) {
      for (String split : List.of("validation", "test")) {
        if (cell.get(split) instanceof ObjectNode measured) {
          liftSplit(measured);
        }
      }
      liftCap(cell);
      if (cell.get("constant-predictor") instanceof ObjectNode constant) {
        for (String split : List.of("validation", "test")) {
          constant.set(split, byMetric(constant.path(split)));
        }
      }
    }
  }

  private static void liftCap(ObjectNode cell) {
    JsonNode cap = cell.remove("cap");
    ObjectNode measures = cell.putObject("measures");
    if (cap != null) {
      measures.put(
          Measure.TARGET_SPARSITY_MET.id(), cap.path("target-met").asBoolean() ? 1.0 : 0.0);
      for (JsonNode layer : cap.path("layers")) {
        String name = layer.path("name").asText();
        measures.set(Measure.CAP.id(name), layer.path("cap"));
        measures.put(Measure.CAP_BINDING.id(name), layer.path("reached").asBoolean() ? 1.0 : 0.0);
      }
    }
  }

  private static void liftSplit(ObjectNode split) {
    JsonNode accuracy = split.remove(ACCURACY);
    if (accuracy != null) {
      split.set(SCORES, byMetric(accuracy.path("tasks")));
    }
  }

  static void liftArtefact(ObjectNode artefact) {
    if (raise(artefact, ArtefactRecord.SCHEMA)) {
      rename(artefact);
    }
  }

  /** Converts a line of an event file; only the first line of a cell contains its version. */
  public static void liftEvent(ObjectNode event, int schema) {
    raise(event, schema);
    rename(event);
    JsonNode mean = event.remove("mean-accuracy");
    if (mean != null) {
      event.set("selection", mean);
    }
  }

  private static void rename(ObjectNode tree) {
    JsonNode accuracy = tree.remove(ACCURACY);
    if (accuracy != null) {
      tree.set(SCORES, byMetric(accuracy));
    }
  }

  /** Converts a value per task to an object per task with the value as its accuracy. */
  private static ObjectNode byMetric(JsonNode byTask) {
    ObjectNode scores = JsonNodeFactory.instance.objectNode();
    byTask
        .properties()
        .forEach(entry -> scores.putObject(entry.getKey()).set(ACCURACY, entry.getValue()));
    return scores;
  }
}
