package org.mtlbench.reports.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.Collapse;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.Outcome;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.Measure;
import org.mtlbench.results.ParametersRecord;
import org.mtlbench.results.SearchRecord;
import org.mtlbench.results.SecondsRecord;
import org.mtlbench.results.SparsityRecord;
import org.mtlbench.results.TrialRecord;
import org.mtlbench.results.score.ConstantPredictorRecord;

/**
 * A run's cells as comma-separated values: a header, then a line for each cell, planned cells
 * without a record included. Shares are fractions from 0 to 1, times are seconds, memory is bytes;
 * unknown values are empty. The columns:
 *
 * <ul>
 *   <li>{@code schema}: the version of these columns, {@value #SCHEMA}
 *   <li>{@code id, label, dataset, architecture, method, seed, preference}: what the cell is
 *   <li>{@code status, reason}: {@code done}, {@code failed}, {@code diverged}, {@code timeout} or
 *       {@code missing}, and why
 *   <li>{@code sr, cr, ps, parameter-sr, rows, zero-rows, unique-rows, target-met}: sparsity
 *   <li>{@code parameters, nonzero-parameters}: size
 *   <li>{@code headline, headline-value}: what rows of the dataset are compared by on the test
 *       split, and its value in the units of tables; {@code metrics.csv} has all scores
 *   <li>{@code validation-examples, test-examples, collapsed}: sizes of the splits, and the tasks
 *       that are not better than the constant predictor, joined by semicolons
 *   <li>{@code main-epochs, search-epochs}: epochs of the reported model, and of everything else
 *   <li>{@code test-epochs}: number of last epochs over which test scores are means; empty for the
 *       scores of the selected model
 *   <li>{@code main-seconds, search-seconds, total-seconds, slots, threads, device,
 *       peak-memory-bytes}: effort and under which conditions
 *   <li>{@code trials, trials-done, trial-budget, trial-seconds, chosen-trial, chosen-values,
 *       chosen-score}: how the cell was tuned; trials are counted from 1, values are a JSON object,
 *       the score is the mean metric on validation; the seconds are part of {@code search-seconds}
 *   <li>{@code synthetic-data, unverified-data, budget, notes}: what to mind; notes are joined by
 *       semicolons
 *   <li>{@code provenance-hash, started, finished}: where it comes from
 * </ul>
 */
public final class CsvResults {
  /** The version of the columns. */
  public static final int SCHEMA = 2;

  private record Column(String name, Function<Outcome, Object> value) {}

  private final List<Column> columns = new ArrayList<>();

