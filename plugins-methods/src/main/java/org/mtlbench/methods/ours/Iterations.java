package org.mtlbench.methods.ours;

import org.mtlbench.api.phase.Phase;

/**
 * The iterations of a phase, spread evenly over its epochs. Every iteration has at least one epoch,
 * whatever the budget, since pruning, multipliers and learning rate change from one iteration to
 * the next.
 *
 * @param count number of iterations, at least 1
 */
record Iterations(int count) {
  /** The iteration in which an epoch starts, counted from 1; determines schedules. */
  int atStart(Phase phase, int epoch) {
    return 1 + (int) ((epoch - 1L) * count / phase.epochs());
  }

  /** The iteration in which an epoch ends, counted from 1; determines the layer cap. */
  int atEnd(Phase phase, int epoch) {
    return (int) (((long) epoch * count + phase.epochs() - 1) / phase.epochs());
  }

  /** The number of iterations that end between an epoch and the next one of the same phase. */
  int endedAfter(Phase phase, int epoch) {
    return epoch == phase.epochs() ? 0 : atStart(phase, epoch + 1) - atStart(phase, epoch);
  }
}
