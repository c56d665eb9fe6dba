package org.mtlbench.methods.nashmtl;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.training.TrainingConfig;

/** Config of Nash-MTL. */
record NashMtlConfig(
    @ConfigKey(
            value =
                "maximum norm of the direction; without a limit the norm is the square root of the number"
                    + " of tasks",
            allowed = "greater than 0")
        double maxNorm,
    @JsonUnwrapped TrainingConfig training) {
  NashMtlConfig {
    Checks.start().positive("max-norm", maxNorm).finish();
  }
}
