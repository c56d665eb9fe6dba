package org.mtlbench.methods.cosmos;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hipparchus.random.RandomDataGenerator;

/** Random preferences. */
final class Preferences {
  private Preferences() {}

  /**
   * A draw from the symmetric Dirichlet distribution: independent numbers from the gamma
   * distribution of the given shape, divided by their sum.
   *
   * @param tasks K, at least 1
   * @param alpha above 0
   * @return K numbers of at least 0 and of sum 1
   */
  static double[] dirichlet(int tasks, double alpha, RandomGenerator random) {
    RandomDataGenerator gamma = new RandomDataGenerator(random.nextLong());
    double[] drawn = new double[tasks];
    double sum;
    do {
      Arrays.setAll(drawn, t -> gamma.nextGamma(alpha, 1));
      sum = Arrays.stream(drawn).sum();
      // For small alpha all of them may underflow.
    } while (!(sum > 0));
    double total = sum;
    return Arrays.stream(drawn).map(x -> x / total).toArray();
  }
}
