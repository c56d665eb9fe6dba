package org.mtlbench.methods.famo;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.training.TrainingConfig;

/** Config of FAMO. */
record FamoConfig(
    @ConfigKey(
            value = "lower bound b of each task's loss; empty means 0 for all",
            allowed = "one number per task")
        List<Double> lowerBounds,
    @ConfigKey(value = "learning rate of xi", allowed = "greater than 0") double weightLearningRate,
    @ConfigKey(value = "L2 penalty on xi, towards equal weights", allowed = "at least 0")
        double regularisation,
    @JsonUnwrapped TrainingConfig training) {
  FamoConfig {
    lowerBounds = List.copyOf(lowerBounds);
    Checks.start()
        .that(
            lowerBounds.stream().allMatch(Double::isFinite),
            "lower-bounds",
            lowerBounds,
            "finite numbers")
        .positive("weight-learning-rate", weightLearningRate)
        .notNegative("regularisation", regularisation)
        .finish();
  }
}
