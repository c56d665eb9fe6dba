package org.mtlbench.datasets.houses;

import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.datasets.table.CategoryEncoding;

/** Config of {@code houses-synthetic}. */
public record HousesConfig(
    @ConfigKey(value = "seed of the table, not of training", allowed = "any whole number")
        long seed,
    @ConfigKey(value = "training examples", allowed = "1 to 1000000") int trainSize,
    @ConfigKey(value = "validation examples", allowed = "1 to 1000000") int validationSize,
    @ConfigKey(value = "test examples", allowed = "1 to 1000000") int testSize,
    @ConfigKey("encoding of categorical columns") CategoryEncoding categoryEncoding) {
  /** Checks the sizes. */
  public HousesConfig {
    Checks.start()
        .count("train-size", trainSize)
        .count("validation-size", validationSize)
        .count("test-size", testSize)
        .finish();
  }
}
