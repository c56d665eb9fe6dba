package org.mtlbench.methods.dwa;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.mtlbench.spi.config.Checks;
import org.mtlbench.spi.config.ConfigKey;
import org.mtlbench.spi.toolbox.training.TrainingConfig;

/** Config of dynamic weight average. */
record DwaConfig(
    @ConfigKey(value = "temperature; a large one makes weights equal", allowed = "greater than 0")
        double temperature,
    @JsonUnwrapped TrainingConfig training) {
  DwaConfig {
    Checks.start().positive("temperature", temperature).finish();
  }
}
