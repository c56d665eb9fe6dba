package org.mtlbench.methods.modo;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.training.TrainingConfig;

/** Config of MoDo. */
record ModoConfig(
    @ConfigKey(
            value =
                "learning rate gamma of the task weights; its unit is that of inverse squared gradients",
            allowed = "greater than 0")
        double weightLearningRate,
    @ConfigKey(
            value = "L2 penalty rho on the task weights, towards equal ones",
            allowed = "at least 0")
        double regularisation,
    @JsonUnwrapped TrainingConfig training) {
  ModoConfig {
    Checks.start()
        .positive("weight-learning-rate", weightLearningRate)
        .notNegative("regularisation", regularisation)
        .finish();
  }
}
