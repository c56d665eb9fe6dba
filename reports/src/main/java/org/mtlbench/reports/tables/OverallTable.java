package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mtlbench.reports.model.CommonNotes;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.rows.NumberFormats;
import org.mtlbench.reports.rows.OverallScores;
import org.mtlbench.reports.rows.OverallScores.Method;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.statistics.CriticalDifference;
import org.mtlbench.reports.statistics.RunScores;
import org.mtlbench.reports.statistics.StratifiedBootstrap;

/** Methods over all datasets and architectures, see {@link OverallScores}. */
final class OverallTable {
  /** Above this number of methods, the table of all pairs is omitted. */
  private static final int MAX_PAIRS_OF = 12;

  private final Rows rows;
  private final OverallScores overall;

  private OverallTable(Rows rows) {
    this.rows = rows;
    this.overall = new OverallScores(rows);
  }

  /** The tables of a run; none if there is nothing to combine. */
  static List<Table> of(Rows rows) {
    OverallTable tables = new OverallTable(rows);
    if (!tables.overall.isDefined()) {
      return List.of();
    }
    List<Table> all = new ArrayList<>(List.of(tables.methods()));
    if (tables.overall.methods().size() <= MAX_PAIRS_OF) {
      all.add(tables.pairs());
    }
    return all;
  }

  private Table methods() {
    Optional<Method> reference = overall.reference();
    Optional<CriticalDifference> ranks = overall.criticalDifference();
    ColumnList<Method> columns =
        new ColumnList<Method>()
            .text("method", "Method", Method::name)
            .number("runs", "Cells", m -> Entry.number(Integer.toString(m.runs()), m.runs()))
            .number("iqm", "IQM %", m -> number(m.scores().interquartileMean()))
            .text("iqm-interval", "95 % interval", m -> interval(m.scores()))
            .numberIf(
                reference.isPresent(),
                "improvement",
                "P(better)",
                m -> improvement(m, reference.orElseThrow()))
            .numberIf(
                ranks.isPresent(),
                "rank",
                "Mean rank",
                m -> number(ranks.orElseThrow().ranks()[overall.methods().indexOf(m)]));
    List<Row> lines =
        overall.methods().stream()
            .sorted(Comparator.comparingDouble(m -> -m.scores().interquartileMean()))
            .map(m -> new Row(columns.entries(m), Set.of(), m.ids()))
            .toList();
    return new Table(
        "overall",
        "Methods over all datasets and architectures",
        columns.columns(),
        lines,
        captions(ranks),
        List.of(),
        new CommonNotes(Set.of(), rows.training().stream().toList()));
  }

  private static Entry number(double value) {
    return Entry.number(NumberFormats.decimals(value), value);
  }

  private static String interval(RunScores scores) {
    if (!StratifiedBootstrap.isDefined(scores)) {
      return "";
    }
    StratifiedBootstrap.Interval interval =
        StratifiedBootstrap.of(scores, RunScores::interquartileMean);
    return NumberFormats.decimals(interval.low())
        + " to "
        + NumberFormats.decimals(interval.high());
  }

  private static Entry improvement(Method method, Method other) {
    if (method.equals(other)) {
      return Entry.text("");
    }
    double p = method.scores().probabilityOfImprovement(other.scores());
    if (!StratifiedBootstrap.isDefined(method.scores())
        || !StratifiedBootstrap.isDefined(other.scores())) {
      return number(p);
    }
    StratifiedBootstrap.Interval interval =
        StratifiedBootstrap.ofImprovement(method.scores(), other.scores());
    return Entry.number(
        String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", p, interval.low(), interval.high()), p);
  }

  private List<Text> captions(Optional<CriticalDifference> ranks) {
    List<Text> captions = new ArrayList<>();
    captions.add(
        Text.of(
            "IQM: interquartile mean of the primary metrics of all tasks relative to single-task"
                + " learning (100 is as good, higher is better), over "
                + count(overall.blocks(), "combination")
                + " of dataset and architecture with "
                + count(overall.strata(), "task")
                + "; 95 % interval: stratified bootstrap over seeds, missing if a row has a single"
                + " seed. P(better): probability that a seed exceeds one of single-task learning"
                + " on the same task; the single-task reference is treated as exact in IQM."));
    ranks.ifPresent(known -> captions.add(Text.of(ranked(known))));
    if (!overall.incomplete().isEmpty()) {
      captions.add(
          Text.of(
              "Not shown, since a result is missing in some combination: "
                  + overall.incomplete().stream().sorted().collect(Collectors.joining(", "))
                  + "."));
    }
    captions.addAll(rows.equalTraining().captions());
    return captions;
  }

  private static String count(int n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }

  private String ranked(CriticalDifference ranks) {
    String groups =
        ranks.groups().stream()
            .map(
                group ->
                    group.stream()
                        .map(method -> overall.methods().get(method).name())
                        .collect(Collectors.joining(", ")))
            .collect(Collectors.joining("; "));
    return String.format(
        Locale.ROOT,
        "Mean rank by the headline of %d combinations of dataset and architecture. Friedman's test"
            + " that all methods are equal: p = %s. Nemenyi's critical difference at the 5 %% level:"
            + " %.2f%s. The test assumes that combinations are independent.",
        ranks.blocks(),
        NumberFormats.probability(ranks.p()),
        ranks.difference(),
        groups.isEmpty() ? "" : "; not significantly different: " + groups);
  }

  private Table pairs() {
    ColumnList<Method> columns = new ColumnList<Method>().text("method", "A", Method::name);
    List<Method> methods = overall.methods();
    for (int i = 0; i < methods.size(); i++) {
      Method other = methods.get(i);
      columns.number("over-" + (i + 1), other.name(), method -> probability(method, other));
    }
    return new Table(
        "improvement",
        "Probability of improvement",
        columns.columns(),
        methods.stream()
            .map(method -> new Row(columns.entries(method), Set.of(), method.ids()))
            .toList(),
        List.of(
            Text.of(
                "Probability that a seed of A (row) exceeds a seed of the method of the column on"
                    + " the same task, a tie counting half; mean over all tasks. 0.5 is no"
                    + " difference.")),
        List.of(),
        new CommonNotes(Set.of(), rows.training().stream().toList()));
  }

  private static Entry probability(Method method, Method other) {
    return method.equals(other)
        ? Entry.text("")
        : number(method.scores().probabilityOfImprovement(other.scores()));
  }
}
