package org.mtlbench.results.run;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A part that a method plays in comparisons of methods. */
public enum MethodRole {
  /** One network per task; what Delta_m compares with. */
  @JsonProperty("single-task-baseline")
  SINGLE_TASK_BASELINE,
  /** Minimises a fixed weighting of the losses; charts join its rows to a sweep. */
  @JsonProperty("scalarisation")
  SCALARISATION
}
