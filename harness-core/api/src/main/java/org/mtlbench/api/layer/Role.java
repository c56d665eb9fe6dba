package org.mtlbench.api.layer;

/** Whether a parameter is shared or task-specific: which task losses have a gradient in it. */
public sealed interface Role {
  /** Shared: the loss of every task reaches it, in a common trunk or elsewhere. */
  record Trunk() implements Role {}

  /**
   * Used by one task only: heads, monitors, attention modules, gates.
   *
   * @param task index of the task in this network, from 0
   */
  record OfTask(int task) implements Role {}

  /**
   * Shared by all tasks, with a gradient from the loss of each of them. A parameter with gradients
   * from several tasks, but not all, does not fit; {@code ArchitectureContract} rejects it.
   */
  Role TRUNK = new Trunk();

  /**
   * Used by one task only.
   *
   * @param task index of the task in this network, from 0
   */
  static Role task(int task) {
    return new OfTask(task);
  }
}
