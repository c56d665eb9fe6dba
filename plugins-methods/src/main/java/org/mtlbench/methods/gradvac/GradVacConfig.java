package org.mtlbench.methods.gradvac;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.training.TrainingConfig;

/** Config of GradVac. */
record GradVacConfig(
    @ConfigKey(
            value =
                "share of a step's cosine in the moving average that is the target; 0 for PCGrad",
            allowed = "0 to 1")
        double beta,
    @JsonUnwrapped TrainingConfig training) {
  GradVacConfig {
    Checks.start().between("beta", beta, 0, 1).finish();
  }
}
