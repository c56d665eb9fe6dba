package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mtlbench.api.config.Problem;
import org.mtlbench.toolbox.config.ConfigBinder;

/** Binds the tree of a matrix file to a spec, and checks constraints between its keys. */
final class MatrixParser {
  /** The maximum length of labels, which appear in the rows of all tables. */
  private static final int MAX_LABEL_LENGTH = 100;

  private static final int MAX_NOTE_LENGTH = 1000;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final String METHODS = "methods";
  private static final List<String> SIDES = List.of("datasets", "architectures", METHODS);

  private final ObjectNode root;
  private final List<Problem> problems;

  private MatrixParser(ObjectNode root, List<Problem> problems) {
    this.root = root;
    this.problems = problems;
  }

  /** Reads the tree of a file; problems are stored in the spec. */
  static MatrixSpec parse(MatrixText text) {
    List<Problem> problems = new ArrayList<>(text.problems());
    MatrixSpec spec = MatrixSpec.DEFAULTS;
    if (text.tree() instanceof ObjectNode root) {
      spec = expanded(ConfigBinder.bindSound(spec, root, problems), problems);
      new MatrixParser(root, problems).check(spec);
    } else {
      String keys = String.join(", ", ConfigBinder.keys(MatrixSpec.class));
      problems.add(Problem.of("matrix", text.tree(), "a mapping with the keys " + keys));
    }
    boolean budgeted =
        spec.training().isEmpty() && spec.budget() > 0 && spec.budget() <= MatrixSpec.MAX_BUDGET;
    return new MatrixSpec(
        spec.name(),
        spec.description(),
        spec.datasets(),
        spec.architectures(),
        spec.methods(),
        spec.cells(),
        spec.seeds(),
        budgeted ? spec.budget() : MatrixSpec.DEFAULTS.budget(),
        spec.training(),
        spec.search(),
        spec.study(),
        problems);
  }

  /** Adds the methods of the studies to the matrix. */
  private static MatrixSpec expanded(MatrixSpec spec, List<Problem> problems) {
    List<StudySpec> studies = spec.study().list();
    studies.forEach(study -> problems.addAll(study.problems()));
    return new MatrixSpec(
        spec.name(),
        spec.description(),
        spec.datasets(),
        spec.architectures(),
        Stream.concat(
                spec.methods().stream(),
                studies.stream().flatMap(study -> study.methods().stream()))
            .toList(),
        spec.cells(),
        spec.seeds(),
        spec.budget(),
        spec.training(),
        spec.search(),
        spec.study(),
        spec.problems());
  }

  private void check(MatrixSpec spec) {
    JsonNode name = root.path("name");
    if (!root.has("name")) {
      problems.add(new Problem("name", "nothing", MatrixSpec.NAME_ALLOWED));
    } else if (name.isTextual() && !NAME.matcher(name.textValue()).matches()) {
      problems.add(Problem.of("name", name, MatrixSpec.NAME_ALLOWED));
    }
    oneLine(
        "description",
        Optional.of(spec.description()).filter(text -> root.has("description")),
        MAX_NOTE_LENGTH);
    sides();
    entries(spec).forEach(this::check);
    methods(spec).forEach(this::check);
    JsonNode budget = root.path("budget");
    if (root.has(TrainingSpec.AT)) {
      rejectContradictions(budget, spec.search());
    } else if (!(spec.budget() > 0 && spec.budget() <= MatrixSpec.MAX_BUDGET)) {
      problems.add(Problem.of("budget", budget, MatrixSpec.BUDGET_ALLOWED));
    }
    spec.search().ifPresent(search -> methods(spec).forEach(method -> rejectFixed(search, method)));
  }

  /** All sides of the cross product are required, unless there are only single rows. */
  private void sides() {
    if (root.has("cells") && !root.has(Studies.AT) && SIDES.stream().noneMatch(root::has)) {
      return;
    }
    for (String side : SIDES) {
      boolean inStudy = side.equals(METHODS) && root.has(Studies.AT);
      if (!root.has(side) && !inStudy) {
        String one = side.substring(0, side.length() - 1);
        problems.add(new Problem(side, "nothing", "a list of at least one " + one));
      }
    }
  }

  private static Stream<Entry> entries(MatrixSpec spec) {
    return Stream.concat(
        Stream.concat(spec.datasets().stream(), spec.architectures().stream()),
        spec.cells().stream().flatMap(cell -> Stream.of(cell.dataset(), cell.architecture())));
  }

  private static Stream<MethodEntry> methods(MatrixSpec spec) {
    return Stream.concat(
        spec.methods().stream(), spec.cells().stream().map(cell -> cell.method().entry()));
  }

  /**
   * Labels of datasets and architectures must be valid parts of file names, since reports use them
   * so.
   */
  private void check(Entry entry) {
    entry
        .label()
        .filter(label -> !NAME.matcher(label).matches())
        .ifPresent(
            label ->
                problems.add(
                    new Problem(
                        entry.at() + ".label", "\"" + label + "\"", MatrixSpec.NAME_ALLOWED)));
  }

  private void check(MethodEntry method) {
    oneLine(method.at() + ".label", method.label(), MAX_LABEL_LENGTH);
    oneLine(method.at() + ".note", method.note(), MAX_NOTE_LENGTH);
    for (ConditionalConfig override : method.overrides()) {
      oneLine(override.at() + ".note", override.note(), MAX_NOTE_LENGTH);
      if (override.when().dataset().isEmpty() && override.when().architecture().isEmpty()) {
        problems.add(
            new Problem(override.at() + ".when", "no condition", ConditionalConfig.CONDITION));
      }
    }
  }

  private void oneLine(String path, Optional<String> text, int maxLength) {
    String allowed = "a text in one line of at most " + maxLength + " characters";
    text.filter(t -> t.isBlank() || t.chars().anyMatch(Character::isISOControl))
        .ifPresent(t -> problems.add(new Problem(path, "\"" + t + "\"", allowed)));
    text.filter(t -> t.length() > maxLength)
        .ifPresent(t -> problems.add(new Problem(path, t.length() + " characters", allowed)));
  }

  /** Reports a budget and searched keys that contradict the training. */
  private void rejectContradictions(JsonNode budget, Optional<SearchSpec> search) {
    if (!budget.isMissingNode()) {
      problems.add(
          Problem.of(
              "budget",
              budget,
              "no budget together with training, whose epochs determine the length of training"));
    }
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

  /** Reports keys that are both set by a method or its overrides and searched. */
  private void rejectFixed(SearchSpec search, MethodEntry method) {
    rejectFixed(search, method.config(), method.at());
    method.overrides().forEach(o -> rejectFixed(search, o.config(), o.at()));
  }

  private void rejectFixed(SearchSpec search, ObjectNode config, String at) {
    for (String key : search.over().keySet()) {
      if (config.has(key)) {
        problems.add(
            Problem.of(
                at + ".config." + key,
                config.get(key),
                "nothing, since " + SearchSpec.at(key) + " draws it"));
      }
    }
  }
}
