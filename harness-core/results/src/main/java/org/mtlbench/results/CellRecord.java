package org.mtlbench.results;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mtlbench.results.check.Check;
import org.mtlbench.results.run.CellConfig;
import org.mtlbench.results.run.PlannedCell;
import org.mtlbench.results.score.ConstantPredictorRecord;
import org.mtlbench.results.score.SelectionDiagnosticRecord;
import org.mtlbench.results.score.SplitRecord;

/**
 * The result of one cell ({@code cells/<id>.json}), built with {@link #builder}. In JSON the
 * components of the planned cell, its ending and its model are top-level keys.
 *
 * @param schema version of this record's JSON, {@value #SCHEMA}
 * @param planned the planned cell
 * @param phases the finished phases, in order
 * @param search how the cell was tuned; absent if it was not
 * @param ending how the cell ended
 * @param model the final model
 * @param seconds elapsed time; present when done
 * @param execution slots, threads, device, memory
 * @param notes remarks for readers of the result, one sentence each
 * @param flags properties that prevent a comparison with published results
 * @param provenance origin of the result
 */
public record CellRecord(
    int schema,
    @JsonUnwrapped PlannedCell planned,
    List<PhaseRecord> phases,
    Optional<SearchRecord> search,
    @JsonUnwrapped CellEnding ending,
    @JsonUnwrapped ModelRecord model,
    Optional<SecondsRecord> seconds,
    ExecutionRecord execution,
    List<String> notes,
    FlagsRecord flags,
    ProvenanceRecord provenance) {
  /** The version. */
  public static final int SCHEMA = 2;

  /** Checks for null, and that ending and contents agree. */
  public CellRecord {
    Check.schema(schema, SCHEMA);
    Objects.requireNonNull(planned, "planned");
    phases = List.copyOf(phases);
    Objects.requireNonNull(search, "search");
    Objects.requireNonNull(ending, "ending");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(seconds, "seconds");
    Objects.requireNonNull(execution, "execution");
    notes = List.copyOf(notes);
    Objects.requireNonNull(flags, "flags");
    Objects.requireNonNull(provenance, "provenance");
    if (ending.status() == CellStatus.DONE) {
      if (model.test().isEmpty() || seconds.isEmpty()) {
        throw Check.rejected("status", "done without test or seconds", "done with both");
      }
      if (search.filter(s -> s.chosen().isEmpty()).isPresent()) {
        throw Check.rejected("status", "done without a chosen trial", "done with one");
      }
    }
  }

  /** A builder for the record of a planned cell. */
  public static CellRecordBuilder builder(PlannedCell cell) {
    return new CellRecordBuilder(cell);
  }

  /**
   * A copy with the failure of the worker.
   *
   * @throws IllegalArgumentException if the cell is done
   */
  public CellRecord failing(FailureRecord known) {
    return new CellRecord(
        schema,
        planned,
        phases,
        search,
        new CellEnding(ending.status(), ending.reason(), Optional.of(known)),
        model,
        seconds,
        execution,
        notes,
        flags,
        provenance);
  }

  /** A copy with other test scores, for example those of another rule of selecting an epoch. */
  public CellRecord testedAs(SplitRecord test) {
    return new CellRecord(
        schema,
        planned,
        phases,
        search,
        ending,
        new ModelRecord(
            model.sparsity(),
            model.measures(),
            model.parameters(),
            model.validation(),
            Optional.of(test),
            model.testEpochs(),
            model.selectionDiagnostic(),
            model.constantPredictor()),
        seconds,
        execution,
        notes,
        flags,
        provenance);
  }

  /** Whether it has a result. */
  public boolean hasResult() {
    return status() == CellStatus.DONE;
  }

  /** The cell's id, as planned. */
  public String id() {
    return planned.id();
  }

  /** The method's name in tables. */
  public String label() {
    return planned.label();
  }

  /** The matrix's note for the row; absent if there is none. */
  public Optional<String> note() {
    return planned.note();
  }

  /** The dataset's id. */
  public String dataset() {
    return planned.dataset();
  }

  /** The architecture's id. */
  public String architecture() {
    return planned.architecture();
  }

  /** The method's id. */
  public String method() {
    return planned.method();
  }

  /** The run seed. */
  public long seed() {
    return planned.seed();
  }

  /** Effective configurations. */
  public CellConfig config() {
    return planned.config();
  }

  /** How the cell ended. */
  public CellStatus status() {
    return ending.status();
  }

  /** Why it is not done; absent if and only if it is done. */
  public Optional<String> reason() {
    return ending.reason();
  }

  /**
   * Failure of the worker; absent if the cell is done or diverged, and in records of earlier
   * versions.
   */
  public Optional<FailureRecord> failure() {
    return ending.failure();
  }

  /** SR, CR, PS of the final model. */
  public Optional<SparsityRecord> sparsity() {
    return model.sparsity();
  }

  /** Further numbers of the final model reported by the method, by name. */
  public Map<String, Double> measures() {
    return model.measures();
  }

  /** Size of the final model. */
  public Optional<ParametersRecord> parameters() {
    return model.parameters();
  }

  /** Scores of the final model on the validation split. */
  public Optional<SplitRecord> validation() {
    return model.validation();
  }

  /** Scores on the test split; present when done. */
  public Optional<SplitRecord> test() {
    return model.test();
  }

  /**
   * The number of last epochs over which the test scores are means; absent for the scores of the
   * final model.
   */
  public Optional<Integer> testEpochs() {
    return model.testEpochs();
  }

  /** What other rules of selecting an epoch would have reported; absent unless asked for. */
  public Optional<SelectionDiagnosticRecord> selectionDiagnostic() {
    return model.selectionDiagnostic();
  }

  /** Scores of the constant predictor; absent in records of earlier versions. */
  public Optional<ConstantPredictorRecord> constantPredictor() {
    return model.constantPredictor();
  }
}
