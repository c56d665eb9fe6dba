package org.mtlbench.toolbox.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.phase.Evaluation;
import org.mtlbench.api.task.Accumulator;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.api.task.Task;

/** Measures a model on a split. */
public final class Evaluator {
  /** Examples per batch on a CPU: small enough for a core's cache. Results do not depend on it. */
  private static final int BATCH = 250;

  /** Examples per batch on a GPU: large enough to fill the device. */
  private static final int GPU_BATCH = 2000;

  private Evaluator() {}

  /**
   * Metrics and losses of all tasks on validation.
   *
   * @throws org.mtlbench.api.method.StoppedException between batches, if a stop was requested
   */
  public static Evaluation validate(Model model, Session session) {
    return validate(model, session, IntStream.range(0, session.tasks().size()).toArray());
  }

  /**
   * Metrics and losses of some tasks on validation.
   *
   * @param model model with outputs for these tasks, in this order
   * @param which indices of the tasks
   * @throws org.mtlbench.api.method.StoppedException between batches, if a stop was requested
   */
  public static Evaluation validate(Model model, Session session, int[] which) {
    return evaluate(
        model,
        session.dataset(),
        session.tasks(),
        which,
        SplitName.VALIDATION,
        session.manager(),
        session::checkStopped);
  }

  /**
   * Metrics and losses of all tasks.
   *
   * @param manager owner of the tensors, determines the device
   * @param beforeBatch called before each batch; may throw to stop
   */
  public static Evaluation evaluate(
      Model model,
      Dataset dataset,
      List<Task> tasks,
      SplitName split,
      NDManager manager,
      Runnable beforeBatch) {
    int[] all = IntStream.range(0, tasks.size()).toArray();
    return evaluate(model, dataset, tasks, all, split, manager, beforeBatch);
  }

  /**
   * Metrics and losses of some tasks.
   *
   * @param model model with outputs for these tasks, in this order
   * @param tasks all tasks of the dataset
   * @param which indices of the tasks
   * @param manager owner of the tensors, determines the device
   * @param beforeBatch called before each batch; may throw to stop
   */
  public static Evaluation evaluate(
      Model model,
      Dataset dataset,
      List<Task> tasks,
      int[] which,
      SplitName split,
      NDManager manager,
      Runnable beforeBatch) {
    List<TaskScores> scores =
        Arrays.stream(which).mapToObj(task -> new TaskScores(tasks.get(task))).toList();
    List<Integer> chosen = Arrays.stream(which).boxed().toList();
    BatchLoop.evaluate(
        dataset,
        split,
        manager.getDevice().isGpu() ? GPU_BATCH : BATCH,
        manager,
        beforeBatch,
        batch -> {
          Batch own = batch.onlyTasks(chosen);
          List<NDArray> outputs = model.predict(own.inputs(), ForwardMode.EVALUATION);
          for (int i = 0; i < scores.size(); i++) {
            scores.get(i).add(outputs.get(i), own.targets().get(i));
          }
        });
    return new Evaluation(
        scores.stream().map(TaskScores::metrics).toArray(double[][]::new),
        scores.stream().mapToDouble(TaskScores::loss).toArray());
  }

  /** The metrics and the loss of one task, collected over batches. */
  private static final class TaskScores {
    private final Task task;
    private final List<Accumulator> accumulators;
    private double lossSum;
    private double labels;

    TaskScores(Task task) {
      this.task = task;
      accumulators = task.metrics().stream().map(metric -> metric.start(task.target())).toList();
    }

    void add(NDArray output, Labelled target) {
      accumulators.forEach(accumulator -> accumulator.add(output, target));
      double count = target.count();
      lossSum += task.loss().of(output, target).getFloat() * count;
      labels += count;
    }

    double[] metrics() {
      return accumulators.stream().mapToDouble(Accumulator::value).toArray();
    }

    /** The mean over the labels; 0 if there are none, as in the loss itself. */
    double loss() {
      return labels == 0 ? 0 : lossSum / labels;
    }
  }
}
