package org.mtlbench.datasets.images;

import ai.djl.ndarray.NDManager;

/** A random change of training pictures that leaves their labels true. */
@FunctionalInterface
public interface Augmentation {
  /**
   * Training pictures that are changed so.
   *
   * @param manager owns the tensors and fixes the device
   */
  TrainingImages of(LabelledImages pictures, NDManager manager);

  /** No change. */
  static Augmentation none() {
    return (pictures, manager) -> new UnchangedImages(pictures.tensor(manager));
  }
}
