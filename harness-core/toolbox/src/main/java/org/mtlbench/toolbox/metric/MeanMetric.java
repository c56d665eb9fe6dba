package org.mtlbench.toolbox.metric;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.util.function.BinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import org.mtlbench.api.task.Accumulator;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.api.task.Metric;
import org.mtlbench.api.task.MetricInfo;
import org.mtlbench.api.task.Target;

/** A function of the mean of a quantity that is defined for each label. */
final class MeanMetric implements Metric {
  private final MetricInfo info;
  private final Predicate<Target> accepts;
  private final BinaryOperator<NDArray> elements;
  private final DoubleUnaryOperator function;

  /** Creates a metric that is the mean itself. */
  MeanMetric(MetricInfo info, Predicate<Target> accepts, BinaryOperator<NDArray> elements) {
    this(info, accepts, elements, DoubleUnaryOperator.identity());
  }

  /**
   * Creates a metric that is a function of the mean.
   *
   * @param elements computes the quantities from outputs and labels
   * @param function computes the metric from their mean
   */
  MeanMetric(
      MetricInfo info,
      Predicate<Target> accepts,
      BinaryOperator<NDArray> elements,
      DoubleUnaryOperator function) {
    this.info = info;
    this.accepts = accepts;
    this.elements = elements;
    this.function = function;
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public boolean accepts(Target target) {
    return accepts.test(target);
  }

  @Override
  public Accumulator start(Target target) {
    return new Accumulator() {
      private double sum;
      private long count;

      @Override
      public void add(NDArray output, Labelled labels) {
        try (NDScope scope = new NDScope()) {
          NDArray present = PresentLabels.select(elements.apply(output, labels.values()), labels);
          sum += ElementComparisons.wide(present).sum().getDouble();
          count += present.size();
        }
      }

      @Override
      public double value() {
        return function.applyAsDouble(sum / count);
      }
    };
  }
}
