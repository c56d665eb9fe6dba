package org.mtlbench.datasets.augmentation;

import java.util.random.RandomGenerator;
import org.mtlbench.api.dataset.Examples;

/** A random change of training examples that keeps their labels true. */
public interface ExampleAugmentation {
  /** Whether any example is ever changed. */
  boolean changes();

  /**
   * Changes a batch.
   *
   * @param raw images (B, H, W, C) and their labels; left as they are
   * @param random the batch's own generator
   */
  Examples of(Examples raw, RandomGenerator random);
}
