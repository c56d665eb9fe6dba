package org.mtlbench.datasets.multifashion;

import java.util.Objects;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;

/** Config of {@code multifashion} and {@code multifashion-mnist}. */
public record MultiFashionConfig(
    @ConfigKey(
            value = "seed of the split and of the images, not of training",
            allowed = "any whole number")
        long seed,
    @ConfigKey(
            "multimnist: 28x28, as in the dataset multimnist; pareto-mtl: 36x36 with moved items,"
                + " as described by Lin et al. (2019)")
        Construction construction,
    @ConfigKey(
            value = "number of training examples, the first in the order of the seed",
            allowed = "1 to 50000; to 100000 with construction: pareto-mtl")
        int trainSize,
    @ConfigKey(
            value = "number of validation examples, the first in the order of the seed",
            allowed = "1 to 10000; to 20000 with construction: pareto-mtl")
        int validationSize) {
  /** Training items. */
  static final int TRAIN_ITEMS = 50_000;

  /** Validation items. */
  static final int VALIDATION_ITEMS = 10_000;

  /** Rejects a missing value and sizes outside their range. */
  public MultiFashionConfig {
    Objects.requireNonNull(construction, "construction");
    int train = TRAIN_ITEMS * construction.imagesPerItem();
    int validation = VALIDATION_ITEMS * construction.imagesPerItem();
    Checks.start()
        .that(
            trainSize >= 1 && trainSize <= train,
            "train-size",
            trainSize,
            "a whole number from 1 to " + train)
        .that(
            validationSize >= 1 && validationSize <= validation,
            "validation-size",
            validationSize,
            "a whole number from 1 to " + validation)
        .finish();
  }

  /** All training examples of the construction. */
  int availableTrainSize() {
    return TRAIN_ITEMS * construction.imagesPerItem();
  }
}
