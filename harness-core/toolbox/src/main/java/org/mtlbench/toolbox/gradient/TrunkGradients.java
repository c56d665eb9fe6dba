package org.mtlbench.toolbox.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
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
  private final NDArray losses;
  private final StepFacts step;
  private final List<Parameter> trunk;
  private final NDArray products;
  private Optional<HostValues> host = Optional.empty();

  private TrunkGradients(NDArray rows, NDArray losses, StepFacts step, List<Parameter> trunk) {
    this.rows = rows;
    this.losses = losses;
    this.step = step;
    this.trunk = trunk;
    // Computed before an aggregation may write to the rows.
    this.products = Gramian.tensor(rows);
  }

  private record HostValues(double[] losses, double[][] gramian) {}

  /**
   * Facts of the step to which the gradients belong.
   *
   * @param tasks names of the tasks
   * @param epoch counted from 1
   * @param index index of the step within the epoch, from 0
   * @param learningRate learning rate of the update
   * @param random the step's random generator
   * @param further computes losses and gradients on other batches
   */
  public record StepFacts(
      List<String> tasks,
      int epoch,
      int index,
      double learningRate,
      RandomGenerator random,
      Function<FurtherBatch, TaskGradients> further) {}

  /**
   * Runs the backward passes.
   *
   * @param losses one scalar per task, of one forward pass
   * @param trunk trainable parameters of the trunk, with zero gradients
   * @param keepGraph whether another backward pass follows
   */
  public static TrunkGradients of(
      List<NDArray> losses, List<Parameter> trunk, boolean keepGraph, StepFacts step) {
    return of(losses, trunk, keepGraph, step, TrunkGradients::backward);
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
      return new TrunkGradients(
          NDArrays.stack(gradients), NDArrays.stack(new NDList(losses)), step, trunk);
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
    return Math.toIntExact(rows.getShape().get(0));
  }

  @Override
  public NDArray rows() {
    return rows;
  }

  @Override
  public NDArray gramianTensor() {
    return products;
  }

  /**
   * {@inheritDoc} Every call returns a new copy.
   *
   * @throws DivergedException if a loss or a gradient is NaN or infinite
   */
  @Override
  public double[][] gramian() {
    return Arrays.stream(host().gramian()).map(double[]::clone).toArray(double[][]::new);
  }

  /**
   * {@inheritDoc}
   *
   * @throws DivergedException if a loss or a gradient is NaN or infinite
   */
  @Override
  public double[] losses() {
    return host().losses().clone();
  }

  /** Losses and Gramian, which are read from the device together. */
  private HostValues host() {
    if (host.isEmpty()) {
      int tasks = tasks();
      double[] read =
          losses.toType(DataType.FLOAT64, false).concat(products.reshape(-1)).toDoubleArray();
      double[][] gramian = new double[tasks][];
      for (int t = 0; t < tasks; t++) {
        check("the loss of task ", t, read[t]);
        gramian[t] = Arrays.copyOfRange(read, tasks * (t + 1), tasks * (t + 2));
      }
      for (int t = 0; t < tasks; t++) {
        check("the squared norm of the trunk's gradient of task ", t, gramian[t][t]);
      }
      host = Optional.of(new HostValues(Arrays.copyOf(read, tasks), gramian));
    }
    return host.get();
  }

  private void check(String what, int task, double value) {
    if (!Double.isFinite(value)) {
      throw new DivergedException(what + step.tasks().get(task), value, step.epoch(), step.index());
    }
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

  /**
   * The weighted sum of the rows, (P).
   *
   * @param weights (K), of any floating-point type
   */
  public NDArray combine(NDArray weights) {
    return combine(rows, weights);
  }

  /**
   * The weighted sum of rows, (P).
   *
   * @param rows (K, P), float32
   * @param weights K numbers, which are sent to the device
   */
  public static NDArray combine(NDArray rows, double[] weights) {
    return combine(rows, rows.getManager().create(weights));
  }

  private static NDArray combine(NDArray rows, NDArray weights) {
    return weights.toType(DataType.FLOAT32, false).reshape(1, -1).matMul(rows).reshape(-1);
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
