package org.mtlbench.cli;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.spi.method.Phase;

/** A plan's cells as text, with the notes of their rows below. */
final class PlanTable {
  private PlanTable() {}

  static String of(List<PlannedCell> cells) {
    List<String> notes =
        cells.stream().flatMap(cell -> cell.spec().note().stream()).distinct().toList();
    StringBuilder text = new StringBuilder(table(cells, notes));
    for (String note : notes) {
      text.append(System.lineSeparator()).append(mark(notes, note)).append(' ').append(note);
    }
    return text.toString();
  }

  private static String table(List<PlannedCell> cells, List<String> notes) {
    return AsciiTable.getTable(
        AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS,
        cells,
        List.of(
            column("dataset").with(cell -> cell.spec().dataset().id()),
            column("architecture").with(cell -> cell.spec().architecture().id()),
            column("method").with(cell -> method(cell.spec(), notes)),
            column("seed").with(cell -> String.valueOf(cell.spec().seed())),
            column("epochs").with(PlanTable::epochs),
            column("time").with(cell -> Words.duration(cell.estimatedSeconds())),
            column("cell").with(cell -> cell.spec().id())));
  }

  private static String method(CellSpec spec, List<String> notes) {
    return spec.label() + spec.note().map(note -> " " + mark(notes, note)).orElse("");
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
    return Words.count(trials.size(), "trial")
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

  /** What phases have in common that are shown together, as those of a grid search are. */
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

  private static Column column(String header) {
    return new Column()
        .header(header)
        .headerAlign(HorizontalAlign.LEFT)
        .dataAlign(HorizontalAlign.LEFT)
        .maxWidth(100);
  }
}
