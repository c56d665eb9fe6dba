package org.mtlbench.engine.run;

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
  /** Whether every cell has a result. */
  public boolean complete() {
    return failed == 0 && diverged == 0 && open == 0;
  }
}
