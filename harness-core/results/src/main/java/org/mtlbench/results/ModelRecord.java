package org.mtlbench.results;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mtlbench.results.check.Check;
import org.mtlbench.results.score.ConstantPredictorRecord;
import org.mtlbench.results.score.SplitRecord;

/**
 * The final model of a cell, as far as it was measured.
 *
 * @param sparsity its SR, CR and PS
 * @param measures further numbers that its method reported, by name, finite
 * @param parameters its size
 * @param validation its scores on the validation split
 * @param test its scores on the test split
 * @param constantPredictor what a constant answer scores; absent in early records
 */
public record ModelRecord(
    Optional<SparsityRecord> sparsity,
    Map<String, Double> measures,
    Optional<ParametersRecord> parameters,
    Optional<SplitRecord> validation,
    Optional<SplitRecord> test,
    Optional<ConstantPredictorRecord> constantPredictor) {
  /** Checks presence, and that measures are finite. */
  public ModelRecord {
    Objects.requireNonNull(sparsity, "sparsity");
    measures = Check.ordered(measures);
    measures.forEach(Check::finite);
    Objects.requireNonNull(parameters, "parameters");
    Objects.requireNonNull(validation, "validation");
    Objects.requireNonNull(test, "test");
    Objects.requireNonNull(constantPredictor, "constant-predictor");
  }
}
