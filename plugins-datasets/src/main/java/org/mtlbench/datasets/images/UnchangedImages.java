package org.mtlbench.datasets.images;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.mtlbench.toolbox.dataset.IndexSelect;

/** Training images without augmentation. */
record UnchangedImages(NDArray images) implements TrainingImages {
  @Override
  public NDArray augment(NDArray images, RandomGenerator random) {
    return images;
  }

  @Override
  public NDArray augmentSelected(NDArray positions, RandomGenerator random) {
    return IndexSelect.of(images, positions);
  }

  @Override
  public Epoch epoch(List<Integer> sizes, IntFunction<RandomGenerator> random) {
    return (positions, index) -> IndexSelect.of(images, positions);
  }
}
