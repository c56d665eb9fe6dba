package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mtlbench.reports.model.CommonNotes;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Flag;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.rows.HolmAdjustment;
import org.mtlbench.reports.rows.NumberFormats;
import org.mtlbench.reports.rows.PairedTests;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.Headline;
import org.mtlbench.reports.statistics.Difference;

/** Pairwise comparison of methods over common seeds, see {@link PairedTests}. */
public final class PairedTable {
  private final Rows rows;
  private final List<PairedTests.Pair> pairs;
  private final Map<String, Integer> footnotes = new LinkedHashMap<>();

  private PairedTable(Rows rows) {
    this.rows = rows;
    this.pairs = rows.tests().pairs();
  }

  /** The table of a run; absent if no two comparable rows have two seeds in common. */
  public static Optional<Table> of(Rows rows) {
    return new PairedTable(rows).table();
  }

  private Optional<Table> table() {
    if (pairs.isEmpty()) {
      return Optional.empty();
    }
    List<Set<String>> notes = pairs.stream().map(this::notes).toList();
    Set<String> common = CommonNotes.intersection(notes);
    ColumnList<Line> columns = columns();
    List<Row> lines = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      List<Integer> own =
          notes.get(i).stream().filter(note -> !common.contains(note)).map(this::number).toList();
      PairedTests.Pair pair = pairs.get(i);
      lines.add(
          new Row(
              columns.entries(new Line(pair, own)),
              flags(pair),
              Stream.of(pair.first(), pair.second()).flatMap(g -> g.ids().stream()).toList()));
    }
    return Optional.of(
        new Table(
            "pairs",
            "Methods compared over seeds",
            columns.columns(),
            lines,
            captions(),
            List.copyOf(footnotes.keySet()),
            new CommonNotes(
                CommonNotes.intersection(pairs.stream().map(PairedTable::flags).toList()),
                Stream.of(rows.training().stream(), common.stream()).flatMap(s -> s).toList())));
  }

  private int number(String note) {
    return footnotes.computeIfAbsent(note, ignored -> footnotes.size() + 1);
  }

  /** The notes of both rows, then those of only one. */
  private Set<String> notes(PairedTests.Pair pair) {
    Set<String> first = new LinkedHashSet<>(RowNotes.unnamed(pair.first(), rows));
    Set<String> second = new LinkedHashSet<>(RowNotes.unnamed(pair.second(), rows));
    Set<String> notes = new LinkedHashSet<>(CommonNotes.intersection(List.of(first, second)));
    only("A: ", first, notes, second);
    only("B: ", second, notes, first);
    return notes;
  }

  private static void only(
      String side, Collection<String> own, Set<String> into, Collection<String> other) {
    own.stream().filter(note -> !other.contains(note)).forEach(note -> into.add(side + note));
  }

  /** A pair and the numbers of its footnotes. */
  private record Line(PairedTests.Pair pair, List<Integer> notes) {
    Difference difference() {
      return pair.difference();
    }
  }

  private ColumnList<Line> columns() {
    return new ColumnList<Line>()
        .text("dataset", "Dataset", line -> line.pair().first().cell().dataset())
        .text("first", "A", line -> rows.name(line.pair().first()))
        .text("second", "B", line -> rows.name(line.pair().second()))
        .number(
            "seeds",
            "Seeds",
            line -> Entry.number(Integer.toString(line.difference().n()), line.difference().n()))
        .number(
            "difference",
            "B - A",
            line -> HolmAdjustment.change(line.difference(), line.pair().headline().metric()))
        .number("p", "p", line -> HolmAdjustment.probability(line.difference().p()))
        .number("p-holm", "p (Holm)", line -> HolmAdjustment.probability(line.pair().corrected()))
        .text("better", "Better", line -> better(line.pair()))
        .numberIf(
            pairs.stream().anyMatch(pair -> pair.headline().isPercentage()),
            "p-equivalent",
            "P(equivalent)",
            line -> equivalent(line.pair()))
        .number("detectable", "Detectable", line -> detectable(line.pair()))
        .notes(line -> Entry.text("").noted(line.notes()));
  }

  private static String better(PairedTests.Pair pair) {
    return !pair.significant() ? "" : pair.isBetter(pair.first()) ? "A" : "B";
  }

  /** The region of equivalence is in percentage points, so other units have none. */
  private Entry equivalent(PairedTests.Pair pair) {
    return pair.headline().isPercentage()
        ? NumberFormats.optional(pair.difference().probabilityWithin(rows.rope()))
        : Entry.missing();
  }

  private static Entry detectable(PairedTests.Pair pair) {
    OptionalDouble difference = pair.difference().detectable();
    return difference.isPresent()
        ? Entry.number(
            pair.headline().metric().number(difference.getAsDouble()), difference.getAsDouble())
        : Entry.missing();
  }

  private static Set<Flag> flags(PairedTests.Pair pair) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    flags.addAll(pair.first().resultFlags());
    flags.addAll(pair.second().resultFlags());
    return flags;
  }

  /** The quantity that is compared, by dataset if it differs. */
  private String differences() {
    Map<String, String> byDataset = new LinkedHashMap<>();
    pairs.forEach(
        pair -> byDataset.put(pair.first().cell().dataset(), difference(pair.headline())));
    Set<String> distinct = new LinkedHashSet<>(byDataset.values());
    return distinct.size() == 1
        ? distinct.iterator().next()
        : byDataset.entrySet().stream()
            .map(entry -> entry.getKey() + ": " + entry.getValue())
            .collect(Collectors.joining("; ", "", ";"));
  }

  private static String difference(Headline headline) {
    if (headline.isPercentage()) {
      return "Difference in percentage points of " + headline.phrase();
    }
    String unit = headline.metric().unit();
    return "Difference of " + headline.phrase() + (unit.isEmpty() ? "" : " in " + unit);
  }

  private List<Text> captions() {
    List<Text> captions = new ArrayList<>();
    captions.add(
        Text.of(
            differences()
                + " over the common seeds, with its 95 % confidence interval. p: two-sided"
                + " paired t test, differences assumed normally distributed; p (Holm):"
                + " corrected for all tests in this table. Better: significant at 0.05 after"
                + " the correction; empty otherwise. With few seeds only large differences"
                + " can be significant. Detectable: the smallest true difference that one such"
                + " test with as many seeds and this variance finds with a probability of 80 %."));
    if (pairs.stream().anyMatch(pair -> pair.headline().isPercentage())) {
      captions.add(
          Text.of(
              "P(equivalent): probability that the true difference is below "
                  + NumberFormats.exact(rows.rope())
                  + " percentage points (--rope) in either direction, from the t distribution of"
                  + " the mean difference. Above 0.95 the rows are practically equivalent; a large"
                  + " p alone does not show that."));
    }
    captions.addAll(rows.equalTraining().captions());
    if (!rows.tests().shortened().isEmpty()) {
      captions.add(
          Text.of(
              String.join(", ", rows.tests().shortened())
                  + ": more than "
                  + PairedTests.MAX_ROWS
                  + " rows, so each is compared only with the best multi-task row; since"
                  + " that row was selected by these results, its advantage is overestimated."));
    }
    return captions;
  }
}
