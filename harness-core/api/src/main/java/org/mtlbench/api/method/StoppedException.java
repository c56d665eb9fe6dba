package org.mtlbench.api.method;

/** Thrown at a step boundary if the run was asked to stop. */
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Thrown by the engine. */
  public StoppedException() {
    super("the run was asked to stop");
  }
}
