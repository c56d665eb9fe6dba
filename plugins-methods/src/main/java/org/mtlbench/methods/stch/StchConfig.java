package org.mtlbench.methods.stch;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.training.TrainingConfig;

/** Config of smooth Tchebycheff scalarisation. */
record StchConfig(
    @ConfigKey(
            value = "preference w of each task; empty means 1/m for each",
            allowed = "one number per task, greater than 0")
        List<Double> preference,
    @ConfigKey(
            value = "ideal loss z of each task; empty means zeros",
            allowed = "one number per task")
        List<Double> ideal,
    @ConfigKey(
            value = "smoothing mu; a small value is close to the maximum",
            allowed = "greater than 0")
        double smoothing,
    @JsonUnwrapped TrainingConfig training) {
  StchConfig {
    preference = List.copyOf(preference);
    ideal = List.copyOf(ideal);
    Checks.start()
        .that(
            preference.stream().allMatch(w -> Double.isFinite(w) && w > 0),
            "preference",
            preference,
            "finite numbers greater than 0")
        .that(ideal.stream().allMatch(Double::isFinite), "ideal", ideal, "finite numbers")
        .positive("smoothing", smoothing)
        .finish();
  }
}
