package org.mtlbench.api.dataset;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/** What a task is judged by. */
public enum Metric {
  /** Share of correct classes, in [0, 1]; higher is better. */
  ACCURACY(true) {
    @Override
    public double sum(NDArray output, NDArray target) {
      NDArray hits = output.argMax(1).eq(target.toType(DataType.INT64, false));
      return hits.toType(DataType.INT64, false).sum().getLong();
    }

    @Override
    public NDArray constant(NDArray targets, int outputs) {
      NDArray classes = targets.toType(DataType.INT64, false);
      NDArray counts = classes.oneHot(outputs, DataType.INT64).sum(new int[] {0});
      return counts.argMax().reshape(1).oneHot(outputs);
    }
  },

  /** Mean squared error; lower is better. */
  SQUARED_ERROR(false) {
    @Override
    public double sum(NDArray output, NDArray target) {
      long batch = output.getShape().get(0);
      return output.sub(target.reshape(output.getShape())).square().mean().getFloat() * batch;
    }

    @Override
    public NDArray constant(NDArray targets, int outputs) {
      return targets.mean(new int[] {0}).reshape(1, outputs);
    }
  };

  private final boolean higherIsBetter;

  Metric(boolean higherIsBetter) {
    this.higherIsBetter = higherIsBetter;
  }

  /** The metric's direction. */
  public boolean higherIsBetter() {
    return higherIsBetter;
  }

  /**
   * The metric summed over the examples of a batch; divided by the number of examples it is the
   * metric.
   */
  public abstract double sum(NDArray output, NDArray target);

  /**
   * The best output by this metric that is the same for every example: the most frequent class (the
   * first of several), or the mean.
   *
   * @param targets of all training examples, at least one
   * @param outputs classes of a classification, width of a regression
   * @return float32, (1, outputs)
   */
  public abstract NDArray constant(NDArray targets, int outputs);
}
