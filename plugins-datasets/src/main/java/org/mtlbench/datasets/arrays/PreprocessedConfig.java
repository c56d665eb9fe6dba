package org.mtlbench.datasets.arrays;

import java.util.List;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;

/** Config of {@code nyuv2} and {@code cityscapes}. */
public record PreprocessedConfig(
    @ConfigKey(
            value = "folder with train and val, relative to the data folder",
            allowed = "a relative path")
        String folder,
    @ConfigKey(
            value = "seed of the validation split, not of training",
            allowed = "any whole number")
        long seed,
    @ConfigKey(
            value =
                "fraction of the training examples for validation; 0 trains on all and validates on"
                    + " the test examples, as papers do; use it only with selection last",
            allowed = "0 to 0.9")
        double validationShare,
    @ConfigKey(value = "training examples to use; 0 for all", allowed = "at least 0") int trainSize,
    @ConfigKey(
            value =
                "scale factors, one of which is drawn per training example before cropping",
            allowed = "a list of numbers from 1 to 10; empty for none")
        List<Double> scales,
    @ConfigKey("mirror training examples at random") boolean flip) {
  /** Where the files are offered. */
  static final String SOURCE = "the links of https://github.com/lorenmt/mtan";

  /** Checks the ranges. */
  public PreprocessedConfig {
    scales = List.copyOf(scales);
    Checks checks = Checks.start();
    check(checks, validationShare, trainSize, scales).finish();
  }

  /** Checks the keys shared with the config of {@code arrays}. */
  static Checks check(Checks checks, double validationShare, int trainSize, List<Double> scales) {
    return checks
        .between("validation-share", validationShare, 0, 0.9)
        .that(trainSize >= 0, "train-size", trainSize, "a whole number, at least 0")
        .that(
            scales.stream().allMatch(scale -> scale >= 1 && scale <= 10),
            "scales",
            scales,
            "a list of numbers from 1 to 10");
  }

  ArrayParts.Sizes sizes() {
    return new ArrayParts.Sizes(seed, validationShare, trainSize);
  }
}
