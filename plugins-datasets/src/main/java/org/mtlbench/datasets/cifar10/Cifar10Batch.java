package org.mtlbench.datasets.cifar10;

/**
 * The content of one file.
 *
 * @param records (10000, 3073) bytes: a label 0 to 9, then three planes of 32x32 pixels
 * @param sha256 SHA-256 of the records
 */
record Cifar10Batch(byte[] records, String sha256) {
  private static final int PLANE = Cifar10File.SIDE * Cifar10File.SIDE;

  /**
   * Copies all images, with channels interleaved, and all labels.
   *
   * @param images receives (10000, 32, 32, 3) unsigned bytes
   * @param labels receives (10000)
   * @param first position of this file's first image in the arrays
   */
  void copy(byte[] images, byte[] labels, int first) {
    int channels = Cifar10File.SHAPE.channels();
    for (int i = 0; i < Cifar10File.RECORDS; i++) {
      int record = i * Cifar10File.RECORD_BYTES;
      labels[first + i] = records[record];
      for (int channel = 0; channel < channels; channel++) {
        int from = record + 1 + channel * PLANE;
        int to = (first + i) * Cifar10File.SHAPE.size() + channel;
        for (int pixel = 0; pixel < PLANE; pixel++) {
          images[to + pixel * channels] = records[from + pixel];
        }
      }
    }
  }
}
