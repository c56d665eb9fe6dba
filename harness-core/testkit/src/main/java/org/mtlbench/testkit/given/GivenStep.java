package org.mtlbench.testkit.given;

import java.util.random.RandomGenerator;
import org.mtlbench.api.method.FurtherBatch;
import org.mtlbench.api.method.Step;
import org.mtlbench.api.method.TaskGradients;
import org.mtlbench.api.random.Randomness;

/**
 * A fixed training step.
 *
 * @param epoch counted from 1
 * @param index counted from 0
 * @param losses losses before the step, one per task
 * @param lossesAfter losses after the step, one per task
 * @param gradientNorms norms of the trunk gradients, one per task
 * @param seed seed of the step's generator; every call of {@link #random} creates a new generator
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

  /** The first step of a training; losses fall by a tenth, gradient norms equal the losses. */
  public static GivenStep first(double... losses) {
    return of(1, 0, losses);
  }

  /** A step whose losses fall by a tenth and whose gradient norms equal the losses. */
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

  /** A fixed step has no further batch; use {@link org.mtlbench.testkit.TinyProblem} instead. */
  @Override
  public TaskGradients gradientsOn(FurtherBatch batch) {
    throw new IllegalStateException("a given step has no further batch");
  }

  @Override
  public RandomGenerator random() {
    return new Randomness(seed).stream("step");
  }
}
