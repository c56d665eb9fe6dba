package org.mtlbench.toolbox.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.Rows;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.random.Permutation;
import org.mtlbench.toolbox.gradient.GradientMode;

/**
 * Runs over a split in batches, each inside a scope that closes every tensor made in it. The last
 * partial batch is kept.
 */
public final class BatchLoop {
  private BatchLoop() {}

  /**
   * One epoch over the training split, in an order derived from (seed, purpose, epoch), augmented,
   * with gradients recorded.
   *
   * @param purpose tells the loops of one method apart
   * @param epoch from 1, counted over the whole purpose
   * @return the index of the last batch
   */
  public static int train(
      Session session, String purpose, int epoch, int batchSize, Consumer<Batch> step) {
    int size = session.dataset().split(SplitName.TRAIN).size();
    return train(session, IntStream.range(0, size).toArray(), purpose, epoch, batchSize, step);
  }

  /**
   * One epoch over some examples of the training split, otherwise as over all of it.
   *
   * @param examples indices, for example of a {@link org.mtlbench.toolbox.search.TrainingSubset}
   * @return the index of the last batch
   */
  public static int train(
      Session session,
      int[] examples,
      String purpose,
      int epoch,
      int batchSize,
      Consumer<Batch> step) {
    Dataset dataset = session.dataset();
    Split split = dataset.split(SplitName.TRAIN);
    int[] order =
        Permutation.of(examples.length, session.random().stream("batch-order/" + purpose, epoch));
    try (GradientMode on = GradientMode.on()) {
      for (int from = 0, index = 0; from < order.length; from += batchSize, index++) {
        session.checkStopped();
        try (NDScope scope = new NDScope()) {
          int size = Math.min(batchSize, order.length - from);
          int[] chosen = Arrays.stream(order, from, from + size).map(i -> examples[i]).toArray();
          NDArray images =
              dataset.trainingImages(
                  chosen, session.random().stream("augmentation/" + purpose, epoch, index));
          NDArray positions =
              split.images().getManager().create(Arrays.stream(chosen).asLongStream().toArray());
          List<NDArray> targets =
              split.targets().stream().map(target -> Rows.of(target, positions)).toList();
          step.accept(new Batch(dataset.prepare(images), targets, chosen, size, epoch, index));
        }
      }
    }
    return (order.length - 1) / batchSize;
  }

  /**
   * Once over a split in its own order, without augmentation and without recording gradients.
   *
   * @param beforeBatch called before each batch; may throw to stop
   */
  public static void evaluate(
      Dataset dataset,
      SplitName name,
      int batchSize,
      Runnable beforeBatch,
      Consumer<Batch> consumer) {
    Split split = dataset.split(name);
    try (GradientMode off = GradientMode.off()) {
      for (int from = 0, index = 0; from < split.size(); from += batchSize, index++) {
        beforeBatch.run();
        try (NDScope scope = new NDScope()) {
          int size = Math.min(batchSize, split.size() - from);
          NDIndex slice = new NDIndex(from + ":" + (from + size));
          List<NDArray> targets = split.targets().stream().map(t -> t.get(slice)).toList();
          NDArray input = dataset.prepare(split.images().get(slice));
          int[] examples = IntStream.range(from, from + size).toArray();
          consumer.accept(new Batch(input, targets, examples, size, 0, index));
        }
      }
    }
  }
}
