package org.mtlbench.datasets.images;

import ai.djl.ndarray.NDManager;

/** A random change of training images that preserves their labels. */
@FunctionalInterface
public interface Augmentation {
  /**
   * The training images with this augmentation applied.
   *
   * @param manager owner of the tensors, determines the device
   */
  TrainingImages of(LabelledImages images, NDManager manager);

  /** No change. */
  static Augmentation none() {
    return (images, manager) -> new UnchangedImages(images.tensor(manager));
  }
}
