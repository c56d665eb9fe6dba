package org.mtlbench.toolbox.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.task.Accumulator;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.api.task.Metric;
import org.mtlbench.api.task.Target;

class ScaledMetricTest {
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private double value(Metric metric, float[][] output, float[][] labels, boolean[][] known) {
    Accumulator accumulator = metric.start(new Target.Real(2));
    NDArray mask =
        manager
            .create(new boolean[] {known[0][0], known[0][1], known[1][0], known[1][1]})
            .reshape(2, 2);
    accumulator.add(manager.create(output), Labelled.masked(manager.create(labels), mask));
    return accumulator.value();
  }

  @Test
  void errorsAreInUnitsOfLabels() {
    float[][] output = {{0, 1}, {2, 0}};
    float[][] labels = {{1, 0}, {0, Float.NaN}};
    boolean[][] known = {{true, true}, {true, false}};
    List<Double> scale = List.of(10.0, 1000.0);
    int arrays = manager.getManagedArrays().size();
    // errors 10, 1000 and 20
    assertThat(value(new ScaledMetric(Metrics.MAE, scale), output, labels, known))
        .isCloseTo(1030 / 3.0, within(1e-9));
    assertThat(value(new ScaledMetric(Metrics.RMSE, scale), output, labels, known))
        .isCloseTo(Math.sqrt((100 + 1e6 + 400) / 3), within(1e-9));
    assertThat(value(new ScaledMetric(Metrics.R2, scale), output, labels, known))
        .isEqualTo(value(Metrics.R2, output, labels, known));
    // four arrays of each of the four calls are the test's own
    assertThat(manager.getManagedArrays().size() - arrays).isLessThanOrEqualTo(4 * 4);
  }

  @Test
  void acceptsOnlyVectorsOfLengthOfScale() {
    Metric metric = new ScaledMetric(Metrics.RMSE, List.of(2.0));
    assertThat(metric.accepts(new Target.Real(1))).isTrue();
    assertThat(metric.accepts(new Target.Real(2))).isFalse();
    assertThat(metric.accepts(new Target.RealMap(1))).isFalse();
    assertThat(metric).isEqualTo(new ScaledMetric(Metrics.RMSE, List.of(2.0)));
    assertThatThrownBy(() -> new ScaledMetric(Metrics.RMSE, List.of(0.0)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
