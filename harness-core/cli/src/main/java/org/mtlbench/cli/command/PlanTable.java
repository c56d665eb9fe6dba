package org.mtlbench.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.cli.text.Formatting;
import org.mtlbench.cli.text.TextStyle;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.reports.model.Column;
import org.mtlbench.reports.terminal.LineBreaks;
import org.mtlbench.reports.terminal.TextTable;

/** Formats the cells of a plan as text, followed by the notes of their rows. */
public final class PlanTable {
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("method", "method"),
          Column.number("seed", "seed"),
          Column.text("epochs", "epochs"),
          Column.number("time", "time"),
          Column.text("cell", "cell"));

  private PlanTable() {}

  /**
   * The lines of the table: one group of cells per dataset and architecture, followed by the notes.
   * The ids of cells are shown if the width permits.
   *
   * @param width maximum number of characters per line
   */
  public static List<String> of(List<PlannedCell> cells, int width) {
    List<String> notes = cells.stream().flatMap(cell -> notes(cell).stream()).distinct().toList();
    Map<String, List<List<String>>> groups = new LinkedHashMap<>();
    for (PlannedCell cell : cells) {
      CellSpec spec = cell.spec();
      groups
          .computeIfAbsent(
              spec.dataset().name() + " / " + spec.architecture().name(),
              ignored -> new ArrayList<>())
          .add(
              List.of(
                  spec.label()
                      + notes(cell).stream()
                          .map(note -> " " + mark(notes, note))
                          .collect(Collectors.joining()),
                  String.valueOf(spec.seed()),
                  epochs(cell),
                  Formatting.duration(cell.estimatedSeconds()),
                  spec.id()));
    }
    boolean ids =
        groups.values().stream().allMatch(rows -> TextTable.width(COLUMNS, rows) <= width);
    int shown = ids ? COLUMNS.size() : COLUMNS.size() - 1;
    List<String> lines = new ArrayList<>();
    groups.forEach(
        (place, rows) -> {
          lines.add(TextStyle.HEADING.output(place));
          lines.addAll(
              TextTable.lines(
                  COLUMNS.subList(0, shown),
                  rows.stream().map(row -> row.subList(0, shown)).toList(),
                  width));
          lines.add("");
        });
    notes.forEach(note -> lines.addAll(LineBreaks.hanging(mark(notes, note) + " " + note, width)));
    return lines;
  }

  /** The matrix's note, and the schedule steps omitted by a reduced budget. */
  private static List<String> notes(PlannedCell cell) {
    List<String> notes = new ArrayList<>(cell.spec().note().stream().toList());
    cell.phases().stream()
        .flatMap(phase -> phase.omittedRateStepsNote().stream())
        .distinct()
        .forEach(notes::add);
    return notes;
  }

  private static String mark(List<String> notes, String note) {
    return "[" + (notes.indexOf(note) + 1) + "]";
  }

  private static String epochs(PlannedCell cell) {
    String training = epochs(cell.phases());
    return cell.trials().isEmpty() ? training : trials(cell.trials()) + ", then " + training;
  }

  private static String trials(List<List<Phase>> trials) {
    List<String> distinct = trials.stream().map(PlanTable::epochs).distinct().toList();
    int all = trials.stream().flatMap(List::stream).mapToInt(Phase::epochs).sum();
    return Formatting.count(trials.size(), "trial")
        + " ("
        + (distinct.size() == 1 ? distinct.get(0) : all + " epochs in all")
        + ")";
  }

  private static String epochs(List<Phase> phases) {
    Map<Like, Long> groups =
        phases.stream()
            .collect(
                Collectors.groupingBy(PlanTable::like, LinkedHashMap::new, Collectors.counting()));
    return groups.entrySet().stream()
        .map(group -> epochs(group.getKey(), group.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** The properties common to phases that are shown together, such as those of a grid search. */
  private record Like(String name, int epochs, int protocolEpochs) {}

  private static Like like(Phase phase) {
    String word = phase.name().split(" ", 2)[0];
    return new Like(word, phase.epochs(), phase.protocolEpochs());
  }

  private static String epochs(Like phase, long count) {
    String each = count == 1 ? "" : count + " x ";
    String ran = phase.name() + " " + each + phase.epochs();
    return phase.epochs() == phase.protocolEpochs() ? ran : ran + " of " + phase.protocolEpochs();
  }
}
