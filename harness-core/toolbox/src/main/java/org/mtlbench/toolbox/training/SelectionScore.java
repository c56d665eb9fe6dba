package org.mtlbench.toolbox.training;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.phase.Evaluation;
import org.mtlbench.api.task.MetricInfo;
import org.mtlbench.api.task.Task;

/**
 * The score by which the best model is selected. If all tasks have the same primary metric, it is
 * the mean of its values, negated if lower is better. Otherwise it is the mean skill, (value -
 * constant) / (ideal - constant), which is 0 for the constant predictor and 1 for a perfect
 * prediction. Tasks with undefined skill, because the constant predictor is perfect, are ignored.
 */
public final class SelectionScore {
  private SelectionScore() {}

  /** The score of a model of all tasks on validation; NaN if every task is undefined. */
  public static double of(Evaluation validation, Session session) {
    return of(validation, IntStream.range(0, session.tasks().size()).toArray(), session);
  }

  /**
   * The score of a model on validation.
   *
   * @param validation metrics of the evaluated tasks
   * @param which indices of these tasks in the session's, in the order of {@code validation}
   * @return higher is better; NaN if every task is undefined
   */
  public static double of(Evaluation validation, int[] which, Session session) {
    return of(validation.primary(), which, session);
  }

  /**
   * The score of a model on any split.
   *
   * @param primary primary metrics of the evaluated tasks, in their own units; NaN if undefined
   * @param which indices of these tasks in the session's, in the order of {@code primary}
   * @return higher is better; NaN if every task is undefined
   */
  public static double of(double[] primary, int[] which, Session session) {
    List<Task> tasks = IntStream.of(which).mapToObj(session.tasks()::get).toList();
    return of(primary, tasks, i -> session.constantScores()[which[i]]);
  }

  /**
   * The score of a model.
   *
   * @param tasks the evaluated tasks
   * @param constants maps the index of a task in {@code tasks} to the primary metric of the
   *     constant predictor; called only if tasks have different primary metrics
   */
  static double of(double[] values, List<Task> tasks, IntToDoubleFunction constants) {
    long metrics = tasks.stream().map(task -> task.primary().info().id()).distinct().count();
    double sum = 0;
    int defined = 0;
    for (int t = 0; t < values.length; t++) {
      MetricInfo info = tasks.get(t).primary().info();
      double value =
          metrics == 1
              ? info.higherIsBetter() ? values[t] : -values[t]
              : skill(values[t], constants.applyAsDouble(t), info.ideal());
      if (!Double.isNaN(value)) {
        sum += value;
        defined++;
      }
    }
    return sum / defined;
  }

  private static double skill(double value, double constant, double ideal) {
    return ideal == constant ? Double.NaN : (value - constant) / (ideal - constant);
  }
}
