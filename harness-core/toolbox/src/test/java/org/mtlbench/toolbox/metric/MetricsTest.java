package org.mtlbench.toolbox.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.task.Accumulator;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.api.task.Metric;
import org.mtlbench.api.task.Target;

/** Values worked by hand, and those of the scikit-learn documentation. */
class MetricsTest {
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private static double value(Metric metric, Target target, NDArray output, NDArray labels) {
    Accumulator accumulator = metric.start(target);
    accumulator.add(output, Labelled.complete(labels));
    return accumulator.value();
  }

  /** Logits that predict given classes. */
  private double ofClasses(Metric metric, int classes, long[] labels, long[] predictions) {
    NDArray output = manager.create(predictions).oneHot(classes, DataType.FLOAT32);
    return value(metric, new Target.Classes(classes), output, manager.create(labels));
  }

  private double ofReal(Metric metric, float[][] labels, float[][] output) {
    return value(
        metric, new Target.Real(labels[0].length), manager.create(output), manager.create(labels));
  }

  @Test
  void accuracyCountsHighestOutputAtLabel() {
    NDArray output = manager.randomNormal(new Shape(250, 10));
    NDArray labels = manager.randomInteger(0, 10, new Shape(250), DataType.INT64);
    double hits = output.argMax(1).eq(labels).toType(DataType.INT64, false).sum().getLong();
    assertThat(value(Metrics.ACCURACY, new Target.Classes(10), output, labels))
        .isEqualTo(hits / 250);
  }

  @Test
  void balancedAccuracyAgreesWithScikitLearn() {
    assertThat(
            ofClasses(
                Metrics.BALANCED_ACCURACY,
                2,
                new long[] {0, 1, 0, 0, 1, 0},
                new long[] {0, 1, 0, 0, 0, 1}))
        .isEqualTo(0.625);
  }

  @Test
  void macroF1AgreesWithScikitLearn() {
    long[] labels = {0, 1, 2, 0, 1, 2};
    long[] predictions = {0, 2, 1, 0, 0, 1};
    assertThat(ofClasses(Metrics.MACRO_F1, 3, labels, predictions))
        .isCloseTo(0.8 / 3, within(1e-15));
    // classes that occur nowhere are left out
    assertThat(ofClasses(Metrics.MACRO_F1, 9, labels, predictions))
        .isCloseTo(0.8 / 3, within(1e-15));
  }

  @Test
  void macroF1OfLabelsTakesLogitsAboveZeroAsPositive() {
    NDArray output = manager.create(new float[][] {{1, 0, -1}, {1, 2, -1}, {-1, 3, -2}});
    NDArray labels = manager.create(new float[][] {{1, 1, 0}, {0, 1, 0}, {1, 1, 0}});
    // F1 of 1/2 and 4/5; nothing is labelled or predicted in the last column
    assertThat(value(Metrics.MACRO_F1, new Target.Labels(3), output, labels))
        .isCloseTo(0.65, within(1e-15));
  }

  @Test
  void aucAgreesWithScikitLearn() {
    NDArray scores = manager.create(new float[] {0.1f, 0.4f, 0.35f, 0.8f}, new Shape(4, 1));
    NDArray labels = manager.create(new float[] {0, 0, 1, 1}, new Shape(4, 1));
    assertThat(value(Metrics.AUC, new Target.Labels(1), scores, labels)).isEqualTo(0.75);
    NDArray logits = scores.zerosLike().concat(scores, 1);
    NDArray classes = labels.toType(DataType.INT64, false).flatten();
    assertThat(value(Metrics.AUC, new Target.Classes(2), logits, classes)).isEqualTo(0.75);
  }

  @Test
  void aucCountsTiesHalfAndIgnoresConstantLabels() {
    NDArray output =
        manager.create(new float[][] {{0, 5}, {-0f, -5}, {-1, 5}, {-2, 1}, {-1, 0}, {3, 0}});
    NDArray labels = manager.create(new float[][] {{1, 1}, {0, 1}, {1, 1}, {0, 1}, {0, 1}, {1, 1}});
    // of 9 pairs, 6 in the right order, 2 ties
    assertThat(value(Metrics.AUC, new Target.Labels(2), output, labels)).isEqualTo(7 / 9.0);
    assertThat(value(Metrics.AUC, new Target.Labels(2), output, labels.onesLike())).isNaN();
  }

  @Test
  void regressionErrorsAgreeWithScikitLearn() {
    float[][] labels = {{0.5f, 1}, {-1, 1}, {7, -6}};
    float[][] output = {{0, 2}, {-1, 2}, {8, -5}};
    assertThat(ofReal(Metrics.MAE, labels, output)).isEqualTo(0.75);
    assertThat(ofReal(Metrics.RMSE, labels, output))
        .isCloseTo(Math.sqrt(0.708333333333), within(1e-12));
    assertThat(ofReal(Metrics.R2, labels, output)).isCloseTo(0.936800526662, within(1e-12));
    float[][] column = {{3}, {-0.5f}, {2}, {7}};
    assertThat(ofReal(Metrics.R2, column, new float[][] {{2.5f}, {0}, {2}, {8}}))
        .isCloseTo(0.948608137044, within(1e-12));
  }

