package org.mtlbench.results;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The purpose of a phase, to which its time is attributed. */
public enum PhaseKind {
  /** Preparation: teachers, tuning, the search for a sparse model. */
  @JsonProperty("search")
  SEARCH,
  /** The training of the reported model. */
  @JsonProperty("main")
  MAIN
}
