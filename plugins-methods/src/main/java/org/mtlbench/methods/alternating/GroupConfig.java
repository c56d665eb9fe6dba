package org.mtlbench.methods.alternating;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.training.TrainingConfig;

/** Config of the methods that let groups of tasks step in turn. */
record GroupConfig(
    @ConfigKey(
            value = "tasks that step together; 1 for each alone, all of them for their sum",
            allowed = "1 to the number of tasks")
        int groupSize,
    @JsonUnwrapped TrainingConfig training) {
  GroupConfig {
    Checks.start().count("group-size", groupSize).finish();
  }

  /** Each task alone. */
  static GroupConfig standard() {
    return new GroupConfig(1, TrainingConfig.standard());
  }

  /** What is wrong with it on a dataset. */
  List<Problem> check(DatasetFacts dataset) {
    int tasks = dataset.tasks().size();
    return groupSize <= tasks
        ? List.of()
        : List.of(
            new Problem(
                "group-size", String.valueOf(groupSize), "a whole number from 1 to " + tasks));
  }
}
