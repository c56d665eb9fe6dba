package org.mtlbench.toolbox.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.api.task.Loss;
import org.mtlbench.api.task.Target;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.task.SampleBatch;

class LossesTest {
  private static final int SIZE = 7;

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  /** A loss on a kind of target, with its value in plain Java. */
  record Case(Loss loss, Target target, ToDoubleFunction<SampleBatch> reference) {
    @Override
    public String toString() {
      return loss.id() + " " + target;
    }
  }

  static List<Case> cases() {
    Target real = new Target.Real(3);
    Target map = new Target.RealMap(3);
    Target depth = new Target.RealMap(1);
    Loss huber = Losses.huber(0.7);
    return List.of(
        new Case(
            Losses.NEGATIVE_LOG_LIKELIHOOD, new Target.Classes(4), LossReference::logLikelihood),
        new Case(Losses.CROSS_ENTROPY, new Target.Classes(4), LossReference::crossEntropy),
        new Case(Losses.PIXEL_CROSS_ENTROPY, new Target.ClassMap(3), LossReference::crossEntropy),
        new Case(
            Losses.BINARY_CROSS_ENTROPY, new Target.Labels(3), LossReference::binaryCrossEntropy),
        new Case(Losses.MEAN_SQUARED_ERROR, real, LossReference::squared),
        new Case(Losses.MEAN_SQUARED_ERROR, new Target.Real(1), LossReference::squared),
        new Case(Losses.MEAN_SQUARED_ERROR, map, LossReference::squared),
        new Case(Losses.MEAN_ABSOLUTE_ERROR, real, LossReference::absolute),
        new Case(Losses.MEAN_ABSOLUTE_ERROR, depth, LossReference::absolute),
        new Case(huber, real, batch -> LossReference.huber(batch, 0.7)),
        new Case(huber, map, batch -> LossReference.huber(batch, 0.7)),
        new Case(Losses.COSINE, real, LossReference::cosine),
        new Case(Losses.COSINE, map, LossReference::cosine));
  }

  private float value(Loss loss, SampleBatch batch) {
    return loss.of(
            batch.outputs(manager, DataType.FLOAT32), batch.labelled(manager, DataType.FLOAT32))
        .getFloat();
  }