  @Test
  void r2IsAccurateForLargeMeanAndIgnoresConstantColumns() {
    float[][] labels = {{1_000_001, 0.1f}, {1_000_002, 0.1f}, {1_000_003, 0.1f}};
    float[][] output = {{1_000_001, 7}, {1_000_002, 8}, {1_000_002, 9}};
    Accumulator accumulator = Metrics.R2.start(new Target.Real(2));
    for (int i = 0; i < 3; i++) {
      NDArray row = manager.create(new float[][] {output[i]});
      accumulator.add(row, Labelled.complete(manager.create(new float[][] {labels[i]})));
    }
    assertThat(accumulator.value()).isCloseTo(0.5, within(1e-9));
    assertThat(Metrics.R2.info().crossesZero()).isTrue();
    assertThat(Metrics.R2.info().ideal()).isEqualTo(1);
  }

  @Test
  void meanIouIgnoresAbsentClasses() {
    NDArray labels = manager.create(new long[] {0, 0, 1, 1, 1, 2}, new Shape(1, 2, 3));
    NDArray predictions = manager.create(new long[] {0, 1, 1, 1, 0, 3}, new Shape(1, 2, 3));
    NDArray output = predictions.oneHot(5, DataType.FLOAT32).transpose(0, 3, 1, 2);
    Target target = new Target.ClassMap(5);
    // IoU of 1/3, 2/4, 0 and 0; the last class occurs nowhere
    assertThat(value(Metrics.MEAN_IOU, target, output, labels))
        .isCloseTo((1 / 3.0 + 0.5) / 4, within(1e-15));
    assertThat(value(Metrics.PIXEL_ACCURACY, target, output, labels)).isEqualTo(0.5);
  }

  @Test
  void depthErrorsAreMeansOverPixels() {
    NDArray labels = manager.create(new float[] {1, 2, 4, 8}, new Shape(1, 1, 2, 2));
    NDArray output = manager.create(new float[] {2, 2, 3, 4}, new Shape(1, 1, 2, 2));
    Target target = new Target.RealMap(1);
    assertThat(value(Metrics.ABSOLUTE_ERROR, target, output, labels)).isEqualTo(1.5);
    assertThat(value(Metrics.RELATIVE_ERROR, target, output, labels)).isEqualTo(1.75 / 4);
  }

  @Test
  void anglesDoNotDependOnLength() {
    float[][] labels = {{0, 0, 1}, {0, 0, 1}, {0, 0, 2}, {0, 1, 0}};
    float[][] output = {{0, 0, 5}, {0, 3, 3}, {1, 0, 0}, {0, -4, 0}};
    // 0, 45, 90 and 180 degrees
    assertThat(ofReal(Metrics.MEAN_ANGLE, labels, output)).isCloseTo(78.75, within(1e-6));
    assertThat(ofReal(Metrics.MEDIAN_ANGLE, labels, output)).isCloseTo(67.5, within(1e-5));
  }

  @Test
  void angleProportionsExcludeThreshold() {
    float[][] labels = new float[5][];
    float[][] output = new float[5][];
    double[] degrees = {5, 15, 25, 30.001, 60};
    for (int i = 0; i < labels.length; i++) {
      double angle = Math.toRadians(degrees[i]);
      labels[i] = new float[] {1, 0, 0};
      output[i] = new float[] {(float) Math.cos(angle), (float) Math.sin(angle), 0};
    }
    assertThat(ofReal(Metrics.WITHIN_11_25, labels, output)).isEqualTo(0.2);
    assertThat(ofReal(Metrics.WITHIN_22_5, labels, output)).isEqualTo(0.4);
    assertThat(ofReal(Metrics.WITHIN_30, labels, output)).isCloseTo(0.6, within(1e-15));
  }

  @Test
  void smallAnglesAreAccurate() {
    float[][] labels = {{1, 0, 0}};
    float[][] output = {{1, 1e-4f, 0}};
    assertThat(ofReal(Metrics.MEAN_ANGLE, labels, output))
        .isCloseTo(Math.toDegrees(1e-4), within(1e-8));
  }

  @Test
  void nanOutputsMakeMetricsUndefined() {
    float[][] labels = {{1, 0, 1}, {0, 1, 0}};
    float[][] output = {{Float.NaN, 0, 1}, {1, 2, 3}};
    for (Metric metric :
        List.of(Metrics.RMSE, Metrics.MAE, Metrics.R2, Metrics.MEAN_ANGLE, Metrics.MEDIAN_ANGLE)) {
      assertThat(ofReal(metric, labels, output)).as(metric.info().id()).isNaN();
    }
    assertThat(
            value(
                Metrics.AUC, new Target.Labels(3), manager.create(output), manager.create(labels)))
        .isNaN();
  }

  @Test
  void rejectsOtherTargets() {
    assertThat(Metrics.ACCURACY.accepts(new Target.ClassMap(3))).isFalse();
    assertThat(Metrics.BALANCED_ACCURACY.accepts(new Target.Labels(3))).isFalse();
    assertThat(Metrics.MACRO_F1.accepts(new Target.Real(3))).isFalse();
    assertThat(Metrics.AUC.accepts(new Target.ClassMap(3))).isFalse();
    assertThat(Metrics.RMSE.accepts(new Target.Classes(3))).isFalse();
    assertThat(Metrics.R2.accepts(new Target.RealMap(3))).isFalse();
    assertThat(Metrics.MEAN_IOU.accepts(new Target.Classes(3))).isFalse();
    assertThat(Metrics.PIXEL_ACCURACY.accepts(new Target.Classes(3))).isFalse();
    assertThat(Metrics.ABSOLUTE_ERROR.accepts(new Target.Real(1))).isFalse();
    assertThat(Metrics.MEAN_ANGLE.accepts(new Target.RealMap(2))).isFalse();
    assertThat(Metrics.WITHIN_30.accepts(new Target.Labels(3))).isFalse();
  }
}
