package org.mtlbench.architectures.vgg;

import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;

/** Config of {@code vgg}. */
public record VggConfig(
    @ConfigKey(
            value =
                "channels of the first convolution; the others have 2, 2, 4, 4, 8 and 8 times as"
                    + " many, the feature 8 times",
            allowed = "at least 1")
        int width) {
  public VggConfig {
    Checks.start().count("width", width).finish();
  }
}
