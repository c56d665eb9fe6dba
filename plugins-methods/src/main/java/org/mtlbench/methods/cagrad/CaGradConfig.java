package org.mtlbench.methods.cagrad;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.training.TrainingConfig;

/** Config of CAGrad. */
record CaGradConfig(
    @ConfigKey(
            value =
                "maximum distance of the direction from the mean gradient, relative to its norm",
            allowed = "at least 0, below 1")
        double c,
    @JsonUnwrapped TrainingConfig training) {
  CaGradConfig {
    Checks.start().that(c >= 0 && c < 1, "c", c, "a number of at least 0 and below 1").finish();
  }
}
