package org.mtlbench.toolbox.metric;

import ai.djl.ndarray.NDArray;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.mtlbench.api.task.Accumulator;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.api.task.Metric;
import org.mtlbench.api.task.MetricInfo;
import org.mtlbench.api.task.Target;

/** A metric computed from the counts of each class. */
final class ClassCountMetric implements Metric {
  private final MetricInfo info;
  private final Predicate<Target> accepts;
  private final ToDoubleFunction<ClassCounts> function;

  ClassCountMetric(
      MetricInfo info, Predicate<Target> accepts, ToDoubleFunction<ClassCounts> function) {
    this.info = info;
    this.accepts = accepts;
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
    ClassCounts counts = new ClassCounts(target.outputs());
    return new Accumulator() {
      @Override
      public void add(NDArray output, Labelled labels) {
        if (target instanceof Target.Labels) {
          counts.addLabels(output, labels);
        } else {
          counts.addClasses(output, labels);
        }
      }

      @Override
      public double value() {
        return function.applyAsDouble(counts);
      }
    };
  }
}
