package org.mtlbench.methods.pbi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.training.TrainingConfig;

/** Config of penalty-based boundary intersection. */
record PbiConfig(
    @ConfigKey(
            value =
                "direction w from the ideal losses, on which the losses are to lie; empty means equal",
            allowed = "one number per task, greater than 0")
        List<Double> preference,
    @ConfigKey(
            value = "ideal loss z of each task; empty means zeros",
            allowed = "one number per task")
        List<Double> ideal,
    @ConfigKey(
            value = "penalty theta on the distance from the direction; 0 for a weighted sum",
            allowed = "at least 0")
        double theta,
    @JsonUnwrapped TrainingConfig training) {
  PbiConfig {
    preference = List.copyOf(preference);
    ideal = List.copyOf(ideal);
    Checks.start()
        .that(
            preference.stream().allMatch(w -> Double.isFinite(w) && w > 0),
            "preference",
            preference,
            "finite numbers greater than 0")
        .that(ideal.stream().allMatch(Double::isFinite), "ideal", ideal, "finite numbers")
        .notNegative("theta", theta)
        .finish();
  }
}
