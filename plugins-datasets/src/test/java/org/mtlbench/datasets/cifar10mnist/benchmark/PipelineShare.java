package org.mtlbench.datasets.cifar10mnist.benchmark;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.pytorch.jni.JniUtils;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.mtlbench.datasets.cifar10mnist.SharedTrunk;
import org.mtlbench.datasets.synthetic.SyntheticCifar10MnistConfig;
import org.mtlbench.datasets.synthetic.SyntheticCifar10MnistPlugin;
import org.mtlbench.spi.dataset.DataAccess;
import org.mtlbench.spi.dataset.Dataset;
import org.mtlbench.spi.dataset.SplitName;
import org.mtlbench.spi.random.Randomness;
import org.mtlbench.spi.toolbox.training.BatchLoop;

/**
 * What the data pipeline of Cifar10Mnist (choosing, turning, normalising) takes of an epoch: CPU
 * time of the one thread that does everything, between the steps of a real training, so that the
 * caches are as the steps leave them. The network is the smallest, the shared trunk with two heads;
 * the embedded twin has the shapes of the real data, and a quarter as many pictures are validated
 * as trained on, as there.
 *
 * <p>CPU time, since it hardly depends on what else the machine does. Run with
 *
 * <pre>mvn -Pbenchmark -pl plugins-datasets -am -DskipTests verify</pre>
 */
public final class PipelineShare {
  private static final int BATCH = 256;
  private static final int BATCHES = 20;
  private static final int VALIDATION_BATCHES = BATCHES / 4;
  private static final int WARM_UP = 5;
  private static final int EPOCHS = 30;
  private static final double LEARNING_RATE = 1e-3;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final DataSession session;
  private final SharedTrunk network;
  private long inNetwork;

  private PipelineShare(NDManager manager) {
    SyntheticCifar10MnistConfig config =
        new SyntheticCifar10MnistConfig(42, 20, BATCH * BATCHES, BATCH * VALIDATION_BATCHES, 1);
    Path none = Path.of("none");
    Dataset dataset =
        new SyntheticCifar10MnistPlugin().open(config, new DataAccess(none, none, false), manager);
    session = new DataSession(manager, dataset, new Randomness(0));
    network = new SharedTrunk(manager);
  }

  /** Prints one line a figure: least and median over the epochs. */
  public static void main(String[] arguments) {
    try (NDManager manager = NDManager.newBaseManager()) {
      JniUtils.setNumThreads(1);
      PipelineShare share = new PipelineShare(manager);
      List<Epoch> epochs = new ArrayList<>();
      for (int epoch = 1; epoch <= WARM_UP + EPOCHS; epoch++) {
        epochs.add(share.epoch(epoch));
      }
      print(epochs.subList(WARM_UP, epochs.size()));
    }
  }

  private static void print(List<Epoch> epochs) {
    System.out.printf(
        "%d epochs of %d training and %d validation batches of %d, CPU time%n",
        EPOCHS, BATCHES, VALIDATION_BATCHES, BATCH);
    print("pipeline alone, ms a batch", epochs, e -> e.alone() / BATCHES);
    print("pipeline between steps, ms a batch", epochs, e -> e.pipeline() / BATCHES);
    print("training step, ms a batch", epochs, e -> e.steps() / BATCHES);
    print("validation, ms a batch", epochs, e -> e.validation() / VALIDATION_BATCHES);
    print("share of training, %", epochs, e -> 100 * e.pipeline() / (e.pipeline() + e.steps()));
    print("share of training and validation, %", epochs, Epoch::share);
  }

  private static void print(String what, List<Epoch> epochs, ToDoubleFunction<Epoch> figure) {
    double[] sorted = epochs.stream().mapToDouble(figure).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%-36s least %6.2f  median %6.2f  most %6.2f%n",
        what,
        sorted[0],
        sorted[sorted.length / 2],
        sorted[sorted.length - 1]);
  }

  private Epoch epoch(int epoch) {
    double alone = milliseconds(() -> BatchLoop.train(session, "alone", epoch, BATCH, batch -> {}));
    inNetwork = 0;
    double training = milliseconds(() -> train(epoch));
    double steps = inNetwork / 1e6;
    inNetwork = 0;
    double validation = milliseconds(this::validate);
    return new Epoch(alone, training - steps, steps, validation, validation - inNetwork / 1e6);
  }

  private void train(int epoch) {
    BatchLoop.train(
        session,
        "training",
        epoch,
        BATCH,
        batch -> counted(() -> network.step(batch.input(), batch.targets(), LEARNING_RATE)));
  }

  private void validate() {
    BatchLoop.evaluate(
        session.dataset(),
        SplitName.VALIDATION,
        BATCH,
        () -> {},
        batch -> counted(() -> network.accuracy(batch.input(), batch.targets())));
  }

  /** Runs a network; its tensors are closed within, so that their time is not the pipeline's. */
  private void counted(Runnable work) {
    long begin = THREADS.getCurrentThreadCpuTime();
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      work.run();
    }
    inNetwork += THREADS.getCurrentThreadCpuTime() - begin;
  }

  private static double milliseconds(Runnable work) {
    long begin = THREADS.getCurrentThreadCpuTime();
    work.run();
    return (THREADS.getCurrentThreadCpuTime() - begin) / 1e6;
  }

  /**
   * CPU time of one epoch in milliseconds.
   *
   * @param alone the training batches made and thrown away
   * @param pipeline the training batches made between steps
   * @param steps forward, backward and update of the training batches
   * @param validation all of the validation
   * @param unturned the validation's batches made
   */
  private record Epoch(
      double alone, double pipeline, double steps, double validation, double unturned) {
    double share() {
      return 100 * (pipeline + unturned) / (pipeline + steps + validation);
    }
  }
}
