package org.mtlbench.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.random.RandomGenerator;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.task.Labelled;

/**
 * A complete split of a dataset whose tasks share the same images and have complete labels.
 *
 * @param images raw images, N on the first axis
 * @param targets labels of each task
 */
public record ImageSplit(NDArray images, List<NDArray> targets) {

  /** All examples of a split. */
  public static ImageSplit of(Dataset dataset, SplitName name, NDManager manager) {
    Examples all = dataset.split(name).range(0, dataset.split(name).size(), manager);
    return new ImageSplit(
        all.inputs().get(0), all.targets().stream().map(Labelled::values).toList());
  }

  /** Raw images as a network's input. */
  public static NDArray prepare(Dataset dataset, NDArray images) {
    return dataset.prepare(List.of(images)).get(0);
  }

  /** Augments raw images. */
  public static NDArray augment(Dataset dataset, NDArray images, RandomGenerator random) {
    return dataset.augment(new Examples(List.of(images), List.of()), random).inputs().get(0);
  }
}
