package org.mtlbench.datasets.mnist;

/** The four files in which MNIST is published, and data sets that replace it file by file. */
public enum MnistFile {
  /** 60,000 training images, (60000, 28, 28). */
  TRAIN_IMAGES("train-images-idx3-ubyte", 60_000, true),
  /** 60,000 training labels, 0 to 9. */
  TRAIN_LABELS("train-labels-idx1-ubyte", 60_000, false),
  /** 10,000 test images, (10000, 28, 28). */
  TEST_IMAGES("t10k-images-idx3-ubyte", 10_000, true),
  /** 10,000 test labels, 0 to 9. */
  TEST_LABELS("t10k-labels-idx1-ubyte", 10_000, false);

  /** Rows and columns of an image. */
  public static final int SIDE = 28;

  /** Labels are 0 to CLASSES - 1. */
  public static final int CLASSES = 10;

  private final String baseName;
  private final int count;
  private final boolean images;

  MnistFile(String baseName, int count, boolean images) {
    this.baseName = baseName;
    this.count = count;
    this.images = images;
  }

  /** The plain file's name. */
  public String baseName() {
    return baseName;
  }

  /** The name of the gzip archive on the mirrors. */
  public String archiveName() {
    return baseName + ".gz";
  }

  /** The number of images or labels. */
  public int count() {
    return count;
  }

  /** The shape of the array: (count, 28, 28) or (count). */
  public int[] shape() {
    return images ? new int[] {count, SIDE, SIDE} : new int[] {count};
  }

  boolean isImages() {
    return images;
  }
}
