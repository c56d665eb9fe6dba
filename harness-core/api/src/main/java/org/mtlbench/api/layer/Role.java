package org.mtlbench.api.layer;

/** Whether a parameter is shared or task-specific. */
public sealed interface Role {
  /** Shared by all tasks. */
  record Trunk() implements Role {}

  /**
   * Used by one task only: heads, monitors, attention modules.
   *
   * @param task index of the task in this network, from 0
   */
  record OfTask(int task) implements Role {}

  /** Shared by all tasks. */
  Role TRUNK = new Trunk();

  /** Used by one task only. */
  static Role task(int task) {
    return new OfTask(task);
  }
}
