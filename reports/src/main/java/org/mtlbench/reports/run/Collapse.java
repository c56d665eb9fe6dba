package org.mtlbench.reports.run;

import java.util.ArrayList;
import java.util.List;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.ConstantPredictorRecord;
import org.mtlbench.results.TaskValues;

/**
 * A task on which a cell's final model is not two standard errors better than the constant
 * predictor.
 *
 * @param task its name
 * @param accuracy of the model on the test split, in percent
 * @param constant accuracy of the constant predictor there, in percent
 */
public record Collapse(String task, double accuracy, double constant) {
  private static final double PERCENT = 100;
  private static final double STANDARD_ERRORS = 2;

  /**
   * The tasks of a cell that collapsed: those whose test accuracy is at most {@code p + 2 sqrt(p (1
   * - p) / n)}, where p is the constant predictor's accuracy on the n test examples, and the root
   * the standard error of a share of n independent examples. With p = 1 no model can be above it,
   * so the task always counts as collapsed. None where a record does not know the constant
   * predictor.
   */
  public static List<Collapse> of(CellRecord cell) {
    List<Collapse> collapses = new ArrayList<>();
    if (cell.test().isPresent() && cell.constantPredictor().isPresent()) {
      TaskValues accuracies = cell.test().get().accuracy().tasks();
      ConstantPredictorRecord constant = cell.constantPredictor().get();
      accuracies
          .byTask()
          .forEach(
              (task, accuracy) -> {
                Double p = constant.test().byTask().get(task);
                if (p != null && accuracy <= limit(p, constant.testExamples())) {
                  collapses.add(new Collapse(task, PERCENT * accuracy, PERCENT * p));
                }
              });
    }
    return collapses;
  }

  private static double limit(double p, int examples) {
    return p + STANDARD_ERRORS * Math.sqrt(p * (1 - p) / examples);
  }
}
