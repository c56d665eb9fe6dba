package org.mtlbench.toolbox.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.function.Consumer;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.task.Accumulator;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.api.task.Target;
import org.mtlbench.api.task.Task;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.loss.Masks;

/**
 * The predictor that gives every example the same answer, fitted on the training targets; a
 * baseline for every model. It predicts the most frequent class (the first of several), the
 * log-odds of each label's frequency, or the mean. Missing labels are ignored.
 */
public final class ConstantPredictor {
  private static final int BATCH = 250;
  private static final double MIN_FREQUENCY = 1e-6;

  private final List<Task> tasks;
  private final List<float[]> answers;

  private ConstantPredictor(List<Task> tasks, List<float[]> answers) {
    this.tasks = tasks;
    this.answers = answers;
  }

  /**
   * Fits the predictor.
   *
   * @param manager owner of the tensors, determines the device
   */
  public static ConstantPredictor fit(Dataset dataset, List<Task> tasks, NDManager manager) {
    List<Frequencies> found = tasks.stream().map(task -> new Frequencies(task.target())).toList();
    forEachBatch(
        dataset,
        SplitName.TRAIN,
        manager,
        batch -> {
          for (int t = 0; t < found.size(); t++) {
            found.get(t).add(batch.targets().get(t));
          }
        });
    return new ConstantPredictor(
        List.copyOf(tasks), found.stream().map(Frequencies::answer).toList());
  }

  /** The raw output for a task, one number per output. */
  public float[] answer(int task) {
    return answers.get(task).clone();
  }

  /**
   * All metrics on a split.
   *
   * @param manager owner of the tensors, determines the device
   * @return the values of the metrics of each task
   */
  public double[][] scores(Dataset dataset, SplitName name, NDManager manager) {
    List<List<Accumulator>> accumulators =
        tasks.stream()
            .map(task -> task.metrics().stream().map(m -> m.start(task.target())).toList())
            .toList();
    forEachBatch(
        dataset,
        name,
        manager,
        batch -> {
          for (int t = 0; t < tasks.size(); t++) {
            Labelled target = batch.targets().get(t);
            NDArray output = output(t, target, manager);
            accumulators.get(t).forEach(accumulator -> accumulator.add(output, target));
          }
        });
    return accumulators.stream()
        .map(ofTask -> ofTask.stream().mapToDouble(Accumulator::value).toArray())
        .toArray(double[][]::new);
  }

  private NDArray output(int task, Labelled target, NDManager manager) {
    float[] answer = answers.get(task);
    NDArray values = manager.create(answer, new Shape(1, answer.length));
    if (!tasks.get(task).target().dense()) {
      return values.broadcast(new Shape(target.size(), answer.length));
    }
    Shape labels = target.values().getShape();
    int axes = labels.dimension();
    return values
        .reshape(1, answer.length, 1, 1)
        .broadcast(
            new Shape(target.size(), answer.length, labels.get(axes - 2), labels.get(axes - 1)));
  }

  private static void forEachBatch(
      Dataset dataset, SplitName name, NDManager manager, Consumer<Examples> consumer) {
    Split split = dataset.split(name);
    try (GradientMode off = GradientMode.off()) {
      int batchSize = BatchLoop.atOnce(split, BATCH, manager);
      for (int from = 0; from < split.size(); from += batchSize) {
        try (NDScope scope = new NDScope()) {
          consumer.accept(split.range(from, Math.min(from + batchSize, split.size()), manager));
        }
      }
    }
  }

  /** Sums and numbers of labels for each output of a task. */
  private static final class Frequencies {
    private final Target target;
    private final double[] sums;
    private final double[] counts;

    Frequencies(Target target) {
      this.target = target;
      sums = new double[target.outputs()];
      counts = new double[target.outputs()];
    }

    void add(Labelled labels) {
      switch (target.kind()) {
        case CLASSES, CLASS_MAP -> addClasses(labels);
        case LABELS, REAL, REAL_MAP -> addNumbers(labels);
      }
    }

    private void addClasses(Labelled labels) {
      NDArray values = labels.values();
      NDArray known = labels.mask().map(mask -> Masks.fill(values, mask, -1)).orElse(values);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += known.eq(i).toType(DataType.INT64, false).sum().getLong();
      }
    }

    private void addNumbers(Labelled labels) {
      NDArray values = labels.values();
      // Missing labels may be NaN, which multiplication by the mask would keep.
      NDArray known = labels.mask().map(mask -> Masks.fill(values, mask, 0)).orElse(values);
      NDArray present =
          labels
              .mask()
              .map(mask -> Masks.broadcast(mask, values.getShape()))
              .map(mask -> mask.toType(DataType.FLOAT32, false))
              .orElseGet(values::onesLike);
      addTo(sums, rows(known));
      addTo(counts, rows(present));
    }

    /** Reshapes to (M, outputs), where M is the number of examples or pixels. */
    private NDArray rows(NDArray values) {
      return values.getShape().dimension() == 4
          ? values.transpose(0, 2, 3, 1).reshape(-1, target.outputs())
          : values;
    }

    private static void addTo(double[] sums, NDArray columns) {
      float[] found = columns.sum(new int[] {0}).toFloatArray();
      for (int i = 0; i < sums.length; i++) {
        sums[i] += found[i];
      }
    }

    float[] answer() {
      float[] answer = new float[sums.length];
      switch (target.kind()) {
        case CLASSES, CLASS_MAP -> answer[mostFrequent()] = 1;
        case LABELS -> {
          for (int i = 0; i < answer.length; i++) {
            double p = Math.max(MIN_FREQUENCY, Math.min(1 - MIN_FREQUENCY, mean(i)));
            answer[i] = (float) Math.log(p / (1 - p));
          }
        }
        case REAL, REAL_MAP -> {
          for (int i = 0; i < answer.length; i++) {
            answer[i] = (float) mean(i);
          }
        }
      }
      return answer;
    }

    private int mostFrequent() {
      int first = 0;
      for (int i = 1; i < sums.length; i++) {
        if (sums[i] > sums[first]) {
          first = i;
        }
      }
      return first;
    }

    /** The mean label; 0 if there is none. */
    private double mean(int output) {
      return counts[output] == 0 ? 0 : sums[output] / counts[output];
    }
  }
}
