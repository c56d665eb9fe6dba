package org.mtlbench.engine.run;

import java.util.Optional;
import java.util.function.Function;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.folder.RunFolder;

/**
 * How the cells of a run ended: all of a plan, those of a shard, or those that had failed.
 *
 * @param done cells with a result, including those kept from before
 * @param failed cells that ended without a result and can be run again
 * @param diverged cells that diverged, including those kept from before; not run again
 * @param open cells that have not ended, because the run was stopped or ended with its first
 *     failure; including those whose result or failure is out of date
 * @param checkpoints number of open cells with a checkpoint
 * @param stopped whether the run was asked to stop
 */
public record RunOutcome(
    int done, int failed, int diverged, int open, int checkpoints, boolean stopped) {
  /**
   * Counts the outcome of a run. Only records that the run kept or saw written count, since the
   * folder also contains old records of cells that have not been run.
   *
   * @param ended the status of a cell of {@code start.toRun()}; empty if it has not ended
   */
  public static RunOutcome of(
      RunStart start,
      Function<PlannedCell, Optional<CellStatus>> ended,
      RunFolder folder,
      boolean stopped) {
    int done = start.done();
    int failed = 0;
    int diverged = start.diverged();
    int open = 0;
    int checkpoints = 0;
    for (PlannedCell cell : start.toRun()) {
      Optional<CellStatus> status = ended.apply(cell);
      if (status.isEmpty()) {
        open++;
        checkpoints += folder.attempts(cell.spec().id()).newestCheckpoint().isPresent() ? 1 : 0;
      } else {
        switch (status.get()) {
          case DONE -> done++;
          case DIVERGED -> diverged++;
          case FAILED, TIMEOUT -> failed++;
        }
      }
    }
    return new RunOutcome(done, failed, diverged, open, checkpoints, stopped);
  }

  /** Whether every cell has a result. */
  public boolean complete() {
    return failed == 0 && diverged == 0 && open == 0;
  }
}
