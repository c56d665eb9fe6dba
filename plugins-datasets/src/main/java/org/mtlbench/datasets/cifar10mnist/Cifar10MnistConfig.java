package org.mtlbench.datasets.cifar10mnist;

import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;

/** Config of Cifar10Mnist. */
public record Cifar10MnistConfig(
    @ConfigKey(value = "seed of the split, not of training", allowed = "any whole number")
        long seed,
    @ConfigKey(
            value =
                "training images are rotated by at most this many degrees in either direction; 0 is off",
            allowed = "0 to 180")
        double rotation,
    @ConfigKey(
            value = "number of training examples, the first in the order of the seed",
            allowed = "1 to 40000")
        int trainSize,
    @ConfigKey(
            value = "number of validation examples, the first in the order of the seed",
            allowed = "1 to 10000")
        int validationSize) {
  /** All training examples. */
  public static final int TRAIN_SIZE = 40_000;

  /** All validation examples. */
  public static final int VALIDATION_SIZE = 10_000;

  /** The default seed. */
  public static final long DEFAULT_SEED = 42;

  /** The rotation of the paper. */
  public static final double DEFAULT_ROTATION = 20;

  /** Checks the ranges. */
  public Cifar10MnistConfig {
    Checks.start()
        .between("rotation", rotation, 0, Rotation.MAX_DEGREES)
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
