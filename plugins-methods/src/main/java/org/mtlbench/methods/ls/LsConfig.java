package org.mtlbench.methods.ls;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.training.TrainingConfig;

/**
 * Config of linear scalarisation. The default training is that of {@code ours} without sparsity, so
 * that the two differ in the scalarisation only.
 */
record LsConfig(
    @ConfigKey(
            value = "weight of each task's loss; empty means 1/m for each",
            allowed = "one finite number per task, at least 0")
        List<Double> weights,
    @JsonUnwrapped TrainingConfig training) {
  LsConfig {
    weights = List.copyOf(weights);
    boolean valid = weights.stream().allMatch(w -> Double.isFinite(w) && w >= 0);
    boolean positive = weights.isEmpty() || weights.stream().anyMatch(w -> w > 0);
    Checks.start()
        .that(valid, "weights", weights, "finite numbers, at least 0")
        .that(positive, "weights", weights, "at least one weight greater than 0")
        .finish();
  }
}
