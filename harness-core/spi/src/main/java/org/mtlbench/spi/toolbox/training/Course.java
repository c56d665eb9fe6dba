package org.mtlbench.spi.toolbox.training;

import java.util.stream.IntStream;
import org.mtlbench.spi.dataset.SplitName;
import org.mtlbench.spi.method.Session;
import org.mtlbench.spi.toolbox.optimiser.Schedule;

/**
 * How a training goes through its examples.
 *
 * @param purpose tells the trainings of a method apart; it enters the order of the batches
 * @param examples indices of the training split
 * @param batchSize examples in a batch; the last one may have fewer
 * @param schedule the learning rate
 */
public record Course(String purpose, int[] examples, int batchSize, Schedule schedule) {
  /** All of the training split, in the batches and with the schedule of a config. */
  public static Course of(String purpose, TrainingConfig config, Session session) {
    int size = session.dataset().split(SplitName.TRAIN).size();
    return new Course(
        purpose, IntStream.range(0, size).toArray(), config.batchSize(), config.rates());
  }
}
