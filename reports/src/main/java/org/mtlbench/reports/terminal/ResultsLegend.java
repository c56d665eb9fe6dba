package org.mtlbench.reports.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mtlbench.reports.model.SingleLine;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.tables.Captions;

/**
 * The text below the results: notes, definitions, and conditions common to all rows.
 *
 * @param lines lines with numbers
 * @param notes notes of the lines, in the order of their numbers
 * @param best whether a line is marked as best
 * @param rows rows of the run
 * @param table table {@code paper} of the rows
 */
record ResultsLegend(
    Rows rows, Table table, List<ResultLine> lines, List<String> notes, boolean best) {
  ResultsLegend {
    lines = List.copyOf(lines);
    notes = List.copyOf(notes);
  }

  /**
   * The paragraphs in order.
   *
   * @param fields columns shown
   * @param omitted columns omitted because the terminal is too narrow
   */
  List<String> texts(List<ResultField> fields, List<ResultField.Kind> omitted) {
    List<String> texts = new ArrayList<>();
    IntStream.range(0, notes.size())
        .forEach(i -> texts.add("[" + (i + 1) + "] " + SingleLine.of(notes.get(i))));
    if (lines.isEmpty()) {
      return texts;
    }
    texts.add(Captions.onTestSet(rows) + bestMark() + intervals() + search(fields));
    rows.equalTraining().captions().forEach(caption -> texts.add(SingleLine.of(caption.raw())));
    table.common().captions().forEach(caption -> texts.add(SingleLine.of(caption.raw())));
    concurrency(fields).ifPresent(texts::add);
    if (!omitted.isEmpty()) {
      texts.add(
          omitted.stream()
              .map(ResultField.Kind::displayName)
              .distinct()
              .collect(Collectors.joining(", ", "Too narrow for: ", ".")));
    }
    return texts;
  }

  private String bestMark() {
    return best ? " * best multi-task " + Captions.shortHeadline(rows) + " of its dataset." : "";
  }

  private String intervals() {
    boolean some =
        lines.stream()
            .flatMap(line -> line.row().entries().stream())
            .anyMatch(entry -> entry.halfWidth().isPresent());
    Set<Integer> seeds = new TreeSet<>();
    lines.forEach(line -> seeds.add(line.group().results().size()));
    String counts = seeds.stream().map(String::valueOf).collect(Collectors.joining(" or "));
    return (seeds.equals(Set.of(1)) ? "" : " Means over " + counts + " seeds.")
        + (some ? " ± half-width of the 95 % confidence interval." : "");
  }

  private String search(List<ResultField> fields) {
    boolean some =
        shows(fields, ResultField.Kind.EPOCHS)
            && lines.stream().anyMatch(ResultLine::hasSearchEpochs);
    return some ? " Epochs: main training + search." : "";
  }

  private Optional<String> concurrency(List<ResultField> fields) {
    return shows(fields, ResultField.Kind.MINUTES) ? Captions.concurrency(rows) : Optional.empty();
  }

  private static boolean shows(List<ResultField> fields, ResultField.Kind kind) {
    return fields.stream().anyMatch(field -> field.kind() == kind);
  }
}
