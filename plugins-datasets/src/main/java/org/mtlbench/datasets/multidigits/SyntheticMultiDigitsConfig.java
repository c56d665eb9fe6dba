package org.mtlbench.datasets.multidigits;

import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;

/** Config of {@code multidigits-synthetic}. */
public record SyntheticMultiDigitsConfig(
    @ConfigKey(value = "digits per image; each is a task", allowed = "2 to 9") int digits,
    @ConfigKey(
            value = "seed of the digits and of the images, not of training",
            allowed = "any whole number")
        long seed,
    @ConfigKey(value = "training examples", allowed = "1 to 1000000") int trainSize,
    @ConfigKey(value = "validation examples", allowed = "1 to 1000000") int validationSize,
    @ConfigKey(value = "test examples", allowed = "1 to 1000000") int testSize) {
  /** Checks the number of digits and the sizes. */
  public SyntheticMultiDigitsConfig {
    MultiDigitsConfig.check(Checks.start(), digits)
        .count("train-size", trainSize)
        .count("validation-size", validationSize)
        .count("test-size", testSize)
        .finish();
  }
}
