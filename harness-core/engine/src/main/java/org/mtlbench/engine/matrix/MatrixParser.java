package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.mtlbench.spi.config.Problem;

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
    Optional<Form> opened = Form.open(root, "", problems, KEYS);
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
    Form form = opened.get();
    String name = name(form);
    String description = form.text("description", "a text in one line").orElse("");
    List<Entry> datasets = side(form, "datasets", "dataset", entries::entry, MatrixTree::entry);
    List<Entry> architectures =
        side(form, "architectures", "architecture", entries::entry, MatrixTree::entry);
    List<MethodEntry> methods =
        side(form, "methods", "method", entries::method, MatrixTree::unlabelled);
    List<CellEntry> cells = form.list("cells", "row", entries::cell, MatrixTree::unlabelled);
    List<Long> seeds = seeds(form);
    double budget = budget(form);
    Optional<SearchSpec> search = form.get("search").flatMap(searches::search);
    search.ifPresent(
        block -> {
          methods.forEach(method -> searches.refuseFixed(block, method));
          cells.forEach(cell -> searches.refuseFixed(block, cell.method()));
        });
    Optional<TrainingSpec> training = form.get(TrainingSpec.AT).flatMap(trainings::training);
    if (form.has(TrainingSpec.AT)) {
      trainings.rejectContradictions(form, search);
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

  private static String name(Form form) {
    Optional<String> name = form.requireText("name", NAME_ALLOWED);
    if (name.isPresent() && !NAME.matcher(name.get()).matches()) {
      form.report("name", "\"" + name.get() + "\"", NAME_ALLOWED);
    }
    return name.orElse("");
  }

  /** A side of the cross product; needed unless there are single rows and no other side. */
  private static <T> List<T> side(
      Form form,
      String key,
      String what,
      BiFunction<JsonNode, String, Optional<T>> read,
      Function<T, JsonNode> identity) {
    boolean crossed = form.has("datasets") || form.has("architectures") || form.has("methods");
    if (crossed || !form.has("cells")) {
      form.require(key, "a list of at least one " + what);
    }
    return form.list(key, what, read, identity);
  }

  private List<Long> seeds(Form form) {
    List<Long> seeds = entries.seeds(form);
    return form.has("seeds") ? seeds : List.of(0L);
  }

  private static double budget(Form form) {
    Optional<JsonNode> value = form.get("budget");
    if (value.isEmpty()) {
      return DEFAULT_BUDGET;
    }
    double budget = value.get().isNumber() ? value.get().doubleValue() : Double.NaN;
    if (!(budget > 0 && budget <= MatrixSpec.LARGEST_BUDGET)) {
      form.report("budget", value.get(), MatrixSpec.BUDGET_ALLOWED);
      return DEFAULT_BUDGET;
    }
    return budget;
  }
}
