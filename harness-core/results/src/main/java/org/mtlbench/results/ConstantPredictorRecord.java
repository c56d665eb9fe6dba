package org.mtlbench.results;

import java.util.Objects;

/**
 * What a predictor scores that gives every example the same answer: the most frequent class of the
 * training targets, or their mean for a regression. A model that is no better has learnt nothing.
 *
 * @param validation score per task on the validation split by the task's own metric, in task order
 * @param test the same on the test split
 * @param validationExamples size of the validation split, at least 1
 * @param testExamples size of the test split, at least 1
 */
public record ConstantPredictorRecord(
    TaskValues validation, TaskValues test, int validationExamples, int testExamples) {
  /** Checks presence and the ranges. */
  public ConstantPredictorRecord {
    Objects.requireNonNull(validation, "constant-predictor.validation");
    Objects.requireNonNull(test, "constant-predictor.test");
    Check.atLeast("constant-predictor.validation-examples", 1, validationExamples);
    Check.atLeast("constant-predictor.test-examples", 1, testExamples);
  }
}
