package org.mtlbench.engine.run;

/**
 * How the cells ended that a run was to care for: all of a plan, a shard's, or those that failed.
 *
 * @param done cells with a result, those kept from before included
 * @param failed cells that ended without a result
 * @param open cells that have not ended, for the run was stopped or ended with its first failure
 * @param stopped whether the run was asked to stop from outside
 */
public record RunOutcome(int done, int failed, int open, boolean stopped) {
  /** Whether every cell has a result. */
  public boolean complete() {
    return failed == 0 && open == 0;
  }
}
