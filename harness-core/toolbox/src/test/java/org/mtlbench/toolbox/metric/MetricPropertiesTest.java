package org.mtlbench.toolbox.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlbench.api.task.Accumulator;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.api.task.Metric;
import org.mtlbench.api.task.Target;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.task.SampleBatch;

/** What holds for every metric on every kind of target that it accepts. */
class MetricPropertiesTest {
  private static final int SIZE = 41;

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  /**
   * A metric on a kind of target, with its value in plain Java.
   *
   * @param tolerance beside it
   */
  record Case(
      Metric metric, Target target, ToDoubleFunction<SampleBatch> reference, double tolerance) {
    @Override
    public String toString() {
      return metric.info().id() + " " + target;
    }
  }

  static List<Case> cases() {
    Target classes = new Target.Classes(4);
    Target two = new Target.Classes(2);
    Target labels = new Target.Labels(3);
    Target real = new Target.Real(3);
    Target classMap = new Target.ClassMap(3);
    Target map = new Target.RealMap(3);
    Target depth = new Target.RealMap(1);
    double exact = 1e-12;
    // the median is kept in float32
    double narrow = 1e-5;
    return List.of(
        new Case(Metrics.ACCURACY, classes, MetricReference::accuracy, 0),
        new Case(Metrics.BALANCED_ACCURACY, classes, MetricReference::balancedAccuracy, exact),
        new Case(Metrics.MACRO_F1, classes, MetricReference::macroF1, exact),
        new Case(Metrics.MACRO_F1, labels, MetricReference::labelF1, exact),
        new Case(Metrics.AUC, labels, MetricReference::labelAuc, exact),
        new Case(Metrics.AUC, new Target.Labels(1), MetricReference::labelAuc, exact),
        new Case(Metrics.AUC, two, MetricReference::binaryAuc, exact),
        new Case(Metrics.AUC, classes, MetricReference::classAuc, exact),
        new Case(Metrics.RMSE, real, MetricReference::rmse, exact),
        new Case(Metrics.RMSE, map, MetricReference::rmse, exact),
        new Case(Metrics.MAE, real, MetricReference::absolute, exact),
        new Case(Metrics.MAE, map, MetricReference::absolute, exact),
        new Case(Metrics.R2, real, MetricReference::r2, exact),
        new Case(Metrics.R2, new Target.Real(1), MetricReference::r2, exact),
        new Case(Metrics.MEAN_IOU, classMap, MetricReference::meanIou, exact),
        new Case(Metrics.PIXEL_ACCURACY, classMap, MetricReference::accuracy, 0),
        new Case(Metrics.ABSOLUTE_ERROR, depth, MetricReference::absolute, exact),
        new Case(Metrics.RELATIVE_ERROR, depth, MetricReference::relative, exact),
        new Case(Metrics.MEAN_ANGLE, map, MetricReference::meanAngle, 1e-7),
        new Case(Metrics.MEAN_ANGLE, real, MetricReference::meanAngle, 1e-7),
        new Case(Metrics.MEDIAN_ANGLE, map, MetricReference::medianAngle, narrow),
        new Case(Metrics.MEDIAN_ANGLE, real, MetricReference::medianAngle, narrow),
        new Case(Metrics.WITHIN_11_25, map, b -> MetricReference.within(b, 11.25), exact),
        new Case(Metrics.WITHIN_22_5, map, b -> MetricReference.within(b, 22.5), exact),
        new Case(Metrics.WITHIN_30, map, b -> MetricReference.within(b, 30), exact),
        new Case(Metrics.WITHIN_30, real, b -> MetricReference.within(b, 30), exact));
  }

  private void add(Accumulator accumulator, SampleBatch batch) {
    accumulator.add(
        batch.outputs(manager, DataType.FLOAT32), batch.labelled(manager, DataType.FLOAT32));
  }

  private double value(Case test, SampleBatch batch) {
    Accumulator accumulator = test.metric.start(test.target);
    add(accumulator, batch);
    return accumulator.value();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithPlainJava(Case test) {
    for (double missing : new double[] {0, 0.3}) {
      for (int seed = 0; seed < 5; seed++) {
        SampleBatch batch = SampleBatch.random(test.target, SIZE, seed, missing);
        assertThat(value(test, batch))
            .as("share missing %s, seed %d", missing, seed)
            .isCloseTo(test.reference.applyAsDouble(batch), within(test.tolerance));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isIndependentOfBatches(Case test) {
    for (double missing : new double[] {0, 0.3, 0.9}) {
      for (int seed = 0; seed < 5; seed++) {
        SampleBatch whole = SampleBatch.random(test.target, SIZE, 100 + seed, missing);
        Random random = new Random(seed);
        Accumulator accumulator = test.metric.start(test.target);
        for (int from = 0, to; from < SIZE; from = to) {
          to = Math.min(SIZE, from + 1 + random.nextInt(9));
          add(accumulator, whole.slice(from, to));
        }
        assertThat(accumulator.value())
            .as("share missing %s, seed %d", missing, seed)
            .isCloseTo(value(test, whole), within(test.tolerance == 0 ? 0 : 1e-12));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ignoresValuesOfMissingLabels(Case test) {
    SampleBatch batch = SampleBatch.random(test.target, SIZE, 8, 0.3);
    assertThat(value(test, batch.poisoned())).isFinite().isEqualTo(value(test, batch));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isUndefinedWithoutLabels(Case test) {
    assertThat(test.metric.start(test.target).value()).isNaN();
    SampleBatch batch = SampleBatch.random(test.target, SIZE, 9, 0);
    assertThat(value(test, batch.withoutLabels().poisoned())).isNaN();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void batchWithoutLabelsHasNoEffect(Case test) {
    SampleBatch batch = SampleBatch.random(test.target, SIZE, 10, 0.3);
    Accumulator accumulator = test.metric.start(test.target);
    add(accumulator, batch.withoutLabels().poisoned());
    add(accumulator, batch);
    add(accumulator, batch.withoutLabels().poisoned());
    assertThat(accumulator.value()).isEqualTo(value(test, batch));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void valueCanBeReadBetweenBatches(Case test) {
    SampleBatch batch = SampleBatch.random(test.target, SIZE, 11, 0.3);
    Accumulator accumulator = test.metric.start(test.target);
    add(accumulator, batch.slice(0, 20));
    assertThat(accumulator.value()).isEqualTo(value(test, batch.slice(0, 20)));
    add(accumulator, batch.slice(20, SIZE));
    assertThat(accumulator.value()).isCloseTo(value(test, batch), within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void doesNotLeakTensors(Case test) {
    for (double missing : new double[] {0, 0.3}) {
      SampleBatch batch = SampleBatch.random(test.target, SIZE, 12, missing);
      NDArray output = batch.outputs(manager, DataType.FLOAT32);
      Labelled labels = batch.labelled(manager, DataType.FLOAT32);
      int before = manager.getManagedArrays().size();
      Accumulator accumulator = test.metric.start(test.target);
      accumulator.add(output, labels);
      try (GradientMode on = GradientMode.on();
          NDScope scope = new NDScope()) {
        accumulator.add(output, labels);
      }
      assertThat(accumulator.value()).isFinite();
      assertThat(manager.getManagedArrays()).hasSize(before);
      // still open
      assertThat(output.toFloatArray()).hasSize(batch.output().length);
      assertThat(labels.values().size()).isEqualTo(batch.labels().length);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void acceptsItsTargets(Case test) {
    assertThat(test.metric.accepts(test.target)).isTrue();
  }
}