  private double[] gradient(Loss loss, SampleBatch batch) {
    try (GradientMode on = GradientMode.on()) {
      NDArray output = batch.outputs(manager, DataType.FLOAT64);
      output.setRequiresGradient(true);
      Backward.run(loss.of(output, batch.labelled(manager, DataType.FLOAT64)));
      return output.getGradient().toDoubleArray();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithPlainJava(Case test) {
    for (double missing : new double[] {0, 0.4}) {
      SampleBatch batch = SampleBatch.random(test.target, SIZE, 3, missing);
      double expected = test.reference.applyAsDouble(batch);
      assertThat((double) value(test.loss, batch))
          .as("share missing: %s", missing)
          .isCloseTo(expected, within(2e-6 * Math.max(1, Math.abs(expected))));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithCentralDifferences(Case test) {
    double step = 1e-5;
    for (double missing : new double[] {0, 0.4}) {
      SampleBatch batch = SampleBatch.random(test.target, SIZE, 5, missing);
      // away from the kinks of absolute values
      double[] output = batch.output().clone();
      for (int i = 0; i < output.length; i++) {
        output[i] += 0.03;
      }
      double[] gradient = gradient(test.loss, batch.withOutput(output));
      for (int i = 0; i < output.length; i++) {
        double[] up = output.clone();
        double[] down = output.clone();
        up[i] += step;
        down[i] -= step;
        double slope =
            (test.reference.applyAsDouble(batch.withOutput(up))
                    - test.reference.applyAsDouble(batch.withOutput(down)))
                / (2 * step);
        assertThat(gradient[i]).as("output %d", i).isCloseTo(slope, within(1e-8));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ignoresValuesOfMissingLabels(Case test) {
    SampleBatch batch = SampleBatch.random(test.target, SIZE, 8, 0.4);
    SampleBatch poisoned = batch.poisoned();
    assertThat(poisoned.output()).contains(Double.NaN);
    assertThat(value(test.loss, poisoned)).isEqualTo(value(test.loss, batch));
    assertThat(gradient(test.loss, poisoned)).containsExactly(gradient(test.loss, batch));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isZeroWithoutLabels(Case test) {
    SampleBatch batch = SampleBatch.random(test.target, SIZE, 9, 0.4).withoutLabels().poisoned();
    assertThat(value(test.loss, batch)).isEqualTo(0f);
    assertThat(gradient(test.loss, batch)).containsOnly(0);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fullMaskHasNoEffect(Case test) {
    SampleBatch batch = SampleBatch.random(test.target, SIZE, 10, 0);
    SampleBatch masked = SampleBatch.random(test.target, SIZE, 10, 1e-300);
    assertThat(masked.mask()).containsOnly(true);
    assertThat(value(test.loss, masked)).isCloseTo(value(test.loss, batch), within(1e-6f));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void leavesTensorsToCallersScope(Case test) {
    for (double missing : new double[] {0, 0.4}) {
      SampleBatch batch = SampleBatch.random(test.target, SIZE, 11, missing);
      NDArray output = batch.outputs(manager, DataType.FLOAT32);
      output.setRequiresGradient(true);
      Labelled labels = batch.labelled(manager, DataType.FLOAT32);
      int before = manager.getManagedArrays().size();
      try (GradientMode on = GradientMode.on();
          NDScope scope = new NDScope()) {
        Backward.run(test.loss.of(output, labels));
      }
      assertThat(manager.getManagedArrays()).hasSize(before);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void acceptsItsTargets(Case test) {
    assertThat(test.loss.accepts(test.target)).isTrue();
  }

  @Test
  void rejectsOtherTargets() {
    Stream.of(Losses.CROSS_ENTROPY, Losses.NEGATIVE_LOG_LIKELIHOOD)
        .forEach(loss -> assertThat(loss.accepts(new Target.ClassMap(3))).isFalse());
    assertThat(Losses.PIXEL_CROSS_ENTROPY.accepts(new Target.Classes(3))).isFalse();
    assertThat(Losses.BINARY_CROSS_ENTROPY.accepts(new Target.Classes(2))).isFalse();
    assertThat(Losses.MEAN_SQUARED_ERROR.accepts(new Target.Labels(2))).isFalse();
    assertThat(Losses.MEAN_ABSOLUTE_ERROR.accepts(new Target.Classes(2))).isFalse();
    assertThat(Losses.huber(1).accepts(new Target.ClassMap(2))).isFalse();
    assertThat(Losses.COSINE.accepts(new Target.Real(1))).isFalse();
    assertThat(Losses.COSINE.accepts(new Target.Labels(3))).isFalse();
  }

  @Test
  void crossEntropyEqualsLogSoftmaxHeadBitwise() {
    NDArray logits = manager.randomNormal(new Shape(250, 10)).mul(5);
    NDArray labels = manager.randomInteger(0, 10, new Shape(250), DataType.INT64);
    Labelled complete = Labelled.complete(labels);
    float[] expected =
        lossAndGradient(
            logits, output -> output.logSoftmax(-1).gather(labels.expandDims(1), 1).mean().neg());
    assertThat(lossAndGradient(logits, output -> Losses.CROSS_ENTROPY.of(output, complete)))
        .containsExactly(expected);
    assertThat(
            lossAndGradient(
                logits,
                output -> Losses.NEGATIVE_LOG_LIKELIHOOD.of(output.logSoftmax(-1), complete)))
        .containsExactly(expected);
  }

  private static float[] lossAndGradient(NDArray logits, UnaryOperator<NDArray> loss) {
    try (GradientMode on = GradientMode.on()) {
      NDArray output = logits.duplicate();
      output.setRequiresGradient(true);
      NDArray value = loss.apply(output);
      Backward.run(value);
      return output.getGradient().flatten().concat(value.reshape(1)).toFloatArray();
    }
  }

  @Test
  void binaryCrossEntropyIsAccurateInBothTails() {
    NDArray labels = manager.create(new float[] {1, 0}, new Shape(1, 2));
    NDArray right = manager.create(new float[] {15, -15}, new Shape(1, 2));
    NDArray wrong = manager.create(new float[] {-200, 200}, new Shape(1, 2));
    Labelled complete = Labelled.complete(labels);
    // log(1 + e^-15)
    assertThat((double) Losses.BINARY_CROSS_ENTROPY.of(right, complete).getFloat())
        .isCloseTo(3.0590227e-7, within(1e-13));
    assertThat(Losses.BINARY_CROSS_ENTROPY.of(wrong, complete).getFloat()).isEqualTo(200f);
  }

  @Test
  void binaryCrossEntropyGradientAtZeroLogitIsOneHalf() {
    double[] zeros = new double[2];
    SampleBatch batch = new SampleBatch(new Target.Labels(2), 1, zeros, new double[] {0, 1}, null);
    assertThat(gradient(Losses.BINARY_CROSS_ENTROPY, batch)).containsExactly(0.25, -0.25);
  }

  @Test
  void huberIsQuadraticUpToDeltaAndLinearAbove() {
    Labelled zero = Labelled.complete(manager.zeros(new Shape(1, 1)));
    Loss huber = Losses.huber(2);
    assertThat(huber.of(manager.create(new float[] {-1}, new Shape(1, 1)), zero).getFloat())
        .isEqualTo(0.5f);
    assertThat(huber.of(manager.create(new float[] {5}, new Shape(1, 1)), zero).getFloat())
        .isEqualTo(8f);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void huberRejectsNonPositiveDelta(double delta) {
    assertThatThrownBy(() -> Losses.huber(delta))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("delta: found " + delta);
  }

  @Test
  void zeroVectorHasFiniteCosineGradient() {
    double[] zeros = new double[3];
    SampleBatch batch = new SampleBatch(new Target.Real(3), 1, zeros, new double[] {0, 0, 1}, null);
    assertThat(value(Losses.COSINE, batch)).isEqualTo(1f);
    for (double component : gradient(Losses.COSINE, batch)) {
      assertThat(component).isFinite();
    }
  }

  @Test
  void rejectsBroadcastLabels() {
    NDArray output = manager.zeros(new Shape(4, 1));
    Labelled flat = Labelled.complete(manager.zeros(new Shape(4)));
    assertThatThrownBy(() -> Losses.MEAN_SQUARED_ERROR.of(output, flat))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the loss mse: found outputs of shape (4, 1) and labels of shape (4), expected the"
                + " same");
  }
}
