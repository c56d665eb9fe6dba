package org.mtlbench.methods.cosmos;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.training.TrainingConfig;

/** Config of COSMOS. */
record CosmosConfig(
    @ConfigKey(
            value =
                "preference at which the network is validated and tested, divided by its sum; empty"
                    + " means equal",
            allowed = "one number per task, at least 0, not all 0")
        List<Double> preference,
    @ConfigKey(
            value =
                "parameter of the symmetric Dirichlet distribution of the preferences in training; 1"
                    + " is uniform, above 1 favours equal preferences",
            allowed = "at least 0.01")
        double alpha,
    @ConfigKey(
            value = "factor of the cosine similarity of losses and preference",
            allowed = "at least 0")
        double lambda,
    @JsonUnwrapped TrainingConfig training) {
  private static final double MIN_ALPHA = 0.01;

  CosmosConfig {
    preference = List.copyOf(preference);
    boolean valid = preference.stream().allMatch(r -> Double.isFinite(r) && r >= 0);
    boolean positive = preference.isEmpty() || preference.stream().anyMatch(r -> r > 0);
    Checks.start()
        .that(valid, "preference", preference, "finite numbers, at least 0")
        .that(positive, "preference", preference, "at least one number greater than 0")
        .that(
            Double.isFinite(alpha) && alpha >= MIN_ALPHA,
            "alpha",
            alpha,
            "a finite number, at least " + MIN_ALPHA)
        .notNegative("lambda", lambda)
        .finish();
  }
}
