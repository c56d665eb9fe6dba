package org.mtlbench.engine.worker;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.dataset.TrainingEpoch;

/** A dataset as seen by methods: without the test split, which is used for reporting only. */
record TrainingView(Dataset dataset) implements Dataset {
  /**
   * @throws IllegalStateException for the test split
   */
  @Override
  public Split split(SplitName name) {
    if (name == SplitName.TEST) {
      throw new IllegalStateException(
          "a method asked for the test split, expected train or validation");
    }
    return dataset.split(name);
  }

  @Override
  public List<NDArray> prepare(List<NDArray> raw) {
    return dataset.prepare(raw);
  }

  @Override
  public Examples augment(Examples raw, RandomGenerator random) {
    return dataset.augment(raw, random);
  }

  @Override
  public boolean augments() {
    return dataset.augments();
  }

  @Override
  public Examples takeTraining(NDArray positions, RandomGenerator random) {
    return dataset.takeTraining(positions, random);
  }

  @Override
  public TrainingEpoch trainingEpoch(List<Integer> sizes, IntFunction<RandomGenerator> random) {
    return dataset.trainingEpoch(sizes, random);
  }
}
