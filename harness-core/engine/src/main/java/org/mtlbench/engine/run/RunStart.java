package org.mtlbench.engine.run;

import java.util.List;
import java.util.Map;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.score.TaskRecord;

/**
 * What a run starts with.
 *
 * @param kept cells that are not run again: they are done, or have diverged
 * @param diverged how many of the kept cells have diverged
 * @param again how many of the cells to run ended before: they failed or are out of date
 * @param toRun cells that are going to run, those included, the longest expected first
 * @param datasets the tasks of each dataset, by its id
 * @param resuming by cell id, where those of {@code toRun} resume that have a usable checkpoint
 */
public record RunStart(
    List<PlannedCell> kept,
    int diverged,
    int again,
    List<PlannedCell> toRun,
    Map<String, List<TaskRecord>> datasets,
    Map<String, Event.CellResumed> resuming) {
  /** Keeps copies of the collections. */
  public RunStart {
    kept = List.copyOf(kept);
    toRun = List.copyOf(toRun);
    datasets = Map.copyOf(datasets);
    resuming = Map.copyOf(resuming);
  }

  /** How many of the kept cells have a result. */
  public int done() {
    return kept.size() - diverged;
  }
}
