package org.mtlbench.api.training;

import org.mtlbench.api.phase.Phase;

/**
 * The learning-rate schedule of a phase. It starts over with every phase.
 *
 * @param kind form of the schedule
 * @param start initial learning rate, greater than 0
 * @param factor factor of each step, in (0, 1]; for step schedules only
 * @param first protocol epochs before the first step, at least 1; for step schedules only
 * @param every protocol epochs between steps, at least 1; for step schedules only
 */
public record Schedule(ScheduleKind kind, double start, double factor, int first, int every) {
  /**
   * The learning rate of an epoch. A reduced budget spreads the steps over the epochs that are run,
   * but never takes more than one step between two epochs: a phase with fewer epochs than steps
   * omits the last ones, see {@link Phase#omittedRateSteps}.
   *
   * @param epoch counted from 1
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
   * The number of steps of a step schedule.
   *
   * @param protocolEpochs epochs of the phase in its protocol, at least 1
   * @return at least 0; 0 for other schedules
   */
  public int steps(int protocolEpochs) {
    boolean stepped = kind == ScheduleKind.STEP && factor < 1 && protocolEpochs > first;
    return stepped ? 1 + (protocolEpochs - 1 - first) / every : 0;
  }
}
