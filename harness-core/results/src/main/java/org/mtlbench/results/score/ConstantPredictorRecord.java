package org.mtlbench.results.score;

import java.util.Objects;
import org.mtlbench.results.check.Check;

/**
 * What a predictor scores that gives every example the same answer, fitted on the training targets:
 * the most frequent class, or the mean for a regression. A model that is no better has learnt
 * nothing.
 *
 * @param validation every metric of every task on the validation split
 * @param test the same on the test split
 * @param validationExamples size of the validation split, at least 1
 * @param testExamples size of the test split, at least 1
 */
public record ConstantPredictorRecord(
    Scores validation, Scores test, int validationExamples, int testExamples) {
  /** Checks presence and the ranges. */
  public ConstantPredictorRecord {
    Objects.requireNonNull(validation, "constant-predictor.validation");
    Objects.requireNonNull(test, "constant-predictor.test");
    Check.atLeast("constant-predictor.validation-examples", 1, validationExamples);
    Check.atLeast("constant-predictor.test-examples", 1, testExamples);
  }
}
