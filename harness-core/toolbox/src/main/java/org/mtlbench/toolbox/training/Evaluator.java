package org.mtlbench.toolbox.training;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.stream.IntStream;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.architecture.Pass;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.dataset.Task;
import org.mtlbench.api.method.Evaluation;
import org.mtlbench.api.method.Session;

/** Measures a model on a split. */
public final class Evaluator {
  /**
   * Large enough to fill the device, small enough for a core's cache; results do not depend on it.
   */
  private static final int BATCH = 250;

  private Evaluator() {}

  /**
   * Metrics and losses of every task on validation.
   *
   * @throws org.mtlbench.api.method.StoppedException between batches, if the run was asked to stop
   */
  public static Evaluation validate(Model model, Session session) {
    return validate(model, session, IntStream.range(0, session.tasks().size()).toArray());
  }

  /**
   * Metrics and losses of some tasks on validation.
   *
   * @param model gives the outputs of these tasks, in this order
   * @param which indices of the tasks to measure
   * @throws org.mtlbench.api.method.StoppedException between batches, if the run was asked to stop
   */
  public static Evaluation validate(Model model, Session session, int[] which) {
    return evaluate(
        model,
        session.dataset(),
        session.tasks(),
        which,
        SplitName.VALIDATION,
        session::checkStopped);
  }

  /**
   * Metrics and losses of every task.
   *
   * @param beforeBatch called before each batch; may throw to stop
   */
  public static Evaluation evaluate(
      Model model, Dataset dataset, List<Task> tasks, SplitName split, Runnable beforeBatch) {
    int[] all = IntStream.range(0, tasks.size()).toArray();
    return evaluate(model, dataset, tasks, all, split, beforeBatch);
  }

  private static Evaluation evaluate(
      Model model,
      Dataset dataset,
      List<Task> tasks,
      int[] which,
      SplitName split,
      Runnable beforeBatch) {
    double[] metrics = new double[which.length];
    double[] losses = new double[which.length];
    BatchLoop.evaluate(
        dataset,
        split,
        BATCH,
        beforeBatch,
        batch -> {
          List<NDArray> outputs = model.predict(batch.input(), Pass.EVALUATION);
          for (int i = 0; i < which.length; i++) {
            Task task = tasks.get(which[i]);
            NDArray target = batch.targets().get(which[i]);
            metrics[i] += task.metric().sum(outputs.get(i), target);
            losses[i] += task.loss().of(outputs.get(i), target).getFloat() * batch.size();
          }
        });
    int examples = dataset.split(split).size();
    for (int i = 0; i < which.length; i++) {
      metrics[i] /= examples;
      losses[i] /= examples;
    }
    return new Evaluation(metrics, losses);
  }
}
