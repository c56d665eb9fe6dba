package org.mtlbench.engine.task;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.engine.task.TaskState.Progress;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.folder.RunFolder;

/**
 * Reads the states of the tasks of a run folder from its files, as often as needed: records show
 * what ended, claims what started. A read looks up two names per cell that is not done, and reads
 * the records of those that ended since. Not thread-safe.
 */
public final class TaskStates {
  private final RunFolder folder;
  private final List<TaskList.Task> tasks;
  private final Map<String, TaskState.Cell> done = new HashMap<>();

  private TaskStates(RunFolder folder, List<TaskList.Task> tasks) {
    this.folder = folder;
    this.tasks = tasks;
  }

  /**
   * Reads the list of tasks.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException if the folder has none, or they were
   *     prepared by another version of the program
   */
  public static TaskStates of(Path folder) throws IOException {
    RunFolder run = RunFolder.at(folder);
    return new TaskStates(run, TaskList.readAll(run));
  }

  /** The number of tasks. */
  public int count() {
    return tasks.size();
  }

  /** The state of each task by its index. */
  public List<TaskState> read() throws IOException {
    List<TaskState> states = new ArrayList<>();
    for (TaskList.Task task : tasks) {
      List<TaskState.Cell> cells = new ArrayList<>();
      for (TaskList.Cell cell : task.cells()) {
        cells.add(state(cell));
      }
      states.add(new TaskState(task.index(), cells));
    }
    return states;
  }

  private TaskState.Cell state(TaskList.Cell cell) throws IOException {
    String id = cell.order().cell().id();
    TaskState.Cell known = done.get(id);
    if (known != null) {
      return known;
    }
    Optional<CellRecord> record = folder.readCell(id);
    if (record.filter(cell.order()::hasResult).isPresent()) {
      TaskState.Cell ended = new TaskState.Cell(id, Progress.DONE, record);
      done.put(id, ended);
      return ended;
    }
    if (record.filter(found -> !found.hasResult() && !cell.precedes(found)).isPresent()) {
      return new TaskState.Cell(id, Progress.FAILED, record);
    }
    boolean started = folder.attempts(id).exists(cell.claim() + 1);
    return new TaskState.Cell(id, started ? Progress.RUNNING : Progress.MISSING, Optional.empty());
  }
}
