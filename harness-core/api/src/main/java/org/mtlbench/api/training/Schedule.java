package org.mtlbench.api.training;

import org.mtlbench.api.phase.Phase;

/**
 * The learning rate of each epoch of a phase. A schedule starts over with every phase.
 *
 * @param kind its form
 * @param start the first learning rate, greater than 0
 * @param factor what each step multiplies by, in (0, 1]; of a step schedule only
 * @param first protocol epochs before the first step, at least 1; of a step schedule only
 * @param every protocol epochs from one step to the next, at least 1; of a step schedule only
 */
public record Schedule(ScheduleKind kind, double start, double factor, int first, int every) {
  /**
   * The rate of an epoch. A reduced budget spreads the steps over the epochs that are run, but
   * never makes more than one from one epoch to the next: a phase with fewer epochs than steps
   * leaves out the last ones, see {@link Phase#omittedRateSteps}.
   *
   * @param epoch from 1
   */
  public double rate(Phase phase, int epoch) {
    return switch (kind) {
      case CONSTANT -> start;
      case COSINE -> start * (1 + Math.cos(Math.PI * (epoch - 1) / phase.epochs())) / 2;
      case STEP -> start * Math.pow(factor, Math.min(epoch - 1, steps(phase, epoch)));
    };
  }

  private double steps(Phase phase, int epoch) {
    double before = phase.protocolEpochsBefore(epoch);
    return before < first ? 0 : 1 + Math.floor((before - first) / every);
  }

  /**
   * How often the rate of a step schedule is multiplied.
   *
   * @param protocolEpochs epochs of the phase in its protocol, at least 1
   * @return at least 0; 0 for the other schedules
   */
  public int steps(int protocolEpochs) {
    boolean stepped = kind == ScheduleKind.STEP && factor < 1 && protocolEpochs > first;
    return stepped ? 1 + (protocolEpochs - 1 - first) / every : 0;
  }
}
