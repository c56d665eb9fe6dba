package org.mtlbench.toolbox.training;

import java.util.stream.IntStream;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.training.Schedule;
import org.mtlbench.api.training.TrainingConfig;

/**
 * Examples, batches and learning rate of the epochs of a training.
 *
 * @param purpose identifies the training within a method; part of the seed of the batch order
 * @param examples indices of the training split
 * @param batchSize examples per batch; the last one may have fewer
 * @param schedule the learning rate
 */
public record EpochPlan(String purpose, int[] examples, int batchSize, Schedule schedule) {
  /** The plan for the whole training split, with the batch size and schedule of a config. */
  public static EpochPlan of(String purpose, TrainingConfig config, Session session) {
    int size = session.dataset().split(SplitName.TRAIN).size();
    return new EpochPlan(
        purpose, IntStream.range(0, size).toArray(), config.batchSize(), config.rates());
  }
}
