package org.mtlbench.methods.descent;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.random.RandomGenerator;
import org.mtlbench.api.method.FurtherBatch;
import org.mtlbench.api.method.Step;
import org.mtlbench.api.method.TaskGradients;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.testkit.given.GivenGradients;
import org.mtlbench.testkit.given.Jacobian;

/**
 * A training step on a point, as seen by weightings and by aggregations. Numbers are computed on
 * the host; tensors are created only for methods that read them.
 *
 * @param epoch counted from 1
 * @param index within the epoch, from 0
 * @param point the coordinates, which the training loop moves between {@link #losses} and {@link
 *     #lossesAfter}
 * @param jacobian the gradients before the step
 */
record PointStep(
    int epoch,
    int index,
    double learningRate,
    List<Objective> objectives,
    double[] point,
    double[] losses,
    Jacobian jacobian,
    RandomGenerator random,
    NDManager manager)
    implements Step, TaskGradients {

  static PointStep of(
      int epoch,
      int index,
      double learningRate,
      List<Objective> objectives,
      double[] point,
      NDManager manager) {
    Jacobian jacobian =
        new Jacobian(
            "step", objectives.stream().map(o -> o.gradient(point)).toArray(double[][]::new));
    return new PointStep(
        epoch,
        index,
        learningRate,
        objectives,
        point,
        values(objectives, point),
        jacobian,
        new Randomness(1).stream("step", epoch, index),
        manager);
  }

  private static double[] values(List<Objective> objectives, double... point) {
    return objectives.stream().mapToDouble(o -> o.value(point)).toArray();
  }

  @Override
  public int tasks() {
    return objectives.size();
  }

  @Override
  public double[] losses() {
    return losses.clone();
  }

  @Override
  public double[] lossesAfter() {
    return values(objectives, point);
  }

  @Override
  public double[] gradientNorms() {
    double[][] gramian = gramian();
    double[] norms = new double[gramian.length];
    for (int t = 0; t < norms.length; t++) {
      norms[t] = Math.sqrt(gramian[t][t]);
    }
    return norms;
  }

  @Override
  public double[][] gramian() {
    double[][] rows = jacobian.rows();
    double[][] gramian = new double[rows.length][];
    for (int t = 0; t < rows.length; t++) {
      gramian[t] = jacobian.times(rows[t]);
    }
    return gramian;
  }

  @Override
  public NDArray rows() {
    return GivenGradients.of(jacobian, manager).rows();
  }

  @Override
  public NDArray gramianTensor() {
    return GivenGradients.of(jacobian, manager).gramianTensor();
  }

  /** All batches are the same. */
  @Override
  public TaskGradients gradientsOn(FurtherBatch batch) {
    return this;
  }
}
