package org.mtlbench.toolbox.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.dataset.TrainingEpoch;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.random.Permutation;
import org.mtlbench.toolbox.gradient.GradientMode;

/**
 * Iterates over a split in batches, each inside a scope that closes every tensor created in it. A
 * last incomplete batch is kept.
 */
public final class BatchLoop {
  /** Numbers of raw input in a batch without gradients, so that large images fit into memory. */
  private static final long MAX_NUMBERS = 1 << 21;

  private BatchLoop() {}

  /**
   * Runs one epoch over the training split, in an order derived from (seed, purpose, epoch), with
   * augmentation and gradient recording.
   *
   * @param purpose distinguishes the loops of a method
   * @param epoch counted from 1 over the whole purpose
   * @return the index of the last batch
   */
  public static int train(
      Session session, String purpose, int epoch, int batchSize, Consumer<Batch> step) {
    int size = session.dataset().split(SplitName.TRAIN).size();
    return train(session, IntStream.range(0, size).toArray(), purpose, epoch, batchSize, step);
  }

  /**
   * Runs one epoch over some examples of the training split.
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
    try (GradientMode on = GradientMode.on();
        NDScope whole = new NDScope()) {
      NDArray order = order(session, examples, purpose, epoch);
      TrainingEpoch batches =
          session
              .dataset()
              .trainingEpoch(
                  sizes(examples.length, batchSize),
                  index -> session.random().stream("augmentation/" + purpose, epoch, index));
      for (int from = 0, index = 0; from < examples.length; from += batchSize, index++) {
        session.checkStopped();
        try (NDScope scope = new NDScope()) {
          int to = Math.min(from + batchSize, examples.length);
          NDArray positions = order.get(slice(from, to));
          Examples raw = batches.take(positions, index);
          step.accept(
              new Batch(
                  session.dataset().prepare(raw.inputs()),
                  raw.targets(),
                  positions,
                  raw.size(),
                  epoch,
                  index));
        }
      }
    }
    return (examples.length - 1) / batchSize;
  }

  private static NDArray order(Session session, int[] examples, String purpose, int epoch) {
    int[] order =
        Permutation.of(examples.length, session.random().stream("batch-order/" + purpose, epoch));
    return session
        .manager()
        .create(Arrays.stream(order).mapToLong(position -> examples[position]).toArray());
  }

  private static List<Integer> sizes(int examples, int batchSize) {
    return IntStream.iterate(0, from -> from < examples, from -> from + batchSize)
        .mapToObj(from -> Math.min(batchSize, examples - from))
        .toList();
  }

  /**
   * The number of examples to take at once when no gradients are recorded. Results do not depend on
   * it.
   *
   * @param limit for examples of up to 8,000 numbers, at least 1; lower for larger examples
   * @param manager owner of the tensors, determines the device
   */
  public static int atOnce(Split split, int limit, NDManager manager) {
    try (NDScope scope = new NDScope()) {
      long numbers = split.range(0, 1, manager).inputs().stream().mapToLong(NDArray::size).sum();
      return (int) Math.max(1, Math.min(limit, MAX_NUMBERS / numbers));
    }
  }

  /**
   * Iterates once over a split in its own order, without augmentation and gradient recording.
   *
   * @param limit examples per batch, at least 1; fewer if an example has more than 8,000 numbers
   * @param manager owner of the tensors, determines the device
   * @param beforeBatch called before each batch; may throw to stop
   */
  public static void evaluate(
      Dataset dataset,
      SplitName name,
      int limit,
      NDManager manager,
      Runnable beforeBatch,
      Consumer<Batch> consumer) {
    Split split = dataset.split(name);
    int batchSize = atOnce(split, limit, manager);
    try (GradientMode off = GradientMode.off()) {
      for (int from = 0, index = 0; from < split.size(); from += batchSize, index++) {
        beforeBatch.run();
        try (NDScope scope = new NDScope()) {
          int to = Math.min(from + batchSize, split.size());
          Examples raw = split.range(from, to, manager);
          NDArray positions = manager.arange(from, to, 1, DataType.INT64);
          consumer.accept(
              new Batch(
                  dataset.prepare(raw.inputs()), raw.targets(), positions, to - from, 0, index));
        }
      }
    }
  }

  private static NDIndex slice(int from, int to) {
    return new NDIndex(from + ":" + to);
  }
}
