package org.mtlbench.testkit.given;

import java.util.random.RandomGenerator;
import org.mtlbench.api.method.FurtherBatch;
import org.mtlbench.api.method.Step;
import org.mtlbench.api.method.TaskGradients;
import org.mtlbench.api.random.Randomness;

/**
 * A training step written down by hand.
 *
 * @param epoch from 1
 * @param index from 0
 * @param losses before the step, one per task
 * @param lossesAfter after the step, one per task
 * @param gradientNorms of the trunk, one per task
 * @param seed of the step's generator, which every call of {@link #random} makes anew
 */
public record GivenStep(
    int epoch, int index, double[] losses, double[] lossesAfter, double[] gradientNorms, long seed)
    implements Step {
  private static final double LEARNING_RATE = 0.01;

  public GivenStep {
    losses = losses.clone();
    lossesAfter = lossesAfter.clone();
    gradientNorms = gradientNorms.clone();
  }

  /**
   * The first step of a training; losses fall by a tenth, gradients are as long as losses large.
   */
  public static GivenStep first(double... losses) {
    return of(1, 0, losses);
  }

  /** A step whose losses fall by a tenth, and whose gradients are as long as the losses large. */
  public static GivenStep of(int epoch, int index, double... losses) {
    double[] after = losses.clone();
    for (int t = 0; t < after.length; t++) {
      after[t] *= 0.9;
    }
    return new GivenStep(epoch, index, losses, after, losses, 31L * epoch + index);
  }

  @Override
  public double learningRate() {
    return LEARNING_RATE;
  }

  @Override
  public double[] losses() {
    return losses.clone();
  }

  @Override
  public double[] lossesAfter() {
    return lossesAfter.clone();
  }

  @Override
  public double[] gradientNorms() {
    return gradientNorms.clone();
  }

  /** A step written down by hand has no other batch; train on the tiny problem instead. */
  @Override
  public TaskGradients gradientsOn(FurtherBatch batch) {
    throw new IllegalStateException("a given step has no further batch");
  }

  @Override
  public RandomGenerator random() {
    return new Randomness(seed).stream("step");
  }
}
