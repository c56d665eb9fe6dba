package org.mtlbench.api.method;

/** Thrown at a boundary of a step when the run was asked to stop. */
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Made by the engine. */
  public StoppedException() {
    super("the run was asked to stop");
  }
}
