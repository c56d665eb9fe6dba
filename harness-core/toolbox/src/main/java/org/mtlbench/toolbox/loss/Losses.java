package org.mtlbench.toolbox.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import java.util.function.UnaryOperator;
import org.mtlbench.api.task.Loss;
import org.mtlbench.api.task.Target;
import org.mtlbench.toolbox.gradient.ScalarMath;

/**
 * The built-in losses. Each is a mean over the labels that are present. Intermediate tensors belong
 * to the caller's scope.
 */
public final class Losses {
  /** -mean log p(label) for networks with log-probabilities as output; {@link Target.Classes}. */
  public static final Loss NEGATIVE_LOG_LIKELIHOOD =
      new LogLikelihoodLoss(
          "nll", target -> target instanceof Target.Classes, UnaryOperator.identity());

  /** Cross-entropy over logits; {@link Target.Classes}. */
  public static final Loss CROSS_ENTROPY =
      new LogLikelihoodLoss(
          "cross-entropy",
          target -> target instanceof Target.Classes,
          logits -> logits.logSoftmax(-1));

  /** Cross-entropy over logits for every pixel; {@link Target.ClassMap}. */
  public static final Loss PIXEL_CROSS_ENTROPY =
      new LogLikelihoodLoss(
          "pixel-cross-entropy",
          target -> target instanceof Target.ClassMap,
          logits -> logits.logSoftmax(1));

  /** Binary cross-entropy over logits, a mean over examples and labels; {@link Target.Labels}. */
  public static final Loss BINARY_CROSS_ENTROPY =
      new ElementLoss(
          "binary-cross-entropy",
          target -> target instanceof Target.Labels,
          Losses::binaryCrossEntropy);

  /** mean (output - label)^2; {@link Target.Real} and {@link Target.RealMap}. */
  public static final Loss MEAN_SQUARED_ERROR =
      new ElementLoss("mse", Losses::real, (output, values) -> output.sub(values).square());

  /** mean |output - label|; {@link Target.Real} and {@link Target.RealMap}. */
  public static final Loss MEAN_ABSOLUTE_ERROR =
      new ElementLoss("l1", Losses::real, (output, values) -> output.sub(values).abs());

  /**
   * mean (1 - cos) of the angle between output and label; {@link Target.Real} and {@link
   * Target.RealMap} of at least two values. A vector with a missing component is missing.
   */
  public static final Loss COSINE = new CosineLoss();

  private Losses() {}

  /**
   * The Huber loss: d^2 / 2 up to |d| = delta, delta (|d| - delta / 2) above; {@link Target.Real}
   * and {@link Target.RealMap}.
   *
   * @param delta where the loss becomes linear, above 0
   */
  public static Loss huber(double delta) {
    if (!(Double.isFinite(delta) && delta > 0)) {
      throw new IllegalArgumentException(
          "delta: found " + delta + ", expected a finite number above 0");
    }
    return new ElementLoss(
        "huber-" + delta,
        Losses::real,
        (output, values) -> {
          NDArray distance = output.sub(values).abs();
          NDArray quadratic = ScalarMath.atMost(distance, delta);
          return quadratic.mul(distance.sub(ScalarMath.multiply(quadratic, 0.5)));
        });
  }

  private static boolean real(Target target) {
    return target instanceof Target.Real || target instanceof Target.RealMap;
  }

  /** log(1 + e^x) for label 0 and log(1 + e^-x) for label 1: accurate in both tails. */
  private static NDArray binaryCrossEntropy(NDArray logits, NDArray values) {
    return Activation.softPlus(ScalarMath.add(ScalarMath.multiply(values, -2), 1).mul(logits));
  }
}