  private CsvResults(Rows rows) {
    planned("schema", o -> SCHEMA);
    planned("id", o -> o.cell().id());
    planned("label", o -> o.cell().label());
    planned("dataset", o -> o.cell().dataset());
    planned("architecture", o -> o.cell().architecture());
    planned("method", o -> o.cell().method());
    planned("seed", o -> o.cell().seed());
    planned("preference", o -> rows.results().preference(o.cell()));
    planned("status", Outcome::status);
    optional("reason", CellRecord::reason);
    sparsity("sr", SparsityRecord::sr);
    sparsity("cr", SparsityRecord::cr);
    sparsity("ps", SparsityRecord::ps);
    sparsity("parameter-sr", SparsityRecord::parameterSr);
    sparsity("rows", SparsityRecord::rows);
    sparsity("zero-rows", SparsityRecord::zeroRows);
    sparsity("unique-rows", SparsityRecord::uniqueRows);
    optional("target-met", c -> Measure.TARGET_SPARSITY_MET.find(c.measures()).map(met -> met > 0));
    optional("parameters", c -> c.parameters().map(ParametersRecord::total));
    optional("nonzero-parameters", c -> c.parameters().map(ParametersRecord::nonzero));
    optional("headline", c -> headline(rows, c).map(known -> rows.headlineOf(c.dataset()).id()));
    optional("headline-value", c -> headline(rows, c));
    constant("validation-examples", ConstantPredictorRecord::validationExamples);
    constant("test-examples", ConstantPredictorRecord::testExamples);
    recorded("collapsed", c -> collapsed(rows, c));
    optional("main-epochs", c -> Measures.mainEpochs(c).map(Double::intValue));
    optional("search-epochs", c -> Measures.searchEpochs(c).map(Double::intValue));
    optional("test-epochs", CellRecord::testEpochs);
    optional("main-seconds", c -> c.seconds().map(SecondsRecord::main));
    optional("search-seconds", c -> c.seconds().map(SecondsRecord::search));
    optional("total-seconds", c -> c.seconds().map(SecondsRecord::total));
    recorded("slots", c -> c.execution().slots());
    recorded("threads", c -> c.execution().threads());
    recorded("device", c -> c.execution().device());
    optional("peak-memory-bytes", c -> c.execution().peakMemoryBytes());
    optional("trials", c -> c.search().map(s -> s.trials().size()));
    optional("trials-done", c -> c.search().map(CsvResults::done));
    optional("trial-budget", c -> c.search().map(SearchRecord::budget));
    optional("trial-seconds", c -> c.search().map(SearchRecord::wallSeconds));
    chosen("chosen-trial", trial -> Optional.of(trial.number()));
    chosen("chosen-values", trial -> Optional.of(trial.values()));
    chosen("chosen-score", TrialRecord::score);
    recorded("synthetic-data", c -> c.flags().syntheticData());
    recorded("unverified-data", c -> c.flags().unverifiedData());
    recorded("budget", c -> c.flags().budget());
    planned("notes", CsvResults::notes);
    recorded("provenance-hash", c -> c.provenance().hash());
    recorded("started", c -> c.provenance().started());
    recorded("finished", c -> c.provenance().finished());
  }

  /** Renders the whole file. */
  public static String render(Rows rows) {
    return new CsvResults(rows).lines(rows.results());
  }

  private static Optional<Double> headline(Rows rows, CellRecord cell) {
    return rows.headlineOf(cell.dataset()).valueOf(cell);
  }

  private String lines(RunResults results) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(columns.stream().map(Column::name).toList());
    for (Outcome outcome : results.outcomes()) {
      lines.add(columns.stream().map(c -> c.value().apply(outcome).toString()).toList());
    }
    return CsvLines.of(lines);
  }

  private void planned(String name, Function<Outcome, Object> value) {
    columns.add(new Column(name, value));
  }

  private void recorded(String name, Function<CellRecord, Object> value) {
    optional(name, cell -> Optional.of(value.apply(cell)));
  }

  private <T> void optional(String name, Function<CellRecord, Optional<T>> value) {
    columns.add(
        new Column(name, o -> o.record().flatMap(value).map(known -> (Object) known).orElse("")));
  }

  private <T> void sparsity(String name, Function<SparsityRecord, T> value) {
    optional(name, cell -> cell.sparsity().map(value));
  }

  /** The note of the matrix, followed by those of the record. */
  private static String notes(Outcome outcome) {
    return Stream.concat(
            outcome.cell().note().stream(),
            outcome.record().stream().flatMap(c -> c.notes().stream()))
        .collect(Collectors.joining("; "));
  }

  private static long done(SearchRecord search) {
    return search.trials().stream().filter(TrialRecord::done).count();
  }

  private <T> void chosen(String name, Function<TrialRecord, Optional<T>> value) {
    optional(name, cell -> cell.search().flatMap(SearchRecord::chosenTrial).flatMap(value));
  }

  private static String collapsed(Rows rows, CellRecord cell) {
    return Collapse.of(cell, rows.tasks(cell.dataset())).stream()
        .map(collapse -> collapse.score().task())
        .collect(Collectors.joining("; "));
  }

  private <T> void constant(String name, Function<ConstantPredictorRecord, T> value) {
    optional(name, c -> c.constantPredictor().flatMap(p -> Optional.ofNullable(value.apply(p))));
  }
}
