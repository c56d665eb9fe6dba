package org.mtlbench.toolbox.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.DivergedException;
import org.mtlbench.api.method.FurtherBatch;
import org.mtlbench.api.method.TaskGradients;

/**
 * Per-task gradients of the trunk from one forward pass: one backward pass per task over the same
 * graph. Gradients of task-specific parameters remain in place, each from its own task; those of
 * the trunk are moved to the rows and cleared.
 */
public final class TrunkGradients implements TaskGradients {
  private final NDArray rows;
  private final double[] losses;
  private final StepFacts step;
  private final List<Parameter> trunk;
  private Optional<double[][]> gramian = Optional.empty();

  private TrunkGradients(NDArray rows, double[] losses, StepFacts step, List<Parameter> trunk) {
    this.rows = rows;
    this.losses = losses.clone();
    this.step = step;
    this.trunk = trunk;
  }

  /**
   * Facts of the step to which the gradients belong.
   *
   * @param learningRate learning rate of the update
   * @param random the step's random generator
   * @param further computes losses and gradients on other batches
   */
  public record StepFacts(
      double learningRate, RandomGenerator random, Function<FurtherBatch, TaskGradients> further) {}

  /**
   * Runs the backward passes.
   *
   * @param losses one scalar per task, of one forward pass
   * @param values the same losses as numbers
   * @param trunk trainable parameters of the trunk, with zero gradients
   * @param keepGraph whether another backward pass follows
   */
  public static TrunkGradients of(
      List<NDArray> losses,
      double[] values,
      List<Parameter> trunk,
      boolean keepGraph,
      StepFacts step) {
    return of(losses, values, trunk, keepGraph, step, TrunkGradients::backward);
  }

  /** The engine's own backward pass. */
  static void backward(NDArray loss, boolean keepGraph) {
    if (keepGraph) {
      Backward.keepingGraph(loss);
    } else {
      Backward.run(loss);
    }
  }

  /** A backward pass of a scalar. */
  interface BackwardPass {
    void run(NDArray loss, boolean keepGraph);
  }

  /** The same with a backward pass that tests can count. */
  static TrunkGradients of(
      List<NDArray> losses,
      double[] values,
      List<Parameter> trunk,
      boolean keepGraph,
      StepFacts step,
      BackwardPass backward) {
    NDList gradients = new NDList();
    for (int task = 0; task < losses.size(); task++) {
      backward.run(losses.get(task), keepGraph || task < losses.size() - 1);
      try (GradientMode off = GradientMode.off()) {
        gradients.add(flatten(trunk));
      }
      Backward.clear(trunk);
    }
    try (GradientMode off = GradientMode.off()) {
      return new TrunkGradients(NDArrays.stack(gradients), values, step, trunk);
    }
  }

  private static NDArray flatten(List<Parameter> parameters) {
    NDList parts = new NDList();
    for (Parameter parameter : parameters) {
      parts.add(parameter.value().getGradient().reshape(-1));
    }
    // concat copies, which is required: all gradient handles share one accumulating storage.
    return parts.size() == 1 ? parts.get(0).duplicate() : NDArrays.concat(parts);
  }

  @Override
  public int tasks() {
    return losses.length;
  }

  @Override
  public NDArray rows() {
    return rows;
  }

  /**
   * {@inheritDoc} Computed once; every call returns a new copy.
   *
   * @throws DivergedException if a gradient is NaN or infinite
   */
  @Override
  public double[][] gramian() {
    if (gramian.isEmpty()) {
      gramian = Optional.of(finiteGramian());
    }
    return Arrays.stream(gramian.get()).map(double[]::clone).toArray(double[][]::new);
  }

  private double[][] finiteGramian() {
    double[][] products = Gramian.of(rows);
    for (int task = 0; task < products.length; task++) {
      if (!Double.isFinite(products[task][task])) {
        throw new DivergedException("the gradient of task " + (task + 1) + " is not finite");
      }
    }
    return products;
  }

  @Override
  public double[] losses() {
    return losses.clone();
  }

  @Override
  public double learningRate() {
    return step.learningRate();
  }

  @Override
  public TaskGradients gradientsOn(FurtherBatch batch) {
    return step.further().apply(batch);
  }

  @Override
  public RandomGenerator random() {
    return step.random();
  }

  /** The weighted sum of the rows, (P). */
  public NDArray combine(double[] weights) {
    return combine(rows, weights);
  }

  /**
   * The weighted sum of rows, (P).
   *
   * @param rows (K, P), float32
   * @param weights K numbers
   */
  public static NDArray combine(NDArray rows, double[] weights) {
    float[] factors = new float[weights.length];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = (float) weights[i];
    }
    return rows.getManager().create(factors, new Shape(1, factors.length)).matMul(rows).reshape(-1);
  }

  /**
   * Splits a direction of the trunk into the trunk's parameters.
   *
   * @param direction (P)
   * @return one tensor per parameter, of its shape, in the order of the trunk's parameters
   */
  public List<NDArray> split(NDArray direction) {
    if (direction.size() != rows.getShape().get(1)) {
      throw new IllegalArgumentException(
          "direction: found " + direction.getShape() + ", expected " + rows.getShape().get(1));
    }
    List<NDArray> parts = new ArrayList<>();
    long from = 0;
    NDArray flat = direction.toType(DataType.FLOAT32, false);
    for (Parameter parameter : trunk) {
      parts.add(
          flat.get(from + ":" + (from + parameter.size())).reshape(parameter.value().getShape()));
      from += parameter.size();
    }
    return parts;
  }
}
