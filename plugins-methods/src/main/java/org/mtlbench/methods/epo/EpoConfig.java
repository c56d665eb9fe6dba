package org.mtlbench.methods.epo;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.training.TrainingConfig;

/** Config of exact Pareto optimal search. */
record EpoConfig(
    @ConfigKey(
            value =
                "preference r: the losses are to satisfy r_1 L_1 = r_2 L_2 = ..., so a task with a"
                    + " larger r gets a smaller loss; empty means equal",
            allowed = "one number per task, greater than 0")
        List<Double> preference,
    @ConfigKey(
            value =
                "non-uniformity mu of the losses up to which a step reduces all losses, and above"
                    + " which it balances them",
            allowed = "at least 0")
        double tolerance,
    @JsonUnwrapped TrainingConfig training) {
  EpoConfig {
    preference = List.copyOf(preference);
    Checks.start()
        .that(
            preference.stream().allMatch(r -> Double.isFinite(r) && r > 0),
            "preference",
            preference,
            "finite numbers greater than 0")
        .notNegative("tolerance", tolerance)
        .finish();
  }
}
