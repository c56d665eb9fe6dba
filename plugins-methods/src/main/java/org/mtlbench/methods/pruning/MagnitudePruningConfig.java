package org.mtlbench.methods.pruning;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;

/** Config of magnitude pruning. */
record MagnitudePruningConfig(
    @ConfigKey(
            value =
                "share of the neuron rows of each hidden layer that is pruned, rounded down to whole"
                    + " rows; SR also counts the rows of input and output layers, which are kept",
            allowed = "at least 0, less than 1")
        double sparsity,
    @ConfigKey(
            value =
                "rows that every layer keeps, whatever sparsity asks for; a layer with fewer keeps"
                    + " all",
            allowed = "at least 0")
        int minLayerRows,
    @ConfigKey("when rows are pruned: after the first phase, or between its epochs")
        PruningSchedule pruning,
    @JsonUnwrapped RetrainedTraining training) {
  MagnitudePruningConfig {
    Checks.start()
        .that(sparsity >= 0 && sparsity < 1, "sparsity", sparsity, "a number from 0 to below 1")
        .that(minLayerRows >= 0, "min-layer-rows", minLayerRows, "a whole number, at least 0")
        .finish();
  }
}
