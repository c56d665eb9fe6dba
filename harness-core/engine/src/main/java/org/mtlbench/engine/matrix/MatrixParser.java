package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.mtlbench.api.config.Problem;

/** Makes a spec of a matrix file's tree. */
final class MatrixParser {
  private static final List<String> KEYS =
      List.of(
          "name",
          "description",
          "datasets",
          "architectures",
          "methods",
          "cells",
          "seeds",
          "budget",
          "training",
          "search");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final String NAME_ALLOWED =
      "a name of 1 to 64 letters, digits, dots, hyphens or underscores that starts with a letter"
          + " or digit";
  private static final double DEFAULT_BUDGET = 1;

  private final List<Problem> problems;
  private final EntryParser entries;
  private final SearchParser searches;
  private final TrainingParser trainings;

  private MatrixParser(List<Problem> problems) {
    this.problems = problems;
    this.entries = new EntryParser(problems);
    this.searches = new SearchParser(problems);
    this.trainings = new TrainingParser(problems);
  }

  /** Reads a file's tree; what is wrong is in the spec's problems. */
  static MatrixSpec parse(MatrixText text) {
    return new MatrixParser(new ArrayList<>(text.problems())).matrix(text.tree());
  }

  private MatrixSpec matrix(JsonNode root) {
    Optional<JsonObjectReader> opened = JsonObjectReader.open(root, "", problems, KEYS);
    if (opened.isEmpty()) {
      return new MatrixSpec(
          "",
          "",
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          DEFAULT_BUDGET,
          Optional.empty(),
          Optional.empty(),
          problems);
    }
    JsonObjectReader reader = opened.get();
    String name = name(reader);
    String description = reader.text("description", "a text in one line").orElse("");
    List<Entry> datasets = side(reader, "datasets", "dataset", entries::entry, MatrixTree::entry);
    List<Entry> architectures =
        side(reader, "architectures", "architecture", entries::entry, MatrixTree::entry);
    List<MethodEntry> methods =
        side(reader, "methods", "method", entries::method, MatrixTree::unlabelled);
    List<CellEntry> cells = reader.list("cells", "row", entries::cell, MatrixTree::unlabelled);
    List<Long> seeds = seeds(reader);
    double budget = budget(reader);
    Optional<SearchSpec> search = reader.get("search").flatMap(searches::search);
    search.ifPresent(
        block -> {
          methods.forEach(method -> searches.refuseFixed(block, method));
          cells.forEach(cell -> searches.refuseFixed(block, cell.method()));
        });
    Optional<TrainingSpec> training = reader.get(TrainingSpec.AT).flatMap(trainings::training);
    if (reader.has(TrainingSpec.AT)) {
      trainings.rejectContradictions(reader, search);
    }
    return new MatrixSpec(
        name,
        description,
        datasets,
        architectures,
        methods,
        cells,
        seeds,
        training.isPresent() ? DEFAULT_BUDGET : budget,
        training,
        search,
        problems);
  }

  private static String name(JsonObjectReader reader) {
    Optional<String> name = reader.requireText("name", NAME_ALLOWED);
    if (name.isPresent() && !NAME.matcher(name.get()).matches()) {
      reader.report("name", "\"" + name.get() + "\"", NAME_ALLOWED);
    }
    return name.orElse("");
  }

  /** A side of the cross product; needed unless there are single rows and no other side. */
  private static <T> List<T> side(
      JsonObjectReader reader,
      String key,
      String what,
      BiFunction<JsonNode, String, Optional<T>> read,
      Function<T, JsonNode> identity) {
    boolean crossed =
        reader.has("datasets") || reader.has("architectures") || reader.has("methods");
    if (crossed || !reader.has("cells")) {
      reader.require(key, "a list of at least one " + what);
    }
    return reader.list(key, what, read, identity);
  }

  private List<Long> seeds(JsonObjectReader reader) {
    List<Long> seeds = entries.seeds(reader);
    return reader.has("seeds") ? seeds : List.of(0L);
  }

  private static double budget(JsonObjectReader reader) {
    Optional<JsonNode> value = reader.get("budget");
    if (value.isEmpty()) {
      return DEFAULT_BUDGET;
    }
    double budget = value.get().isNumber() ? value.get().doubleValue() : Double.NaN;
    if (!(budget > 0 && budget <= MatrixSpec.LARGEST_BUDGET)) {
      reader.report("budget", value.get(), MatrixSpec.BUDGET_ALLOWED);
      return DEFAULT_BUDGET;
    }
    return budget;
  }
}
