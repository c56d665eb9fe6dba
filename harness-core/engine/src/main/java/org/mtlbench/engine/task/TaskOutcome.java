package org.mtlbench.engine.task;

/**
 * How the cells of a task ended.
 *
 * @param done cells with an up-to-date result, including those that were done before. A cell that
 *     diverged counts: it would diverge again
 * @param failed cells that ended without a result; the reason is in their records
 * @param superseded cells that another process claimed meanwhile, and which are left to it
 * @param open cells that have not ended because the task was stopped; another process with the same
 *     index resumes them
 */
public record TaskOutcome(int done, int failed, int superseded, int open) {
  /** The numbers of cells in words. */
  String sentence() {
    return done
        + " done, "
        + failed
        + " failed, "
        + superseded
        + " claimed by another process, "
        + open
        + " to resume";
  }
}
