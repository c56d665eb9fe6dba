package org.mtlbench.datasets.multimnist;

import java.util.Objects;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;

/** Config of MultiMNIST. */
public record MultiMnistConfig(
    @ConfigKey(
            value = "seed of the split and of the partners, not of training",
            allowed = "any whole number")
        long seed,
    @ConfigKey("how the 36x36 canvas is reduced to 28x28") Resize resize,
    @ConfigKey(
            value = "number of training examples, the first in the order of the seed",
            allowed = "1 to 50000")
        int trainSize,
    @ConfigKey(
            value = "number of validation examples, the first in the order of the seed",
            allowed = "1 to 10000")
        int validationSize) {
  /** All training examples. */
  public static final int TRAIN_SIZE = 50_000;

  /** All validation examples. */
  public static final int VALIDATION_SIZE = 10_000;

  /** The default seed. */
  public static final long DEFAULT_SEED = 42;

  /** Rejects a missing value and a training size outside its range. */
  public MultiMnistConfig {
    Objects.requireNonNull(resize, "resize");
    Checks.start()
        .that(
            trainSize >= 1 && trainSize <= TRAIN_SIZE,
            "train-size",
            trainSize,
            "a whole number from 1 to " + TRAIN_SIZE)
        .that(
            validationSize >= 1 && validationSize <= VALIDATION_SIZE,
            "validation-size",
            validationSize,
            "a whole number from 1 to " + VALIDATION_SIZE)
        .finish();
  }
}
