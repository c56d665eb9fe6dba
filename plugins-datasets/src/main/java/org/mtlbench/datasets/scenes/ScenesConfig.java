package org.mtlbench.datasets.scenes;

import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;

/** Config of {@code scenes-synthetic}. */
public record ScenesConfig(
    @ConfigKey(value = "seed of the scenes, not of training", allowed = "any whole number")
        long seed,
    @ConfigKey("mirror training examples at random, with their labels") boolean flip,
    @ConfigKey(value = "training examples", allowed = "1 to 100000") int trainSize,
    @ConfigKey(value = "validation examples", allowed = "1 to 100000") int validationSize,
    @ConfigKey(value = "test examples", allowed = "1 to 100000") int testSize) {
  // 100,000 images of 48 x 48 with normals are 2.8 GB of floats, 691,200,000 in one array
  private static final int MAX_SIZE = 100_000;

  /** Checks the sizes. */
  public ScenesConfig {
    Checks checks = Checks.start();
    checkSize(checks, "train-size", trainSize);
    checkSize(checks, "validation-size", validationSize);
    checkSize(checks, "test-size", testSize);
    checks.finish();
  }

  private static void checkSize(Checks checks, String key, int size) {
    checks.that(size >= 1 && size <= MAX_SIZE, key, size, "a whole number from 1 to " + MAX_SIZE);
  }
}
