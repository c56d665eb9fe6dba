package org.mtlbench.results;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mtlbench.results.check.Check;
import org.mtlbench.results.run.CellConfig;
import org.mtlbench.results.run.PlannedCell;
import org.mtlbench.results.score.ConstantPredictorRecord;
import org.mtlbench.results.score.SplitRecord;

/**
 * What came out of one cell ({@code cells/<id>.json}). Built with {@link #builder}.
 *
 * <p>Early records do without the keys {@code note}, {@code search}, {@code failure} and {@code
 * constant-predictor}.
 *
 * @param schema version of this record's JSON, {@value #SCHEMA}
 * @param id the cell's id, as planned
 * @param label the method's name in tables
 * @param note a remark of the matrix on the row; absent if there is none
 * @param dataset the dataset's id
 * @param architecture the architecture's id
 * @param method the method's id
 * @param seed the run seed
 * @param config effective configurations
 * @param phases the phases that ended, in order
 * @param search how the cell was tuned; absent if it was not
 * @param status how the cell ended
 * @param reason why it is not done; absent exactly when it is
 * @param failure what happened to its worker; absent if the cell is done or diverged, and in early
 *     records
 * @param sparsity SR, CR, PS of the final model
 * @param measures further numbers of the final model that its method reported, by name, finite
 * @param parameters size of the final model
 * @param validation the final model on the validation split
 * @param test the final model on the test split; present when done
 * @param constantPredictor what a constant answer scores; absent in early records and where the
 *     final model was not measured
 * @param seconds elapsed time; present when done
 * @param execution slots, threads, device, memory
 * @param notes what a reader of the result has to know, one sentence each
 * @param flags what keeps it from being compared with published results
 * @param provenance where it comes from
 */
public record CellRecord(
    int schema,
    String id,
    String label,
    Optional<String> note,
    String dataset,
    String architecture,
    String method,
    long seed,
    CellConfig config,
    List<PhaseRecord> phases,
    Optional<SearchRecord> search,
    CellStatus status,
    Optional<String> reason,
    Optional<FailureRecord> failure,
    Optional<SparsityRecord> sparsity,
    Map<String, Double> measures,
    Optional<ParametersRecord> parameters,
    Optional<SplitRecord> validation,
    Optional<SplitRecord> test,
    Optional<ConstantPredictorRecord> constantPredictor,
    Optional<SecondsRecord> seconds,
    ExecutionRecord execution,
    List<String> notes,
    FlagsRecord flags,
    ProvenanceRecord provenance) {
  /** The version that this program writes; it reads version 1 as well. */
  public static final int SCHEMA = 2;

  /** Checks presence, and that status and contents agree. */
  public CellRecord {
    Check.schema(schema, SCHEMA);
    Check.id("id", id);
    Check.text("label", label);
    Objects.requireNonNull(note, "note").ifPresent(text -> Check.text("note", text));
    Check.text("dataset", dataset);
    Check.text("architecture", architecture);
    Check.text("method", method);
    Objects.requireNonNull(config, "config");
    phases = List.copyOf(phases);
    Objects.requireNonNull(search, "search");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(reason, "reason").ifPresent(text -> Check.text("reason", text));
    Objects.requireNonNull(failure, "failure");
    Objects.requireNonNull(sparsity, "sparsity");
    measures = Check.ordered(measures);
    measures.forEach(Check::finite);
    Objects.requireNonNull(parameters, "parameters");
    Objects.requireNonNull(validation, "validation");
    Objects.requireNonNull(test, "test");
    Objects.requireNonNull(constantPredictor, "constantPredictor");
    Objects.requireNonNull(seconds, "seconds");
    Objects.requireNonNull(execution, "execution");
    notes = List.copyOf(notes);
    Objects.requireNonNull(flags, "flags");
    Objects.requireNonNull(provenance, "provenance");
    if (status == CellStatus.DONE) {
      if (reason.isPresent()) {
        throw Check.rejected("reason", "\"" + reason.get() + "\"", "none, the cell is done");
      }
      if (failure.isPresent()) {
        throw Check.rejected("failure", failure.get().kind().name(), "none, the cell is done");
      }
      if (test.isEmpty() || seconds.isEmpty()) {
        throw Check.rejected("status", "done without test or seconds", "done with both");
      }
      if (search.filter(s -> s.chosen().isEmpty()).isPresent()) {
        throw Check.rejected("status", "done without a chosen trial", "done with one");
      }
    } else if (reason.isEmpty()) {
      throw Check.rejected("reason", "none", "a text, the cell is " + status.word());
    }
  }

  /** A builder for the record of a planned cell. */
  public static CellRecordBuilder builder(PlannedCell cell) {
    return new CellRecordBuilder(cell);
  }

  /**
   * The same record with what is known of its worker's end.
   *
   * @throws IllegalArgumentException if the cell is done
   */
  public CellRecord failing(FailureRecord known) {
    return new CellRecord(
        schema,
        id,
        label,
        note,
        dataset,
        architecture,
        method,
        seed,
        config,
        phases,
        search,
        status,
        reason,
        Optional.of(known),
        sparsity,
        measures,
        parameters,
        validation,
        test,
        constantPredictor,
        seconds,
        execution,
        notes,
        flags,
        provenance);
  }

  /** The cell as it was planned. */
  public PlannedCell planned() {
    return new PlannedCell(id, label, note, dataset, architecture, method, seed, config);
  }

  /** Whether it has a result. */
  public boolean hasResult() {
    return status == CellStatus.DONE;
  }
}
