package org.mtlbench.engine.cost;

import java.util.List;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.phase.Phase;

/**
 * Estimates a cell's time: its floating-point operations divided by the training rate of the
 * device.
 *
 * <p>An epoch of relative cost 1 is a forward and a backward pass over the training set and a
 * forward pass over the validation set; a backward pass costs two forward passes. Other work of a
 * method is not counted, so an estimate can be wrong by a factor of two. An artefact is counted in
 * all cells that need it, although it is created once.
 */
public final class CostModel {
  /** Cost of a training step in forward passes. */
  static final double STEP_PASSES = 3;

  static final double FLOPS_PER_MULTIPLY_ADD = 2;

  /** The factor by which an estimate for an idle machine can be wrong in either direction. */
  private static final double ERROR_FACTOR = 2;

  /** The time to start a worker and open its data, in seconds. */
  private static final double START_SECONDS = 2;

  private CostModel() {}

  /**
   * Floating point operations of a cell's phases.
   *
   * @param forward multiply-adds of one example's forward pass through the cell's network
   */
  public static double operations(List<Phase> phases, DatasetFacts facts, double forward) {
    double passes = STEP_PASSES * facts.trainSize() + facts.validationSize();
    double multiplyAdds =
        phases.stream()
            .mapToDouble(p -> p.epochs() * p.relativeCost() * (forward + p.addedMultiplyAdds()))
            .sum();
    return FLOPS_PER_MULTIPLY_ADD * passes * multiplyAdds;
  }

  /**
   * The range around estimates of the same work.
   *
   * @param unloaded seconds on this machine without other processes
   * @param loaded seconds with those of the time of the measurement
   */
  public static TimeRange range(double unloaded, double loaded) {
    return new TimeRange(unloaded / ERROR_FACTOR, loaded * ERROR_FACTOR);
  }

  /** An estimate of a cell's time in seconds; NaN if the throughput is unknown. */
  public static double seconds(double operations, Throughput throughput) {
    return START_SECONDS * throughput.load() + operations / throughput.flopsPerSecond();
  }
}
