package org.mtlbench.datasets.arrays;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;

/** Config of {@code arrays}. */
public record ArraysConfig(
    @ConfigKey(value = "folder of the dataset, relative to the data folder", allowed = "a relative path")
        String folder,
    @ConfigKey(value = "folder of the images in each part", allowed = "a text") String image,
    @ConfigKey(
            value =
                "the tasks: from name to kind (classes, depth, normals, values) or a mapping of"
                    + " kind, folder, classes, channels, missing",
            allowed = "a mapping, at least one task")
        Map<String, MapTarget> targets,
    @ConfigKey(value = "part with the training examples", allowed = "a text") String train,
    @ConfigKey(
            value = "part with the validation examples; empty to take them from the training part",
            allowed = "a text")
        String validation,
    @ConfigKey(value = "part with the test examples", allowed = "a text") String test,
    @ConfigKey(
            value = "seed of the validation split, not of training",
            allowed = "any whole number")
        long seed,
    @ConfigKey(
            value =
                "fraction of the training examples for validation, if it has no part; 0 trains on"
                    + " all and"
                    + " validates on the test examples; use it only with selection last",
            allowed = "0 to 0.9")
        double validationShare,
    @ConfigKey(value = "training examples to use; 0 for all", allowed = "at least 0") int trainSize,
    @ConfigKey(
            value = "mean of each channel, as a fraction of 255 for bytes; empty for 0",
            allowed = "a list of numbers")
        List<Double> means,
    @ConfigKey(
            value = "standard deviation of each channel, as a fraction of 255 for bytes; empty for 1",
            allowed = "a list of numbers greater than 0")
        List<Double> deviations,
    @ConfigKey(
            value =
                "scale factors, one of which is drawn per training example before cropping",
            allowed = "a list of numbers from 1 to 10; empty for none")
        List<Double> scales,
    @ConfigKey("mirror training examples at random") boolean flip) {
  /** Checks the ranges. */
  public ArraysConfig {
    targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
    means = List.copyOf(means);
    deviations = List.copyOf(deviations);
    scales = List.copyOf(scales);
    Checks checks = Checks.start();
    PreprocessedConfig.check(checks, validationShare, trainSize, scales)
        .that(
            deviations.size() == means.size() && deviations.stream().allMatch(d -> d > 0),
            "deviations",
            deviations,
            "one number greater than 0 for each of means")
        .finish();
  }
}
