package org.mtlbench.methods.uw;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.training.TrainingConfig;

/** Config of uncertainty weighting. */
record UwConfig(
    @ConfigKey(value = "initial log-variance s of every task", allowed = "a finite number")
        double start,
    @JsonUnwrapped TrainingConfig training) {
  UwConfig {
    Checks.start().that(Double.isFinite(start), "start", start, "a finite number").finish();
  }
}
