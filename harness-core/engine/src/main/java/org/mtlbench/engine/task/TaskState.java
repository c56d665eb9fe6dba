package org.mtlbench.engine.task;

import java.util.List;
import java.util.Optional;
import org.mtlbench.results.CellRecord;

/**
 * The state of a task, as its files show it.
 *
 * @param index index of the task
 * @param cells its cells, in the order in which they are trained
 */
public record TaskState(int index, List<Cell> cells) {
  /** Makes a defensive copy of the list. */
  public TaskState {
    cells = List.copyOf(cells);
  }

  /** How far a cell or a task is. */
  public enum Progress {
    /** Not started. */
    MISSING,
    /** Started and not ended. Only the engine knows whether the process still lives. */
    RUNNING,
    /** Ended without a result. */
    FAILED,
    /** Has an up-to-date result, or has diverged. */
    DONE
  }

  /**
   * A cell of a task.
   *
   * @param id the cell's id
   * @param progress how far it is
   * @param record its record, if it is done or failed
   */
  public record Cell(String id, Progress progress, Optional<CellRecord> record) {}

  /**
   * How far the task is: done if all cells are, failed if all cells ended and one has failed,
   * missing if no cell has started, otherwise running.
   */
  public Progress progress() {
    if (cells.stream().allMatch(cell -> cell.progress() == Progress.DONE)) {
      return Progress.DONE;
    }
    if (cells.stream().allMatch(cell -> cell.progress() == Progress.MISSING)) {
      return Progress.MISSING;
    }
    boolean ended =
        cells.stream()
            .allMatch(
                cell -> cell.progress() == Progress.DONE || cell.progress() == Progress.FAILED);
    return ended ? Progress.FAILED : Progress.RUNNING;
  }

  /** Whether all cells have ended, with or without a result. */
  public boolean ended() {
    return progress() == Progress.DONE || progress() == Progress.FAILED;
  }
}
