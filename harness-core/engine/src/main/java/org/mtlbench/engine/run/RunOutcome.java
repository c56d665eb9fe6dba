package org.mtlbench.engine.run;

/**
 * How the cells ended that a run was to care for: all of a plan, a shard's, or those that failed.
 *
 * @param done cells with a result, those kept from before included
 * @param failed cells that ended without a result and can be run again
 * @param diverged cells that diverged, those kept from before included; not run again
 * @param open cells that have not ended, because the run was stopped or ended with its first
 *     failure; those with a result or failure that is out of date included
 * @param checkpoints how many of the open cells have a checkpoint
 * @param stopped whether the run was asked to stop from outside
 */
public record RunOutcome(
    int done, int failed, int diverged, int open, int checkpoints, boolean stopped) {
  /** Whether every cell has a result. */
  public boolean complete() {
    return failed == 0 && diverged == 0 && open == 0;
  }
}
