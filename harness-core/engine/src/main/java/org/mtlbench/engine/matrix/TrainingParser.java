package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.training.ScheduleKind;

/** Reads the training block of a matrix file, and rejects what contradicts it. */
final class TrainingParser {
  private static final List<String> KEYS = List.of("epochs", "batch-size", "schedule");
  private static final List<String> STEP_KEYS = List.of("factor", "every");
  private static final String COUNT = "a whole number, at least 1";
  private static final String SCHEDULE =
      "constant, cosine, step, or {step: {factor: F, every: EPOCHS}}";
  private static final int DEFAULT_BATCH_SIZE = 256;
  private static final double DEFAULT_FACTOR = 0.5;
  private static final int DEFAULT_EVERY = 5;

  private final List<Problem> problems;

  TrainingParser(List<Problem> problems) {
    this.problems = problems;
  }

  /** The block; empty if it is wrong. */
  Optional<TrainingSpec> training(JsonNode node) {
    return JsonObjectReader.open(node, TrainingSpec.AT, problems, KEYS).flatMap(this::training);
  }

  private Optional<TrainingSpec> training(JsonObjectReader reader) {
    reader.require("epochs", COUNT);
    Optional<Integer> epochs = count(reader, "epochs", 0);
    Optional<Integer> batchSize = count(reader, "batch-size", DEFAULT_BATCH_SIZE);
    Optional<TrainingSpec.Schedule> schedule =
        reader.has("schedule")
            ? schedule(reader)
            : Optional.of(TrainingSpec.Schedule.of(ScheduleKind.COSINE));
    return epochs.isPresent() && epochs.get() > 0 && batchSize.isPresent()
        ? schedule.map(s -> new TrainingSpec(epochs.get(), batchSize.get(), s))
        : Optional.empty();
  }

  private static Optional<Integer> count(JsonObjectReader reader, String key, int otherwise) {
    Optional<JsonNode> value = reader.get(key);
    if (value.isEmpty()) {
      return Optional.of(otherwise);
    }
    Optional<Integer> count =
        value
            .filter(n -> n.isIntegralNumber() && n.canConvertToInt() && n.intValue() >= 1)
            .map(JsonNode::intValue);
    if (count.isEmpty()) {
      reader.report(key, value.get(), COUNT);
    }
    return count;
  }

  private Optional<TrainingSpec.Schedule> schedule(JsonObjectReader reader) {
    JsonNode node = reader.get("schedule").orElseThrow();
    if (node instanceof ObjectNode) {
      return JsonObjectReader.open(node, reader.path("schedule"), problems, List.of("step"))
          .flatMap(step -> step.require("step", "a mapping with factor and every"))
          .flatMap(
              n -> JsonObjectReader.open(n, reader.path("schedule") + ".step", problems, STEP_KEYS))
          .flatMap(TrainingParser::step);
    }
    return switch (node.asText()) {
      case "constant" -> Optional.of(TrainingSpec.Schedule.of(ScheduleKind.CONSTANT));
      case "cosine" -> Optional.of(TrainingSpec.Schedule.of(ScheduleKind.COSINE));
      case "step" ->
          Optional.of(new TrainingSpec.Schedule(ScheduleKind.STEP, DEFAULT_FACTOR, DEFAULT_EVERY));
      default -> {
        reader.report("schedule", node, SCHEDULE);
        yield Optional.empty();
      }
    };
  }

  private static Optional<TrainingSpec.Schedule> step(JsonObjectReader reader) {
    Optional<JsonNode> factor = reader.get("factor");
    double number =
        factor.map(n -> n.isNumber() ? n.doubleValue() : Double.NaN).orElse(DEFAULT_FACTOR);
    if (!(number > 0 && number <= 1)) {
      reader.report("factor", factor.orElseThrow(), "a number greater than 0, at most 1");
      return Optional.empty();
    }
    return count(reader, "every", DEFAULT_EVERY)
        .map(every -> new TrainingSpec.Schedule(ScheduleKind.STEP, number, every));
  }

  /** Reports a budget, and keys of the search that the training sets. */
  void rejectContradictions(JsonObjectReader reader, Optional<SearchSpec> search) {
    reader
        .get("budget")
        .ifPresent(
            budget ->
                reader.report(
                    "budget", budget, "none beside training, whose epochs say how long to train"));
    search.stream()
        .flatMap(block -> block.over().keySet().stream())
        .filter(TrainingSpec.METHOD_KEYS::contains)
        .forEach(
            key ->
                problems.add(
                    new Problem(
                        SearchSpec.at(key),
                        "a key that " + TrainingSpec.at(key) + " sets",
                        "a key that training leaves to the methods, for example learning-rate")));
  }
}
