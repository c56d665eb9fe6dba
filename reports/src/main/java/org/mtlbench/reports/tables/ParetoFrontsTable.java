package org.mtlbench.reports.tables;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.mtlbench.reports.model.CommonNotes;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Flag;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.pareto.Front;
import org.mtlbench.reports.pareto.ParetoStudy;
import org.mtlbench.reports.rows.NumberFormats;
import org.mtlbench.reports.rows.Rows;

/** The fronts of a run's Pareto studies: sizes, hypervolume, reference point and spacing. */
final class ParetoFrontsTable {
  /** The tolerances for which the table has the number of nondominated points, in addition to 0. */
  private static final List<Double> TOLERANCES = List.of(0.001, 0.01);

  private ParetoFrontsTable() {}

  private record Line(ParetoStudy study, Front front) {}

  /** The table of a run; absent if it has no study with results. */
  static Optional<Table> of(Rows rows, List<ParetoStudy> studies) {
    List<Line> lines =
        studies.stream()
            .flatMap(study -> study.fronts().stream().map(front -> new Line(study, front)))
            .toList();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    ColumnList<Line> columns =
        new ColumnList<Line>()
            .text("dataset", "Dataset", line -> line.study().dataset())
            .text("architecture", "Architecture", line -> line.study().architecture())
            .text("method", "Method", line -> line.study().method())
            .text("part", "Points", line -> line.front().part())
            .text("objectives", "Objectives", ParetoFrontsTable::objectives)
            .number("points", "All", line -> count(line.front().points().size()))
            .number("front", "Front", line -> count(line.front().members().size()));
    for (double eps : TOLERANCES) {
      String text = NumberFormats.exact(eps);
      columns.number("front-" + text, "eps " + text, line -> count(line.front().size(eps)));
    }
    columns
        .number("hypervolume", "Hypervolume", line -> fraction(line.front().hypervolume()))
        .highestFirstIf(true)
        .number("spacing", "Spacing", line -> fraction(line.front().spacing()))
        .text("reference-point", "Reference point", ParetoFrontsTable::reference)
        .notes(line -> Entry.text(""));
    return Optional.of(
        new Table(
            "pareto-fronts",
            "Pareto studies: fronts",
            columns.columns(),
            lines.stream()
                .map(line -> new Row(columns.entries(line), flags(line), List.of()))
                .toList(),
            captions(),
            List.of(),
            new CommonNotes(
                CommonNotes.intersection(lines.stream().map(ParetoFrontsTable::flags).toList()),
                rows.training().stream().toList())));
  }

  private static Set<Flag> flags(Line line) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    line.front().points().forEach(point -> flags.addAll(point.group().resultFlags()));
    return flags;
  }

  private static String objectives(Line line) {
    return line.front().objectives().stream()
        .map(objective -> objective.title())
        .collect(Collectors.joining(", "));
  }

  private static String reference(Line line) {
    return line.front().objectives().stream()
        .map(o -> ParetoNumbers.significant(o.scale() * o.reference()))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static Entry count(int number) {
    return Entry.number(Integer.toString(number), number);
  }

  private static Entry fraction(OptionalDouble value) {
    return value.isPresent()
        ? Entry.number(ParetoNumbers.significant(value.getAsDouble()), value.getAsDouble())
        : Entry.missing();
  }

  private static List<Text> captions() {
    return List.of(
        Text.of(
            "A study is the rows of one method that differ in the preference vector only; each row"
                + " is a point, with the mean over its seeds on the test set. Front: points that"
                + " no other one dominates (not worse in any objective and better in one). eps:"
                + " points left by the eps-nondominance test, which drops a point if another one"
                + " is better by eps in every objective; in units of the losses, and of metrics as"
                + " fractions (0.01 is one percentage point)."),
        Text.of(
            "Hypervolume: of the space dominated by the front up to the reference point, as a"
                + " fraction of the box between the ideal point (losses and L_0: 0; metrics: their"
                + " ideal; SR: 100 %) and the reference point; higher is better. Reference point:"
                + " for losses 1.1 times the worst value of any study of the dataset, rounded up;"
                + " for metrics the constant predictor; for SR 0. Spacing (Schott 1995): standard"
                + " deviation of the distance to the nearest neighbour, with that box as unit; 0 is"
                + " an even front. L_0: the sparsity objective."));
  }
}
