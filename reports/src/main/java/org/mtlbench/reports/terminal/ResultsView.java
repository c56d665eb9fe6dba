package org.mtlbench.reports.terminal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mtlbench.reports.model.Column;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.OneLine;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Style;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.Headline;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.statistics.Summary;
import org.mtlbench.reports.tables.Captions;
import org.mtlbench.reports.tables.RowNotes;
import org.mtlbench.results.score.TaskRecord;

/**
 * The table of results as a run prints it at its end: a group of rows for each dataset and
 * architecture, with the columns that fit the width, and below them what holds for all rows. The
 * whole table is in the report's files.
 */
public final class ResultsView {
  private static final String BEST = "*";
  // A reason may be the message of any exception; the report's files have all of it.
  private static final int MAX_REASON = 160;

  private final Rows rows;
  private final Table table;
  private final int width;
  private final Map<List<String>, SeedGroup> groups;
  private final List<String> notes = new ArrayList<>();
  private final Map<List<String>, List<Line>> shown = new LinkedHashMap<>();
  private final Map<List<String>, List<Line>> gaps = new LinkedHashMap<>();

  private ResultsView(Rows rows, Table table, int width) {
    this.rows = rows;
    this.table = table;
    this.width = width;
    this.groups =
        rows.groups().stream().collect(Collectors.toMap(SeedGroup::ids, Function.identity()));
    for (Row row : table.rows()) {
      SeedGroup group = groups.get(row.cells());
      List<String> place = List.of(group.cell().dataset(), group.cell().architecture());
      Map<List<String>, List<Line>> part = group.results().isEmpty() ? gaps : shown;
      shown.computeIfAbsent(place, ignored -> new ArrayList<>());
      part.computeIfAbsent(place, ignored -> new ArrayList<>()).add(line(row, group));
    }
  }

  /** A row with the text of its first column and its marks of notes. */
  private record Line(Row row, SeedGroup group, String method, String marks) {}

  /** A column: its title, which may depend on the dataset, and its texts. */
  private record Field(String name, Function<String, String> title, Function<Line, String> text) {}

  /**
   * The lines of a run's table.
   *
   * @param rows of the run
   * @param table with id {@code paper} of these rows
   * @param width of the terminal in characters
   */
  public static List<String> lines(Rows rows, Table table, int width) {
    return new ResultsView(rows, table, width).lines();
  }

  private List<String> lines() {
    List<Field> left = fields(true);
    if (!fits(left)) {
      left = fields(false);
    }
    List<String> omitted = new ArrayList<>();
    for (String name : List.of("train min", "epochs", "SR %")) {
      if (!fits(left)) {
        omitted.add(left.stream().anyMatch(field -> field.name().equals(name)) ? name : "");
        left = left.stream().filter(field -> !field.name().equals(name)).toList();
      }
    }
    while (!fits(left) && left.size() > 1) {
      omitted.add("tasks");
      left = left.subList(0, left.size() - 1);
    }
    List<String> lines = new ArrayList<>();
    for (List<String> place : shown.keySet()) {
      lines.add(place.get(0) + " / " + place.get(1));
      lines.addAll(group(place, left));
      lines.add("");
    }
    legend(left, omitted).forEach(text -> lines.addAll(LineBreaks.hanging(text, width)));
    return lines;
  }

  private List<String> group(List<String> place, List<Field> fields) {
    List<String> lines = new ArrayList<>();
    if (!shown.get(place).isEmpty()) {
      lines.addAll(TextTable.lines(columns(place.get(0), fields), texts(place, fields), width));
    }
    List<String> waiting = new ArrayList<>();
    for (Line line : gaps.getOrDefault(place, List.of())) {
      if (line.group().outcomes().stream().allMatch(outcome -> outcome.record().isEmpty())) {
        waiting.add(line.method());
      } else {
        lines.add(LineBreaks.cut(line.method() + ": " + reason(line.group()), width));
      }
    }
    if (!waiting.isEmpty()) {
      lines.addAll(LineBreaks.hanging("not run yet: " + String.join(", ", waiting), width));
    }
    return lines;
  }

  private static String reason(SeedGroup group) {
    return group.outcomes().stream()
        .map(RowNotes::gap)
        .distinct()
        .map(RowNotes.Gap::text)
        .collect(Collectors.joining("; "));
  }

