package org.mtlbench.methods.mtan;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.toolbox.search.SearchConfig;

/** Config of MTAN. */
record MtanConfig(
    @ConfigKey(
            value =
                "candidates for the weights of the task losses; a single one is used without a"
                    + " search; empty means the protocol's grid",
            allowed = "lists of one finite number per task, at least 0")
        List<List<Double>> weights,
    @ConfigKey("whether tasks share one set of attention modules; true as in the authors' code")
        boolean sharedAttention,
    @JsonUnwrapped TrainingConfig training,
    @JsonUnwrapped SearchConfig search) {
  MtanConfig {
    weights = weights.stream().map(List::copyOf).toList();
    Checks.start()
        .that(
            weights.stream()
                .allMatch(list -> list.stream().allMatch(x -> Double.isFinite(x) && x >= 0)),
            "weights",
            weights,
            "lists of finite numbers, at least 0")
        .finish();
  }
}
