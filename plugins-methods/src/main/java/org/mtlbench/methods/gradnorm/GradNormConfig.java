package org.mtlbench.methods.gradnorm;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.training.TrainingConfig;

/** Config of GradNorm. */
record GradNormConfig(
    @ConfigKey(
            value = "strength of the balancing towards slowly training tasks; 0 for equal norms",
            allowed = "at least 0")
        double alpha,
    @ConfigKey(value = "learning rate of the task weights", allowed = "greater than 0")
        double weightLearningRate,
    @JsonUnwrapped TrainingConfig training) {
  GradNormConfig {
    Checks.start()
        .notNegative("alpha", alpha)
        .positive("weight-learning-rate", weightLearningRate)
        .finish();
  }
}
