package org.mtlbench.toolbox.metric;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.mtlbench.api.task.Accumulator;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.api.task.Metric;
import org.mtlbench.api.task.MetricInfo;
import org.mtlbench.api.task.Target;

/**
 * The median of a quantity that is defined for each label; the mean of the middle two if their
 * number is even. Stores the quantities of the whole split, 4 bytes each.
 */
final class MedianMetric implements Metric {
  private final MetricInfo info;
  private final Predicate<Target> accepts;
  private final BinaryOperator<NDArray> elements;

  /**
   * Creates a metric.
   *
   * @param elements computes the quantities from outputs and labels
   */
  MedianMetric(MetricInfo info, Predicate<Target> accepts, BinaryOperator<NDArray> elements) {
    this.info = info;
    this.accepts = accepts;
    this.elements = elements;
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
      private final FloatList values = new FloatList();

      @Override
      public void add(NDArray output, Labelled labels) {
        try (NDScope scope = new NDScope()) {
          NDArray present = PresentLabels.select(elements.apply(output, labels.values()), labels);
          values.add(present.toType(DataType.FLOAT32, false).toFloatArray());
        }
      }

      @Override
      public double value() {
        return median(values.toArray());
      }
    };
  }

  private static double median(float[] values) {
    Arrays.sort(values);
    // Sorting moves NaN to the end.
    if (values.length == 0 || Float.isNaN(values[values.length - 1])) {
      return Double.NaN;
    }
    int middle = values.length / 2;
    double upper = values[middle];
    return values.length % 2 == 1 ? upper : (values[middle - 1] + upper) / 2;
  }
}
