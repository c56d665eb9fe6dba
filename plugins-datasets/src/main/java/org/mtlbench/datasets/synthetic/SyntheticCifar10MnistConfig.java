package org.mtlbench.datasets.synthetic;

import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.datasets.cifar10mnist.Rotation;

/** Config of {@code cifar10mnist-synthetic}. */
public record SyntheticCifar10MnistConfig(
    @ConfigKey(
            value = "seed of the textures and of the digits, not of training",
            allowed = "any whole number")
        long seed,
    @ConfigKey(
            value =
                "training images are rotated by at most this many degrees in either direction; 0 is off",
            allowed = "0 to 180")
        double rotation,
    @ConfigKey(value = "training examples", allowed = "1 to 1000000") int trainSize,
    @ConfigKey(value = "validation examples", allowed = "1 to 1000000") int validationSize,
    @ConfigKey(value = "test examples", allowed = "1 to 1000000") int testSize) {

  /** Checks the ranges. */
  public SyntheticCifar10MnistConfig {
    Checks.start()
        .between("rotation", rotation, 0, Rotation.MAX_DEGREES)
        .count("train-size", trainSize)
        .count("validation-size", validationSize)
        .count("test-size", testSize)
        .finish();
  }
}
