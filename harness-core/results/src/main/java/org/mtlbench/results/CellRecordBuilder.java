package org.mtlbench.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mtlbench.results.check.Check;
import org.mtlbench.results.run.PlannedCell;
import org.mtlbench.results.score.ConstantPredictorRecord;
import org.mtlbench.results.score.SelectionDiagnosticRecord;
import org.mtlbench.results.score.SplitRecord;

/**
 * Builder of a cell's record. Execution, flags and provenance are required, and for a finished cell
 * also the test split. Elapsed time is computed from phases and trials unless given. {@link #done}
 * and {@link #ended} build a record from the current state; the builder can be used further.
 */
public final class CellRecordBuilder {
  private final PlannedCell cell;
  private final List<PhaseRecord> phases = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private Optional<SearchRecord> search = Optional.empty();
  private Optional<SparsityRecord> sparsity = Optional.empty();
  private Map<String, Double> measures = Map.of();
  private Optional<ParametersRecord> parameters = Optional.empty();
  private Optional<SplitRecord> validation = Optional.empty();
  private Optional<SplitRecord> test = Optional.empty();
  private Optional<Integer> testEpochs = Optional.empty();
  private Optional<SelectionDiagnosticRecord> selectionDiagnostic = Optional.empty();
  private Optional<ConstantPredictorRecord> constantPredictor = Optional.empty();
  private Optional<SecondsRecord> seconds = Optional.empty();
  private Optional<ExecutionRecord> execution = Optional.empty();
  private Optional<FlagsRecord> flags = Optional.empty();
  private Optional<ProvenanceRecord> provenance = Optional.empty();

  CellRecordBuilder(PlannedCell cell) {
    this.cell = Objects.requireNonNull(cell, "cell");
  }

  /** Adds a finished phase. */
  public CellRecordBuilder phase(PhaseRecord value) {
    phases.add(Objects.requireNonNull(value, "phase"));
    return this;
  }

  /** How the cell was tuned. */
  public CellRecordBuilder search(SearchRecord value) {
    search = Optional.of(value);
    return this;
  }

  /** Adds a note, unless the same note was added before. */
  public CellRecordBuilder note(String value) {
    if (!notes.contains(Check.text("note", value))) {
      notes.add(value);
    }
    return this;
  }

  /** SR, CR and PS of the final model. */
  public CellRecordBuilder sparsity(SparsityRecord value) {
    sparsity = Optional.of(value);
    return this;
  }

  /** Further numbers of the final model reported by the method. */
  public CellRecordBuilder measures(Map<String, Double> values) {
    measures = values;
    return this;
  }

  /** Size of the final model. */
  public CellRecordBuilder parameters(ParametersRecord value) {
    parameters = Optional.of(value);
    return this;
  }

  /** Scores of the final model on the validation split. */
  public CellRecordBuilder validation(SplitRecord value) {
    validation = Optional.of(value);
    return this;
  }

  /** Scores on the test split, of the final model unless {@link #testEpochs} is called. */
  public CellRecordBuilder test(SplitRecord value) {
    test = Optional.of(value);
    return this;
  }

  /** The number of last epochs over which the test scores are means. */
  public CellRecordBuilder testEpochs(int value) {
    testEpochs = Optional.of(value);
    return this;
  }

  /** What other rules of selecting an epoch would have reported. */
  public CellRecordBuilder selectionDiagnostic(SelectionDiagnosticRecord value) {
    selectionDiagnostic = Optional.of(value);
    return this;
  }

  /** Scores of the constant predictor. */
  public CellRecordBuilder constantPredictor(ConstantPredictorRecord value) {
    constantPredictor = Optional.of(value);
    return this;
  }

  /** Elapsed time, if it is more than the sum of the phases. */
  public CellRecordBuilder seconds(SecondsRecord value) {
    seconds = Optional.of(value);
    return this;
  }

  /** Slots, threads, device, memory. */
  public CellRecordBuilder execution(ExecutionRecord value) {
    execution = Optional.of(value);
    return this;
  }

  /** Properties that prevent a comparison with published results. */
  public CellRecordBuilder flags(FlagsRecord value) {
    flags = Optional.of(value);
    return this;
  }

  /** Origin of the result. */
  public CellRecordBuilder provenance(ProvenanceRecord value) {
    provenance = Optional.of(value);
    return this;
  }

  /**
   * Builds the record of a finished cell.
   *
   * @throws IllegalStateException if execution, flags or provenance is missing
   * @throws IllegalArgumentException if the test split is missing
   */
  public CellRecord done() {
    return build(CellStatus.DONE, Optional.empty());
  }

  /**
   * Builds the record of a cell that is not done.
   *
   * @param status any status but {@link CellStatus#DONE}
   * @param reason one sentence
   * @throws IllegalStateException if execution, flags or provenance is missing
   * @throws IllegalArgumentException if the status is {@link CellStatus#DONE}
   */
  public CellRecord ended(CellStatus status, String reason) {
    return build(status, Optional.of(reason));
  }

  private CellRecord build(CellStatus status, Optional<String> reason) {
    Optional<SecondsRecord> elapsed =
        seconds.isPresent() || (phases.isEmpty() && search.isEmpty())
            ? seconds
            : Optional.of(
                SecondsRecord.of(phases)
                    .plusSearch(search.map(SearchRecord::wallSeconds).orElse(0.0)));
    return new CellRecord(
        CellRecord.SCHEMA,
        cell,
        phases,
        search,
        new CellEnding(status, reason, Optional.empty()),
        new ModelRecord(
            sparsity,
            measures,
            parameters,
            validation,
            test,
            testEpochs,
            selectionDiagnostic,
            constantPredictor),
        elapsed,
        needed("execution", execution),
        notes,
        needed("flags", flags),
        needed("provenance", provenance));
  }

  private <T> T needed(String name, Optional<T> value) {
    return value.orElseThrow(
        () -> new IllegalStateException("cell " + cell.id() + ": " + name + " is missing"));
  }
}
