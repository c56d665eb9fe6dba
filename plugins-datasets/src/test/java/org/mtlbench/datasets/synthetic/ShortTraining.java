package org.mtlbench.datasets.synthetic;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import java.util.List;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.datasets.cifar10mnist.Cifar10MnistTasks;
import org.mtlbench.datasets.cifar10mnist.SharedTrunk;
import org.mtlbench.datasets.images.Augmentation;
import org.mtlbench.datasets.images.ImageDataset;
import org.mtlbench.datasets.images.ImageSplits;
import org.mtlbench.testkit.ImageSplit;
import org.mtlbench.toolbox.gradient.GradientMode;

/**
 * A few epochs of the paper's shared trunk.
 *
 * @param arrays the train part is learned, the test part asked
 */
record ShortTraining(ImageSplits arrays) {
  private static final int EPOCHS = 5;
  private static final int BATCH = 50;
  private static final double LEARNING_RATE = 3e-3;

  /** Accuracy of both tasks on the test part. */
  double[] accuracy() {
    try (NDManager manager = NDManager.newBaseManager()) {
      ImageDataset dataset =
          new ImageDataset(arrays, Cifar10MnistTasks.NORMALISATION, Augmentation.none(), manager);
      SharedTrunk network = new SharedTrunk(manager);
      train(dataset, network, manager);
      try (GradientMode off = GradientMode.off()) {
        ImageSplit test = ImageSplit.of(dataset, SplitName.TEST, manager);
        return network.accuracy(ImageSplit.prepare(dataset, test.images()), test.targets());
      }
    }
  }

  private static void train(ImageDataset dataset, SharedTrunk network, NDManager manager) {
    ImageSplit split = ImageSplit.of(dataset, SplitName.TRAIN, manager);
    int size = split.targets().get(0).toLongArray().length;
    try (GradientMode on = GradientMode.on()) {
      for (int step = 0; step < EPOCHS * size / BATCH; step++) {
        int from = step * BATCH % size;
        try (NDScope scope = new NDScope()) {
          NDIndex slice = new NDIndex(from + ":" + (from + BATCH));
          List<NDArray> targets = split.targets().stream().map(t -> t.get(slice)).toList();
          network.step(
              ImageSplit.prepare(dataset, split.images().get(slice)), targets, LEARNING_RATE);
        }
      }
    }
  }
}
