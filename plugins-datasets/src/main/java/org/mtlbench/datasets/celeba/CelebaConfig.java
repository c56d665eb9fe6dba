package org.mtlbench.datasets.celeba;

import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;

/** Config of {@code celeba}. */
public record CelebaConfig(
    @ConfigKey(
            value = "folder of the published files, relative to the data folder",
            allowed = "a relative path")
        String folder,
    @ConfigKey(value = "height and width to which images are resized", allowed = "8 to 256")
        int size,
    @ConfigKey(value = "number of training examples, from the start of the list; 0 for all", allowed = "at least 0")
        int trainSize) {
  /** Checks the ranges. */
  public CelebaConfig {
    Checks.start()
        .that(size >= 8 && size <= 256, "size", size, "a whole number from 8 to 256")
        .that(trainSize >= 0, "train-size", trainSize, "a whole number, at least 0")
        .finish();
  }
}
