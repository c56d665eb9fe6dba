package org.mtlbench.methods.alternating;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.training.TrainingConfig;

/** Config of methods that update groups of tasks in turn. */
record GroupConfig(
    @ConfigKey(
            value =
                "number of tasks per update; 1 updates each task alone, all tasks update their sum",
            allowed = "1 to the number of tasks")
        int groupSize,
    @JsonUnwrapped TrainingConfig training) {
  GroupConfig {
    Checks.start().count("group-size", groupSize).finish();
  }

  /** The default: one task per group. */
  static GroupConfig standard() {
    return new GroupConfig(1, TrainingConfig.standard());
  }

  /** Problems of this config on a dataset. */
  List<Problem> check(DatasetFacts dataset) {
    int tasks = dataset.tasks().size();
    return groupSize <= tasks
        ? List.of()
        : List.of(
            new Problem(
                "group-size", String.valueOf(groupSize), "a whole number from 1 to " + tasks));
  }
}
