package org.mtlbench.results.run;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The role of a method in comparisons. */
public enum MethodRole {
  /** One network per task: the reference of Delta_m. */
  @JsonProperty("single-task-baseline")
  SINGLE_TASK_BASELINE,
  /** Minimises a fixed weighted sum of the losses; charts connect its rows as a sweep. */
  @JsonProperty("scalarisation")
  SCALARISATION
}
