package org.mtlbench.results;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happened to a cell's worker that did not end well. */
public enum FailureKind {
  /** A plugin or the engine threw an exception. */
  @JsonProperty("threw")
  THREW(false),
  /** The Java heap was full. */
  @JsonProperty("out-of-heap")
  OUT_OF_HEAP(true),
  /** Memory outside of the heap could not be had: tensors, threads, buffers, a GPU's memory. */
  @JsonProperty("out-of-native-memory")
  OUT_OF_NATIVE_MEMORY(true),
  /** It ended by itself and left no result, as {@code System.exit} in a plugin does. */
  @JsonProperty("exited")
  EXITED(false),
  /** The system or another process ended it. */
  @JsonProperty("killed")
  KILLED(true),
  /** Native code aborted, or touched memory that is not its own. */
  @JsonProperty("crashed")
  CRASHED(false),
  /** It did not end within the time allowed. */
  @JsonProperty("timed-out")
  TIMED_OUT(false);

  private final boolean infrastructure;

  FailureKind(boolean infrastructure) {
    this.infrastructure = infrastructure;
  }

  /** Whether the machine is to blame rather than the cell, so that another attempt may go well. */
  public boolean infrastructure() {
    return infrastructure;
  }
}
