package org.mtlbench.launch;

import java.util.ArrayList;
import java.util.List;

/** A request to stop, for example by Ctrl-C. Thread-safe. */
public final class StopRequest {
  private final List<Runnable> actions = new ArrayList<>();
  private boolean requested;

  /** Requests the stop; runs the registered actions. */
  public void request() {
    List<Runnable> now;
    synchronized (this) {
      requested = true;
      now = List.copyOf(actions);
    }
    now.forEach(Runnable::run);
  }

  /** Whether a stop was requested. */
  public synchronized boolean requested() {
    return requested;
  }

  /** Registers an action for the moment of the request; runs it at once if that has passed. */
  public void whenRequested(Runnable action) {
    boolean late;
    synchronized (this) {
      late = requested;
      actions.add(action);
    }
    if (late) {
      action.run();
    }
  }
}
