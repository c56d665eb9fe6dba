package org.mtlbench.datasets.mnist;

import java.util.List;
import org.mtlbench.datasets.source.FileCheck;

/**
 * MNIST, or Fashion-MNIST, in memory.
 *
 * @param train 60,000 images in the files' order
 * @param test 10,000 images in the files' order
 * @param checks one per file
 */
public record Mnist(DigitSet train, DigitSet test, List<FileCheck> checks) {
  /** Makes a defensive copy of the checks. */
  public Mnist {
    checks = List.copyOf(checks);
  }

  /** Whether all four files are the published ones. */
  public boolean verified() {
    return checks.stream().allMatch(FileCheck::verified);
  }
}
