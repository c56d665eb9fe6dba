package org.mtlbench.toolbox.training;

import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;
import java.util.List;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.DivergedException;
import org.mtlbench.api.phase.Evaluation;
import org.mtlbench.api.task.Task;
import org.mtlbench.toolbox.gradient.GradientMode;

/**
 * Detects divergence after an epoch. {@link MeanLosses} checks the losses of its steps, but
 * parameters need a separate check: the last step of an epoch may have produced NaN, or a unit that
 * is never active may hide it.
 */
public final class DivergenceCheck {
  private DivergenceCheck() {}

  /**
   * Checks parameters; must be called after the last step of an epoch.
   *
   * @param epoch counted from 1
   * @param step index of the last step of the epoch, from 0
   * @throws DivergedException naming the first parameter with a NaN or infinite entry
   */
  public static void check(List<Parameter> parameters, int epoch, int step) {
    try (GradientMode off = GradientMode.off();
        NDScope scope = new NDScope()) {
      // The largest magnitude is infinite or NaN if any entry is.
      NDList magnitudes = new NDList();
      parameters.forEach(parameter -> magnitudes.add(parameter.value().abs().max()));
      float[] largest = NDArrays.stack(magnitudes).toFloatArray();
      for (int i = 0; i < largest.length; i++) {
        if (!Float.isFinite(largest[i])) {
          throw new DivergedException(
              "the parameter " + parameters.get(i).name(), largest[i], epoch, step);
        }
      }
    }
  }

  /**
   * Checks the evaluation after an epoch.
   *
   * @param tasks the evaluated tasks
   * @throws DivergedException naming the first task whose validation loss is NaN or infinite
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
