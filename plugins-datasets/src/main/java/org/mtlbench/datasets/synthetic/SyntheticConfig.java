package org.mtlbench.datasets.synthetic;

import java.util.Objects;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.datasets.multimnist.Resize;

/** Config of {@code multimnist-synthetic}. */
public record SyntheticConfig(
    @ConfigKey(
            value = "seed of the digits and of their partners, not of training",
            allowed = "any whole number")
        long seed,
    @ConfigKey("how the 36x36 canvas is reduced to 28x28") Resize resize,
    @ConfigKey(value = "training examples", allowed = "1 to 1000000") int trainSize,
    @ConfigKey(value = "validation examples", allowed = "1 to 1000000") int validationSize,
    @ConfigKey(value = "test examples", allowed = "1 to 1000000") int testSize) {

  /** Checks the sizes. */
  public SyntheticConfig {
    Objects.requireNonNull(resize, "resize");
    Checks.start()
        .count("train-size", trainSize)
        .count("validation-size", validationSize)
        .count("test-size", testSize)
        .finish();
  }
}
