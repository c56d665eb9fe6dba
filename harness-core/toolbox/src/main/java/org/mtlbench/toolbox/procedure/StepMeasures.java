package org.mtlbench.toolbox.procedure;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.training.StepValues;

/**
 * Sums over the steps of one epoch: task weights, cosine similarities of the task gradients, and
 * the number of steps with conflicting gradients. An epoch that is trained again starts from zero.
 */
final class StepMeasures implements AutoCloseable {
  private final List<String> tasks;
  private final double[][] cosineSums;
  private final int[][] cosineSteps;
  private final StepValues gramians = new StepValues();
  private Optional<NDArray> weightSums = Optional.empty();
  private int weightedSteps;
  private int gradientSteps;
  private int conflictingSteps;

  /**
   * Starts before the first step.
   *
   * @param tasks the names of the K tasks
   */
  StepMeasures(List<String> tasks) {
    this.tasks = List.copyOf(tasks);
    cosineSums = new double[tasks.size()][tasks.size()];
    cosineSteps = new int[tasks.size()][tasks.size()];
  }

  void add(StepResult step) {
    try (GradientMode off = GradientMode.off()) {
      step.taskWeights().ifPresent(this::addWeights);
      step.gramian().ifPresent(gramians::add);
    }
  }

  private void addWeights(NDArray weights) {
    weightedSteps++;
    if (weightSums.isEmpty()) {
      // Not toType with a copy, which returns a tensor of the same type uncopied.
      NDArray sums = weights.toType(DataType.FLOAT64, false).duplicate();
      NDScope.unregister(sums);
      weightSums = Optional.of(sums);
    } else {
      weightSums.get().addi(weights);
    }
  }

  private void addGramian(double[] gramian) {
    gradientSteps++;
    int n = tasks.size();
    boolean conflicting = false;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        double first = Math.sqrt(gramian[i * n + i]);
        double second = Math.sqrt(gramian[j * n + j]);
        // Separate square roots: the product of the squares may underflow.
        double cosine = gramian[i * n + j] / (first * second);
        if (Double.isFinite(cosine)) {
          cosineSums[i][j] += Math.max(-1, Math.min(1, cosine));
          cosineSteps[i][j]++;
          conflicting |= cosine < 0;
        }
      }
    }
    conflictingSteps += conflicting ? 1 : 0;
  }

  /**
   * Means over the steps so far: {@code weight.TASK}; {@code cosine.TASK.TASK} for each pair, over
   * the steps in which neither gradient is zero; {@code conflicting-steps}, the proportion of steps
   * with a negative cosine. Values that no step has computed are omitted. Called once, after the
   * last step.
   */
  Map<String, Double> measures() {
    gramians.rows().forEach(this::addGramian);
    Map<String, Double> measures = new LinkedHashMap<>();
    if (weightSums.isPresent()) {
      double[] sums = weightSums.get().toDoubleArray();
      for (int i = 0; i < tasks.size(); i++) {
        measures.put("weight." + tasks.get(i), sums[i] / weightedSteps);
      }
    }
    if (gradientSteps > 0 && tasks.size() > 1) {
      for (int i = 0; i < tasks.size(); i++) {
        for (int j = i + 1; j < tasks.size(); j++) {
          if (cosineSteps[i][j] > 0) {
            measures.put(
                "cosine." + tasks.get(i) + "." + tasks.get(j),
                cosineSums[i][j] / cosineSteps[i][j]);
          }
        }
      }
      measures.put("conflicting-steps", (double) conflictingSteps / gradientSteps);
    }
    return measures;
  }

  /** Frees the tensors. */
  @Override
  public void close() {
    gramians.close();
    weightSums.ifPresent(NDArray::close);
  }
}
