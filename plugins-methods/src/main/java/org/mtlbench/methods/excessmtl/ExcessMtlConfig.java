package org.mtlbench.methods.excessmtl;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.training.TrainingConfig;

/** Config of ExcessMTL. */
record ExcessMtlConfig(
    @ConfigKey(value = "step size of the weights", allowed = "greater than 0") double weightStep,
    @ConfigKey(
            value =
                "steps whose mean excess risk is the unit of a task; weights are equal meanwhile",
            allowed = "at least 1")
        int warmUpSteps,
    @JsonUnwrapped TrainingConfig training) {
  ExcessMtlConfig {
    Checks.start().positive("weight-step", weightStep).count("warm-up-steps", warmUpSteps).finish();
  }
}
