package org.mtlbench.toolbox.training;

import ai.djl.ndarray.NDScope;
import java.util.List;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.DivergedException;
import org.mtlbench.api.phase.Evaluation;
import org.mtlbench.api.task.Task;
import org.mtlbench.toolbox.gradient.GradientMode;

/**
 * Ends a training that has diverged. A loss that is not finite shows in the step that computes it;
 * a parameter need not: the last step of an epoch may have spoilt it, or it is hidden behind a unit
 * that is never active.
 */
public final class Finite {
  private Finite() {}

  /**
   * To be called after the last step of an epoch; one pass over the parameters.
   *
   * @param epoch from 1
   * @param step the last one of the epoch, from 0
   * @throws DivergedException naming the first parameter that holds a number that is not finite
   */
  public static void check(List<Parameter> parameters, int epoch, int step) {
    try (GradientMode off = GradientMode.off();
        NDScope scope = new NDScope()) {
      for (Parameter parameter : parameters) {
        // the largest magnitude: infinite or not a number if any entry is
        float largest = parameter.value().abs().max().getFloat();
        if (!Float.isFinite(largest)) {
          throw new DivergedException("the parameter " + parameter.name(), largest, epoch, step);
        }
      }
    }
  }

  /**
   * To be called with the evaluation that follows an epoch.
   *
   * @param tasks those evaluated
   * @throws DivergedException naming the first task whose loss on validation is not finite
   */
  public static void check(Evaluation validation, List<Task> tasks, int epoch, int step) {
    for (int t = 0; t < tasks.size(); t++) {
      double loss = validation.losses()[t];
      if (!Double.isFinite(loss)) {
        String what = "the validation loss of task " + tasks.get(t).name();
        throw new DivergedException(what, loss, epoch, step);
      }
    }
  }
}
