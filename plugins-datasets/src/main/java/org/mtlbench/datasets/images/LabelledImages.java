package org.mtlbench.datasets.images;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Images as bytes, and their labels.
 *
 * @param shape shape of every image
 * @param images (N, H, W, C) unsigned bytes, row-major
 * @param labels for each task (N) class indices from 0
 */
public record LabelledImages(ImageShape shape, byte[] images, List<byte[]> labels) {
  /** Checks that every task has one label per image. */
  public LabelledImages {
    labels = List.copyOf(labels);
    if (labels.isEmpty()) {
      throw new IllegalArgumentException("images without labels");
    }
    for (byte[] task : labels) {
      if (images.length != (long) task.length * shape.size()) {
        throw new IllegalArgumentException(
            images.length + " bytes are not " + task.length + " images of " + shape.size());
      }
    }
  }

  /**
   * The images as a tensor.
   *
   * @return uint8, (N, H, W, C), owned by the manager
   */
  public NDArray tensor(NDManager manager) {
    Shape all = new Shape(size(), shape.height(), shape.width(), shape.channels());
    return manager.create(ByteBuffer.wrap(images), all, DataType.UINT8);
  }

  /** The first examples. */
  public LabelledImages first(int count) {
    if (count == size()) {
      return this;
    }
    return new LabelledImages(
        shape,
        Arrays.copyOf(images, count * shape.size()),
        labels.stream().map(task -> Arrays.copyOf(task, count)).toList());
  }

  /** The number of images. */
  public int size() {
    return labels.get(0).length;
  }

  /** The labels of one task, (N); not a copy. */
  public byte[] labels(int task) {
    return labels.get(task);
  }
}
