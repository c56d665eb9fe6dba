package org.mtlbench.engine.run;

import java.util.List;
import java.util.Map;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.score.TaskRecord;

/**
 * The state at the start of a run.
 *
 * @param kept cells that are not run again: they are done, or have diverged
 * @param diverged number of kept cells that have diverged
 * @param again number of cells to run that ended before: they failed or are out of date
 * @param toRun cells to run, including those, the longest expected first
 * @param datasets tasks of each dataset, by its id
 * @param resuming for each cell of {@code toRun} with a usable checkpoint, by id, where it resumes
 */
public record RunStart(
    List<PlannedCell> kept,
    int diverged,
    int again,
    List<PlannedCell> toRun,
    Map<String, List<TaskRecord>> datasets,
    Map<String, Event.CellResumed> resuming) {
  /** Makes defensive copies of the collections. */
  public RunStart {
    kept = List.copyOf(kept);
    toRun = List.copyOf(toRun);
    datasets = Map.copyOf(datasets);
    resuming = Map.copyOf(resuming);
  }

  /** The number of kept cells with a result. */
  public int done() {
    return kept.size() - diverged;
  }
}
