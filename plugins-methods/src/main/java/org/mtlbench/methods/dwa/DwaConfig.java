package org.mtlbench.methods.dwa;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.training.TrainingConfig;

/** Config of dynamic weight average. */
record DwaConfig(
    @ConfigKey(
            value = "temperature; larger values make the weights more equal",
            allowed = "greater than 0")
        double temperature,
    @JsonUnwrapped TrainingConfig training) {
  DwaConfig {
    Checks.start().positive("temperature", temperature).finish();
  }
}
