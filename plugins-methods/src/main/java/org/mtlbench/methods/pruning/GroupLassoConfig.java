package org.mtlbench.methods.pruning;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;

/** Config of group lasso. */
record GroupLassoConfig(
    @ConfigKey(
            value =
                "factor of the penalty, the sum of the Euclidean norms of all hidden neuron rows",
            allowed = "at least 0")
        double lambda,
    @JsonUnwrapped RetrainedTraining training) {
  GroupLassoConfig {
    Checks.start().notNegative("lambda", lambda).finish();
  }
}
