package org.mtlbench.methods.sdmgrad;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.training.TrainingConfig;

/** Config of SDMGrad. */
record SdmGradConfig(
    @ConfigKey(
            value = "pull of the direction towards the mean gradient; 0 for stochastic MGDA",
            allowed = "at least 0")
        double lambda,
    @ConfigKey(value = "updates of the task weights in a step", allowed = "at least 1")
        int iterations,
    @ConfigKey(value = "learning rate of the task weights", allowed = "greater than 0")
        double weightLearningRate,
    @JsonUnwrapped TrainingConfig training) {
  SdmGradConfig {
    Checks.start()
        .notNegative("lambda", lambda)
        .count("iterations", iterations)
        .positive("weight-learning-rate", weightLearningRate)
        .finish();
  }
}
