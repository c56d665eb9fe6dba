package org.mtlbench.results;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mtlbench.results.check.Check;
import org.mtlbench.results.score.ConstantPredictorRecord;
import org.mtlbench.results.score.SelectionDiagnosticRecord;
import org.mtlbench.results.score.SplitRecord;

/**
 * The final model of a cell, as far as it was measured.
 *
 * @param sparsity SR, CR and PS
 * @param measures further numbers reported by the method, by name, finite
 * @param parameters size of the model
 * @param validation scores on the validation split
 * @param test scores on the test split; means over the last epochs if {@code testEpochs} is present
 * @param testEpochs number of last epochs whose mean test scores are reported; absent for the
 *     scores of the final model
 * @param selectionDiagnostic what other rules of selecting an epoch would have reported; absent
 *     unless the matrix asks for it
 * @param constantPredictor scores of the constant predictor; absent in records of earlier versions
 */
public record ModelRecord(
    Optional<SparsityRecord> sparsity,
    Map<String, Double> measures,
    Optional<ParametersRecord> parameters,
    Optional<SplitRecord> validation,
    Optional<SplitRecord> test,
    Optional<Integer> testEpochs,
    Optional<SelectionDiagnosticRecord> selectionDiagnostic,
    Optional<ConstantPredictorRecord> constantPredictor) {
  /** Checks for null, and that measures are finite. */
  public ModelRecord {
    Objects.requireNonNull(sparsity, "sparsity");
    measures = Check.ordered(measures);
    measures.forEach(Check::finite);
    Objects.requireNonNull(parameters, "parameters");
    Objects.requireNonNull(validation, "validation");
    Objects.requireNonNull(test, "test");
    Objects.requireNonNull(testEpochs, "test-epochs");
    if (testEpochs.filter(count -> count < 1).isPresent()) {
      throw Check.rejected("test-epochs", testEpochs.get(), "at least 1");
    }
    Objects.requireNonNull(selectionDiagnostic, "selection-diagnostic");
    Objects.requireNonNull(constantPredictor, "constant-predictor");
  }
}
