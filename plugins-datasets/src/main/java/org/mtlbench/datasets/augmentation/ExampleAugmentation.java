package org.mtlbench.datasets.augmentation;

import java.util.random.RandomGenerator;
import org.mtlbench.api.dataset.Examples;

/** A random augmentation of training examples together with their labels. */
public interface ExampleAugmentation {
  /** Whether examples are changed at all. */
  boolean changes();

  /**
   * Augments a batch.
   *
   * @param raw images (B, H, W, C) and their labels; not modified
   * @param random random generator of the batch
   */
  Examples of(Examples raw, RandomGenerator random);
}
