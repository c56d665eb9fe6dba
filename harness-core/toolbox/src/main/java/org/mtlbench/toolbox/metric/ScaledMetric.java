package org.mtlbench.toolbox.metric;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.util.List;
import java.util.Optional;
import org.mtlbench.api.task.Accumulator;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.api.task.Metric;
import org.mtlbench.api.task.MetricInfo;
import org.mtlbench.api.task.Target;
import org.mtlbench.api.task.Target.Real;

/**
 * A metric in the original units of labels that are standardised for training: outputs and labels
 * are multiplied by the scale by which the labels were divided. The mean subtracted from the labels
 * is not added, so the metric may depend only on differences, as RMSE, MAE and R2 do.
 *
 * @param metric metric of a vector of real numbers
 * @param scale one number above 0 per value of the vector
 */
public record ScaledMetric(Metric metric, List<Double> scale) implements Metric {
  public ScaledMetric {
    scale = List.copyOf(scale);
    if (scale.isEmpty() || scale.stream().anyMatch(s -> !(Double.isFinite(s) && s > 0))) {
      throw new IllegalArgumentException("scale: found " + scale + ", expected numbers above 0");
    }
  }

  @Override
  public MetricInfo info() {
    return metric.info();
  }

  @Override
  public boolean accepts(Target target) {
    return target instanceof Real real && real.width() == scale.size() && metric.accepts(target);
  }

  @Override
  public Accumulator start(Target target) {
    Accumulator inside = metric.start(target);
    double[] factors = scale.stream().mapToDouble(Double::doubleValue).toArray();
    return new Accumulator() {
      @Override
      public void add(NDArray output, Labelled labels) {
        try (NDScope scope = new NDScope()) {
          NDArray factor = output.getManager().create(factors);
          Optional<NDArray> mask = labels.mask();
          inside.add(
              ElementComparisons.wide(output).mul(factor),
              new Labelled(ElementComparisons.wide(labels.values()).mul(factor), mask));
        }
      }

      @Override
      public double value() {
        return inside.value();
      }
    };
  }
}
