package org.mtlbench.engine.task;

import java.util.List;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.run.RunStart;

/**
 * The tasks that were written to a run folder.
 *
 * @param start the state at the start: cells that are done, cells to run, and which of them resume
 * @param tasks the cells of each task by its index, the tasks with the longest cells first; empty
 *     if there is nothing to run
 */
public record PreparedTasks(RunStart start, List<List<PlannedCell>> tasks) {
  /** Makes a defensive copy of the lists. */
  public PreparedTasks {
    tasks = tasks.stream().map(List::copyOf).toList();
  }

  /** The number of tasks; their indices are below it. */
  public int count() {
    return tasks.size();
  }
}
