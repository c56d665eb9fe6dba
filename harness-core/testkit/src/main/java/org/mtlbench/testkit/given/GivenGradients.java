package org.mtlbench.testkit.given;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.FurtherBatch;
import org.mtlbench.api.method.TaskGradients;
import org.mtlbench.api.method.Update;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.toolbox.gradient.Gramian;

/**
 * Fixed task gradients.
 *
 * @param rows J, (K, P), float32
 * @param losses one per task
 * @param seed seed of the step's generator; every call of {@link #random} creates a new generator
 */
public record GivenGradients(NDArray rows, double[] losses, long seed) implements TaskGradients {
  private static final double LEARNING_RATE = 0.01;

  public GivenGradients {
    losses = losses.clone();
  }

  /** The gradients of a Jacobian, with all losses 1. */
  public static GivenGradients of(Jacobian jacobian, NDManager manager) {
    double[] losses = new double[jacobian.tasks()];
    Arrays.fill(losses, 1);
    return of(jacobian, losses, 0, manager);
  }

  /** The gradients of a Jacobian. */
  public static GivenGradients of(
      Jacobian jacobian, double[] losses, long seed, NDManager manager) {
    float[] flat = new float[jacobian.tasks() * jacobian.parameters()];
    int next = 0;
    for (double[] row : jacobian.rows()) {
      for (double value : row) {
        flat[next++] = (float) value;
      }
    }
    Shape shape = new Shape(jacobian.tasks(), jacobian.parameters());
    return new GivenGradients(manager.create(flat, shape), losses, seed);
  }

  /**
   * The direction that an aggregation computes for a Jacobian: the weighted sum of its rows in
   * float64, or the direction returned by the aggregation.
   *
   * @return P numbers
   */
  public static double[] direction(Aggregation aggregation, Jacobian jacobian) {
    try (NDManager manager = NDManager.newBaseManager()) {
      return direction(aggregation.aggregate(of(jacobian, manager)), jacobian);
    }
  }

  /** The direction of an update computed from these gradients. */
  public static double[] direction(Update update, Jacobian jacobian) {
    if (update.taskWeights().isPresent()) {
      return jacobian.combine(update.taskWeights().get());
    }
    float[] given = ((Update.Direction) update).direction().toFloatArray();
    double[] direction = new double[given.length];
    for (int p = 0; p < given.length; p++) {
      direction[p] = given[p];
    }
    return direction;
  }

  @Override
  public int tasks() {
    return losses.length;
  }

  @Override
  public double[] losses() {
    return losses.clone();
  }

  @Override
  public NDArray gramianTensor() {
    return Gramian.tensor(rows);
  }

  @Override
  public double[][] gramian() {
    return Gramian.of(rows);
  }

  @Override
  public double learningRate() {
    return LEARNING_RATE;
  }

  /** Returns these gradients again. */
  @Override
  public TaskGradients gradientsOn(FurtherBatch batch) {
    return this;
  }

  @Override
  public RandomGenerator random() {
    return new Randomness(seed).stream("step");
  }
}