  /** Groups of a dataset have the same widths, so that their columns are one below the other. */
  private List<Column> columns(String dataset, List<Field> fields) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("method", padded("method", widest(all(), Line::method))));
    List<Line> lines =
        all().stream().filter(line -> line.group().cell().dataset().equals(dataset)).toList();
    for (Field field : fields) {
      String title = field.title().apply(dataset);
      String space = " ".repeat(Math.max(0, widest(lines, field.text()) - title.length()));
      columns.add(Column.number(field.name(), space + title));
    }
    columns.add(Column.text("notes", ""));
    return columns;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static int widest(List<Line> lines, Function<Line, String> text) {
    return lines.stream().mapToInt(line -> text.apply(line).length()).max().orElse(0);
  }

  private List<Line> all() {
    return shown.values().stream().flatMap(List::stream).toList();
  }

  private List<List<String>> texts(List<String> place, List<Field> fields) {
    return shown.get(place).stream()
        .map(
            line -> {
              List<String> texts = new ArrayList<>(List.of(line.method()));
              fields.forEach(field -> texts.add(field.text().apply(line)));
              texts.add(line.marks());
              return texts;
            })
        .toList();
  }

  private boolean fits(List<Field> fields) {
    return shown.keySet().stream()
        .allMatch(
            place -> TextTable.width(columns(place.get(0), fields), texts(place, fields)) <= width);
  }

  private List<Field> fields(boolean intervalsOfTasks) {
    List<Field> fields = new ArrayList<>();
    boolean marked = all().stream().anyMatch(this::isBest);
    fields.add(
        new Field(
            "headline",
            dataset -> title(rows.headlineOf(dataset)) + (marked ? " " : ""),
            line ->
                text(line, rows.headlineOf(line.group()).id(), true)
                    + (isBest(line) ? BEST : marked ? " " : "")));
    for (int task = 0; task < tasks(); task++) {
      int index = task;
      fields.add(
          new Field(
              "task " + task,
              dataset -> task(dataset, index).map(this::title).orElse(""),
              line ->
                  task(line.group().cell().dataset(), index)
                      .map(known -> known.primary().id() + "-task" + (index + 1))
                      .map(column -> text(line, column, intervalsOfTasks))
                      .orElse("")));
    }
    if (all().stream().anyMatch(line -> value(line, "sr-percent") > 0)) {
      fields.add(new Field("SR %", dataset -> "SR %", line -> text(line, "sr-percent", false)));
    }
    fields.add(new Field("epochs", dataset -> "epochs", ResultsView::epochs));
    fields.add(
        new Field("train min", dataset -> "train min", line -> text(line, "main-minutes", false)));
    return fields;
  }

  private int tasks() {
    return shown.keySet().stream()
        .mapToInt(place -> rows.tasks(place.get(0)).size())
        .max()
        .orElse(0);
  }

  private Optional<TaskRecord> task(String dataset, int index) {
    List<TaskRecord> tasks = rows.tasks(dataset);
    return index < tasks.size() ? Optional.of(tasks.get(index)) : Optional.empty();
  }

  private String title(TaskRecord task) {
    String name = OneLine.of(task.name());
    return task.primary().withUnit(rows.plain() ? name : name + " " + task.primary().title());
  }

  private String title(Headline headline) {
    String header = headline.header(rows.plain());
    return header.startsWith("Mean") ? "m" + header.substring(1) : header;
  }

  private Optional<Entry> entry(Line line, String column) {
    return table.entry(line.row(), column);
  }

  private double value(Line line, String column) {
    return entry(line, column).map(Entry::value).orElse(OptionalDouble.empty()).orElse(0);
  }

  private String text(Line line, String column, boolean interval) {
    return entry(line, column)
        .map(
            entry ->
                interval || entry.halfWidth().isEmpty()
                    ? entry.text()
                    : entry.text().replaceFirst(" ±.*", ""))
        .orElse("");
  }

  private boolean isBest(Line line) {
    return entry(line, rows.headlineOf(line.group()).id())
        .filter(entry -> entry.style() == Style.BEST_OF_DATASET)
        .isPresent();
  }

  /** Of the main training, and behind a plus those of the search where there are some. */
  private static String epochs(Line line) {
    Optional<Summary> main = line.group().summary(Measures::mainEpochs);
    double search = line.group().summary(Measures::searchEpochs).map(Summary::mean).orElse(0.0);
    return main.map(epochs -> whole(epochs.mean()) + (search > 0 ? "+" + whole(search) : ""))
        .orElse("-");
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%d", Math.round(value));
  }

  private Line line(Row row, SeedGroup group) {
    StringBuilder marks = new StringBuilder();
    for (String note : notes(row, group)) {
      if (!notes.contains(note)) {
        notes.add(note);
      }
      marks.append('[').append(notes.indexOf(note) + 1).append(']');
    }
    return new Line(row, group, method(group), marks.toString());
  }

  /** The label, and the preference vector where the label alone does not tell rows apart. */
  private String method(SeedGroup group) {
    String label = OneLine.of(group.cell().label());
    boolean alone =
        rows.groups().stream()
                .filter(other -> other.cell().dataset().equals(group.cell().dataset()))
                .filter(other -> other.cell().architecture().equals(group.cell().architecture()))
                .filter(other -> other.cell().label().equals(group.cell().label()))
                .limit(2)
                .count()
            == 1;
    return alone || group.preference().isEmpty() ? label : label + " " + group.preference();
  }

  /** What a row with a result says that not all such rows say. */
  private List<String> notes(Row row, SeedGroup group) {
    if (group.results().isEmpty()) {
      return List.of();
    }
    List<String> own = new ArrayList<>();
    Set<String> reasons = new LinkedHashSet<>();
    for (RowNotes.Gap gap : RowNotes.gaps(group)) {
      reasons.add(gap.reason());
      own.add(LineBreaks.cut(gap.text(), MAX_REASON));
    }
    footnotes(row).stream().filter(note -> !reasons.contains(note)).forEach(own::add);
    return own;
  }

  private List<String> footnotes(Row row) {
    return row.entries().stream()
        .flatMap(entry -> entry.notes().stream())
        .distinct()
        .map(number -> table.footnotes().get(number - 1))
        .toList();
  }

  private List<String> legend(List<Field> fields, List<String> omitted) {
    List<String> texts = new ArrayList<>();
    IntStream.range(0, notes.size())
        .forEach(i -> texts.add("[" + (i + 1) + "] " + OneLine.of(notes.get(i))));
    if (all().isEmpty()) {
      return texts;
    }
    texts.add(Captions.onTestSet(rows) + best() + intervals() + search(fields));
    rows.equalTraining().captions().forEach(caption -> texts.add(OneLine.of(caption.raw())));
    table.common().captions().forEach(caption -> texts.add(OneLine.of(caption.raw())));
    concurrency(fields).ifPresent(texts::add);
    List<String> names = omitted.stream().filter(name -> !name.isEmpty()).distinct().toList();
    if (!names.isEmpty()) {
      texts.add("Too narrow for: " + String.join(", ", names) + ".");
    }
    return texts;
  }

  private String best() {
    return all().stream().anyMatch(this::isBest)
        ? " * best multi-task " + Captions.shortHeadline(rows) + " of its dataset."
        : "";
  }

  private String intervals() {
    boolean some =
        all().stream()
            .flatMap(line -> line.row().entries().stream())
            .anyMatch(entry -> entry.halfWidth().isPresent());
    Set<Integer> seeds = new TreeSet<>();
    all().forEach(line -> seeds.add(line.group().results().size()));
    String counts = seeds.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return (seeds.equals(Set.of(1)) ? "" : " Means over " + counts + " seeds.")
        + (some ? " ± half-width of the 95 % confidence interval." : "");
  }

  private String search(List<Field> fields) {
    boolean some =
        fields.stream().anyMatch(field -> field.name().equals("epochs"))
            && all().stream().anyMatch(line -> epochs(line).contains("+"));
    return some ? " Epochs: main training + search." : "";
  }

  private Optional<String> concurrency(List<Field> fields) {
    boolean shownTimes = fields.stream().anyMatch(field -> field.name().equals("train min"));
    return shownTimes ? Captions.concurrency(rows) : Optional.empty();
  }
}
