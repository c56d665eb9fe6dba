package org.mtlbench.results;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a cell's worker failed. */
public enum FailureKind {
  /** A plugin or the engine threw an exception. */
  @JsonProperty("threw")
  THREW(false),
  /** The Java heap was full. */
  @JsonProperty("out-of-heap")
  OUT_OF_HEAP(true),
  /** No memory outside of the heap was available: tensors, threads or buffers. */
  @JsonProperty("out-of-native-memory")
  OUT_OF_NATIVE_MEMORY(true),
  /** The GPU had too little free memory. */
  @JsonProperty("out-of-device-memory")
  OUT_OF_DEVICE_MEMORY(true),
  /**
   * The worker exited without a result, for example because a plugin called {@code System.exit}.
   */
  @JsonProperty("exited")
  EXITED(false),
  /** The operating system or another process killed it. */
  @JsonProperty("killed")
  KILLED(true),
  /** Native code aborted or accessed invalid memory. */
  @JsonProperty("crashed")
  CRASHED(false),
  /** Not finished within the time limit. */
  @JsonProperty("timed-out")
  TIMED_OUT(false),
  /** The node of a cluster on which it ran failed. */
  @JsonProperty("node-failed")
  NODE_FAILED(true),
  /** A cluster gave its node to other work and did not start it again. */
  @JsonProperty("preempted")
  PREEMPTED(true),
  /** Its task was cancelled. */
  @JsonProperty("cancelled")
  CANCELLED(false);

  private final boolean infrastructure;

  FailureKind(boolean infrastructure) {
    this.infrastructure = infrastructure;
  }

  /**
   * Whether the failure is caused by the machine rather than by the cell, so that a retry may
   * succeed.
   */
  public boolean infrastructure() {
    return infrastructure;
  }
}
