package org.mtlbench.datasets.images;

/**
 * The three disjoint splits of a set of images with the same shape and tasks.
 *
 * @param train training split
 * @param validation validation split
 * @param test test split
 */
public record ImageSplits(LabelledImages train, LabelledImages validation, LabelledImages test) {
  /** Checks that the splits have the same shape and number of tasks. */
  public ImageSplits {
    requireAlike(train, validation);
    requireAlike(train, test);
  }

  /** A copy with only the first training and validation examples. */
  public ImageSplits first(int training, int validating) {
    return new ImageSplits(train.first(training), validation.first(validating), test);
  }

  private static void requireAlike(LabelledImages a, LabelledImages b) {
    if (!a.shape().equals(b.shape()) || a.labels().size() != b.labels().size()) {
      throw new IllegalArgumentException(
          "splits of different kinds: "
              + a.shape()
              + " with labels of "
              + a.labels().size()
              + " tasks, and "
              + b.shape()
              + " with labels of "
              + b.labels().size());
    }
  }
}
