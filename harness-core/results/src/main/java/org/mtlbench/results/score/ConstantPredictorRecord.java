package org.mtlbench.results.score;

import java.util.Objects;
import org.mtlbench.results.check.Check;

/**
 * The scores of the constant predictor, which gives the same answer for every example: the most
 * frequent class of the training targets, or their mean for a regression. A model that is no better
 * has collapsed.
 *
 * @param validation every metric of every task on the validation split
 * @param test every metric of every task on the test split
 * @param validationExamples size of the validation split, at least 1
 * @param testExamples size of the test split, at least 1
 */
public record ConstantPredictorRecord(
    Scores validation, Scores test, int validationExamples, int testExamples) {
  /** Checks for null and the ranges. */
  public ConstantPredictorRecord {
    Objects.requireNonNull(validation, "constant-predictor.validation");
    Objects.requireNonNull(test, "constant-predictor.test");
    Check.atLeast("constant-predictor.validation-examples", 1, validationExamples);
    Check.atLeast("constant-predictor.test-examples", 1, testExamples);
  }
}
