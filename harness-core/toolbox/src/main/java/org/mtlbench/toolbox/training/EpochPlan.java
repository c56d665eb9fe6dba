package org.mtlbench.toolbox.training;

import java.util.stream.IntStream;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.training.Schedule;
import org.mtlbench.api.training.TrainingConfig;

/**
 * Examples, batches, and learning rate of the epochs of a training.
 *
 * @param purpose identifies the training within a method; the order of the batches depends on it
 * @param examples indices of the training split
 * @param batchSize examples in a batch; the last one may have fewer
 * @param schedule the learning rate
 */
public record EpochPlan(String purpose, int[] examples, int batchSize, Schedule schedule) {
  /** All of the training split, in the batches and with the schedule of a config. */
  public static EpochPlan of(String purpose, TrainingConfig config, Session session) {
    int size = session.dataset().split(SplitName.TRAIN).size();
    return new EpochPlan(
        purpose, IntStream.range(0, size).toArray(), config.batchSize(), config.rates());
  }
}
