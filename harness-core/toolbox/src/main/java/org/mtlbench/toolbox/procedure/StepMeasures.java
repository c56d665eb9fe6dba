package org.mtlbench.toolbox.procedure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sums over the steps of one epoch: task weights, cosine similarities of the task gradients, and
 * the number of steps with conflicting gradients. An epoch that is trained again starts from zero.
 */
final class StepMeasures {
  private final List<String> tasks;
  private final double[] weightSums;
  private final double[][] cosineSums;
  private final int[][] cosineSteps;
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
    weightSums = new double[tasks.size()];
    cosineSums = new double[tasks.size()][tasks.size()];
    cosineSteps = new int[tasks.size()][tasks.size()];
  }

  void add(StepResult step) {
    step.taskWeights().ifPresent(this::addWeights);
    step.gramian().ifPresent(this::addGramian);
  }

  private void addWeights(double[] weights) {
    weightedSteps++;
    for (int i = 0; i < weights.length; i++) {
      weightSums[i] += weights[i];
    }
  }

  private void addGramian(double[][] gramian) {
    gradientSteps++;
    boolean conflicting = false;
    for (int i = 0; i < gramian.length; i++) {
      for (int j = i + 1; j < gramian.length; j++) {
        // Separate square roots: the product of the squares may underflow.
        double cosine = gramian[i][j] / (Math.sqrt(gramian[i][i]) * Math.sqrt(gramian[j][j]));
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
   * with a negative cosine. Values that no step has computed are omitted.
   */
  Map<String, Double> measures() {
    Map<String, Double> measures = new LinkedHashMap<>();
    if (weightedSteps > 0) {
      for (int i = 0; i < tasks.size(); i++) {
        measures.put("weight." + tasks.get(i), weightSums[i] / weightedSteps);
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
}
