package org.mtlbench.datasets.images;

/**
 * The three disjoint parts of a set of pictures, of one shape and with the same tasks.
 *
 * @param train fit on this
 * @param validation select on this
 * @param test report this
 */
public record ImageSplits(LabelledImages train, LabelledImages validation, LabelledImages test) {
  /** Checks that the parts are of one kind. */
  public ImageSplits {
    requireAlike(train, validation);
    requireAlike(train, test);
  }

  /** The same with the first training and validation examples only. */
  public ImageSplits first(int training, int validating) {
    return new ImageSplits(train.first(training), validation.first(validating), test);
  }

  private static void requireAlike(LabelledImages a, LabelledImages b) {
    if (!a.shape().equals(b.shape()) || a.labels().size() != b.labels().size()) {
      throw new IllegalArgumentException(
          "parts of different kinds: "
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
