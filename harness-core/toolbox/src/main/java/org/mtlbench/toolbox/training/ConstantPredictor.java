package org.mtlbench.toolbox.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.dataset.Task;

/**
 * The predictor that gives every example the same answer, fitted on the training targets: what a
 * model has to beat.
 */
public final class ConstantPredictor {
  private ConstantPredictor() {}

  /**
   * Its score on a split.
   *
   * @return one value per task, by the task's own metric
   */
  public static double[] scores(Dataset dataset, List<Task> tasks, SplitName name) {
    Split training = dataset.split(SplitName.TRAIN);
    Split split = dataset.split(name);
    double[] scores = new double[tasks.size()];
    for (int t = 0; t < scores.length; t++) {
      try (NDScope scope = new NDScope()) {
        Task task = tasks.get(t);
        NDArray answer = task.metric().constant(training.targets().get(t), task.outputs());
        NDArray answers = answer.broadcast(new Shape(split.size(), task.outputs()));
        scores[t] = task.metric().sum(answers, split.targets().get(t)) / split.size();
      }
    }
    return scores;
  }
}
