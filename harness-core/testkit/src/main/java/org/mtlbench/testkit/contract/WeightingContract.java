package org.mtlbench.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.method.Weighting;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.testkit.given.GivenStep;

/**
 * Contract test of a weighting, a method that computes loss weights. Extend it, provide the plugin,
 * its config keys and its scale, and override the properties that do not hold for your method:
 *
 * <ul>
 *   <li>there is one finite weight per task, for losses from 1e-15 to 1e21 and losses of 0, over
 *       several steps and epochs; not negative, if {@link #isNonNegative};
 *   <li>the weights sum to the number of tasks or to 1, see {@link #scale};
 *   <li>a single task has the weight {@link #weightOfOneTask};
 *   <li>the weights are permuted with the tasks, if {@link #isSymmetric};
 *   <li>the same seed gives the same weights, also after resuming from a checkpoint;
 *   <li>returned arrays are not reused by the method;
 *   <li>all properties of {@link MethodContract} hold.
 * </ul>
 *
 * @param <C> the config record
 */
public abstract class WeightingContract<C extends Record> extends MethodContract<C> {
  private static final double TOLERANCE = 1e-9;

  /** The sum of the weights, checked after the first step and later. */
  protected abstract Scale scale();

  /** The weight of a single task, given its loss in the first step; 1 by default. */
  protected double weightOfOneTask(double loss) {
    return 1;
  }

  /**
   * Whether tasks are treated symmetrically; false if weights depend on their order, for example by
   * random draws.
   */
  protected boolean isSymmetric() {
    return true;
  }

  /** Whether weights are at least 0; false if the objective may decrease with a loss. */
  protected boolean isNonNegative() {
    return true;
  }

  private Weighting weighting(int tasks, long seed) {
    return (Weighting) create(tasks, seed);
  }

  /** Sequences of steps, each with the losses of a whole training. */
  private static List<List<GivenStep>> stepSequences(int tasks) {
    RandomGenerator random = new Randomness(5).stream("losses", tasks);
    List<List<GivenStep>> courses = new ArrayList<>();
    for (double scale : new double[] {1e-15, 1e-8, 1e-4, 1, 1e4, 1e8, 1e15}) {
      double[] start = new double[tasks];
      Arrays.setAll(start, t -> scale * (0.1 + random.nextDouble()));
      courses.add(stepSequence(start));
      double[] apart = start.clone();
      apart[0] *= 1e6;
      courses.add(stepSequence(apart));
      double[] solved = start.clone();
      solved[tasks - 1] = 0;
      courses.add(stepSequence(solved));
    }
    courses.add(stepSequence(new double[tasks]));
    return courses;
  }

  /** Four epochs of two steps; each loss falls at its own rate. */
  private static List<GivenStep> stepSequence(double[] start) {
    List<GivenStep> steps = new ArrayList<>();
    for (int n = 0; n < 8; n++) {
      double[] losses = start.clone();
      for (int t = 0; t < losses.length; t++) {
        losses[t] *= Math.pow(0.6 + 0.3 * t / losses.length, n);
      }
      steps.add(GivenStep.of(n / 2 + 1, n % 2, losses));
    }
    return steps;
  }

  /** The weights of every step, with the engine's calls in between. */
  private static List<double[]> weights(Weighting weighting, List<GivenStep> steps) {
    List<double[]> weights = new ArrayList<>();
    for (GivenStep step : steps) {
      double[] given = weighting.weights(step);
      weights.add(given.clone());
      Arrays.fill(given, Double.NaN);
      weighting.afterStep(step);
      if (step.index() == 1) {
        double[] means = step.losses();
        weighting.epochEnd(means);
        Arrays.fill(means, Double.NaN);
      }
    }
    return weights;
  }

  @Test
  void returnsOneFiniteWeightPerTask() {
    for (int tasks = 1; tasks <= 5; tasks++) {
      for (List<GivenStep> course : stepSequences(tasks)) {
        for (double[] weights : weights(weighting(tasks, 1), course)) {
          assertThat(Numbers.list(weights))
              .as("weights of losses that begin at " + Arrays.toString(course.get(0).losses()))
              .hasSize(tasks)
              .allSatisfy(weight -> assertThat(weight).isFinite())
              .allMatch(weight -> weight >= 0 || !isNonNegative());
        }
      }
    }
  }

  @Test
  void weightsSumToDeclaredScale() {
    for (int tasks = 1; tasks <= 5; tasks++) {
      for (List<GivenStep> course : stepSequences(tasks)) {
        for (double[] weights : weights(weighting(tasks, 1), course)) {
          double sum = Arrays.stream(weights).sum();
          switch (scale()) {
            case SUM -> assertThat(sum).as("sum of weights").isCloseTo(tasks, within(TOLERANCE));
            case MEAN -> assertThat(sum).as("sum of weights").isCloseTo(1, within(TOLERANCE));
            case OWN -> assertThat(sum).isFinite();
          }
        }
      }
    }
  }

  @Test
  void returnsDeclaredWeightForSingleTask() {
    for (double loss : new double[] {1e-15, 1e-8, 0.3, 1, 1e8, 1e15}) {
      double stated = weightOfOneTask(loss);
      assertThat(weighting(1, 1).weights(GivenStep.first(loss)))
          .as("weight of the only task, of loss " + loss)
          .containsExactly(new double[] {stated}, within(TOLERANCE * stated));
    }
  }

  @Test
  void weightsFollowTaskOrder() {
    if (!isSymmetric()) {
      return;
    }
    double[] losses = {0.7, 2.1, 0.2, 1.3};
    double[] turned = {1.3, 0.7, 2.1, 0.2};
    double[] weights = weighting(4, 1).weights(GivenStep.first(losses));
    assertThat(weighting(4, 1).weights(GivenStep.first(turned)))
        .as("weights of the losses " + Arrays.toString(turned))
        .containsExactly(
            new double[] {weights[3], weights[0], weights[1], weights[2]}, within(TOLERANCE));
  }

  @Test
  void weightsAreDeterministicPerSeed() {
    for (List<GivenStep> course : stepSequences(3)) {
      List<double[]> first = weights(weighting(3, 1), course);
      List<double[]> again = weights(weighting(3, 1), course);
      assertThat(again).usingElementComparator(Arrays::compare).isEqualTo(first);
    }
  }

  @Test
  void weightsResumeFromCheckpoint() {
    List<GivenStep> course = stepSequence(new double[] {1, 2, 0.5});
    List<double[]> whole = weights(weighting(3, 1), course);
    for (int at = 2; at < course.size(); at += 2) {
      RegisteredState registered = new RegisteredState();
      Weighting before = weighting(3, 1);
      before.state(registered);
      weights(before, course.subList(0, at));
      RegisteredState fresh = new RegisteredState();
      Weighting after = weighting(3, 1);
      after.state(fresh);
      fresh.restore(registered.save());
      assertThat(weights(after, course.subList(at, course.size())))
          .as("weights from epoch " + (at / 2 + 1) + " on, after a checkpoint")
          .usingElementComparator(Arrays::compare)
          .isEqualTo(whole.subList(at, course.size()));
    }
  }
}
