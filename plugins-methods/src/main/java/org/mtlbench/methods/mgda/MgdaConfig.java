package org.mtlbench.methods.mgda;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.training.TrainingConfig;

/** Config of MGDA. */
record MgdaConfig(
    @ConfigKey(
            "gradients that update heads and monitors: scaled by the weight of their task, as in the"
                + " authors' code, or unscaled, as in their paper")
        TaskSteps taskSteps,
    @JsonUnwrapped TrainingConfig training) {
  /** How task-specific parameters are updated. */
  enum TaskSteps {
    SCALED,
    UNSCALED
  }
}
