package org.mtlbench.methods.fairgrad;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.training.TrainingConfig;

/** Config of FairGrad. */
record FairGradConfig(
    @ConfigKey(
            value =
                "kind of fairness: 1 for proportional, large values for equal gains of all tasks",
            allowed = "0.5 to 10")
        double alpha,
    @JsonUnwrapped TrainingConfig training) {
  FairGradConfig {
    Checks.start().between("alpha", alpha, FairGrad.MIN_ALPHA, FairGrad.MAX_ALPHA).finish();
  }
}
