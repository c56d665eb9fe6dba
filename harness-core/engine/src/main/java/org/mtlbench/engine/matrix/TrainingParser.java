package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.mtlbench.spi.config.Problem;
import org.mtlbench.spi.toolbox.optimiser.ScheduleKind;

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
    return Form.open(node, TrainingSpec.AT, problems, KEYS).flatMap(this::training);
  }

  private Optional<TrainingSpec> training(Form form) {
    form.require("epochs", COUNT);
    Optional<Integer> epochs = count(form, "epochs", 0);
    Optional<Integer> batchSize = count(form, "batch-size", DEFAULT_BATCH_SIZE);
    Optional<TrainingSpec> schedule =
        form.has("schedule") ? schedule(form) : Optional.of(unstepped(ScheduleKind.COSINE));
    return epochs.isPresent() && epochs.get() > 0 && batchSize.isPresent()
        ? schedule.map(
            s ->
                new TrainingSpec(
                    epochs.get(), batchSize.get(), s.schedule(), s.factor(), s.every()))
        : Optional.empty();
  }

  private static Optional<Integer> count(Form form, String key, int otherwise) {
    Optional<JsonNode> value = form.get(key);
    if (value.isEmpty()) {
      return Optional.of(otherwise);
    }
    Optional<Integer> count =
        value
            .filter(n -> n.isIntegralNumber() && n.canConvertToInt() && n.intValue() >= 1)
            .map(JsonNode::intValue);
    if (count.isEmpty()) {
      form.report(key, value.get(), COUNT);
    }
    return count;
  }

  private Optional<TrainingSpec> schedule(Form form) {
    JsonNode node = form.get("schedule").orElseThrow();
    if (node instanceof ObjectNode) {
      return Form.open(node, form.path("schedule"), problems, List.of("step"))
          .flatMap(step -> step.require("step", "a mapping with factor and every"))
          .flatMap(n -> Form.open(n, form.path("schedule") + ".step", problems, STEP_KEYS))
          .flatMap(TrainingParser::step);
    }
    return switch (node.asText()) {
      case "constant" -> Optional.of(unstepped(ScheduleKind.CONSTANT));
      case "cosine" -> Optional.of(unstepped(ScheduleKind.COSINE));
      case "step" -> Optional.of(step(DEFAULT_FACTOR, DEFAULT_EVERY));
      default -> {
        form.report("schedule", node, SCHEDULE);
        yield Optional.empty();
      }
    };
  }

  private static Optional<TrainingSpec> step(Form form) {
    Optional<JsonNode> factor = form.get("factor");
    double number =
        factor.map(n -> n.isNumber() ? n.doubleValue() : Double.NaN).orElse(DEFAULT_FACTOR);
    if (!(number > 0 && number <= 1)) {
      form.report("factor", factor.orElseThrow(), "a number greater than 0, at most 1");
      return Optional.empty();
    }
    return count(form, "every", DEFAULT_EVERY).map(every -> step(number, every));
  }

  /** A schedule in a spec whose other components do not count yet. */
  private static TrainingSpec step(double factor, int every) {
    return new TrainingSpec(1, 1, ScheduleKind.STEP, factor, every);
  }

  private static TrainingSpec unstepped(ScheduleKind kind) {
    return new TrainingSpec(1, 1, kind, 1, 1);
  }

  /** Reports a budget, and the keys of methods that the training takes the place of. */
  void rejectContradictions(
      Form form, List<MethodEntry> methods, List<CellEntry> cells, Optional<SearchSpec> search) {
    form.get("budget")
        .ifPresent(
            budget ->
                form.report(
                    "budget", budget, "none beside training, whose epochs say how long to train"));
    for (MethodEntry method : methods) {
      reject(method.config(), method.at() + ".config");
      method.overrides().forEach(o -> reject(o.config(), o.at() + ".config"));
    }
    cells.forEach(cell -> reject(cell.method().config(), cell.method().at() + ".config"));
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

  private void reject(ObjectNode config, String at) {
    config
        .properties()
        .forEach(
            entry -> {
              String path = at + "." + entry.getKey();
              if (TrainingSpec.METHOD_KEYS.contains(entry.getKey())) {
                problems.add(
                    Problem.of(
                        path,
                        entry.getValue(),
                        "nothing, since "
                            + TrainingSpec.at(entry.getKey())
                            + " sets it for every method"));
              } else if (entry.getValue() instanceof ObjectNode nested) {
                reject(nested, path);
              }
            });
  }
}
