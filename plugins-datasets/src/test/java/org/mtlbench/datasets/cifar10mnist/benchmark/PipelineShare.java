package org.mtlbench.datasets.cifar10mnist.benchmark;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.method.Step;
import org.mtlbench.api.method.Weighting;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.api.phase.PhaseRun;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.datasets.synthetic.SyntheticCifar10MnistConfig;
import org.mtlbench.datasets.synthetic.SyntheticCifar10MnistPlugin;
import org.mtlbench.toolbox.procedure.Procedures;
import org.mtlbench.toolbox.training.BatchLoop;

/**
 * Fraction of an epoch taken by the data pipeline of Cifar10Mnist (selecting, rotating,
 * normalising): CPU time of the one thread that does everything, between the steps of a training
 * with fixed weights, as methods have it, so that the caches are as the steps leave them. The
 * network is the smallest, the shared trunk with two heads; the synthetic dataset has the shapes of
 * the real data, and a quarter as many images are validated as trained on, as there.
 *
 * <p>CPU time, since it hardly depends on what else the machine does. Run with
 *
 * <pre>mvn -Pbenchmark -pl plugins-datasets -am -DskipTests verify</pre>
 */
public final class PipelineShare {
  private static final int BATCH = 256;
  private static final int BATCHES = 20;
  private static final int WARM_UP = 5;
  private static final int EPOCHS = 30;

  private final TimedDataset dataset;
  private final DataSession session;
  private final PhaseRun run;
  private final Phase phase;

  private PipelineShare(NDManager manager) {
    SyntheticCifar10MnistConfig config =
        new SyntheticCifar10MnistConfig(42, 20, BATCH * BATCHES, BATCH * BATCHES / 4, 1);
    Path none = Path.of("none");
    Dataset synthetic =
        new SyntheticCifar10MnistPlugin().open(config, new DataAccess(none, none, false), manager);
    dataset = new TimedDataset(synthetic);
    session = new DataSession(manager, dataset, new Randomness(0));
    Procedure procedure = Procedures.of(new EqualWeights(), session.tasks().size());
    run = procedure.open(session).phases().get(0);
    phase = procedure.phases(Budget.FULL).get(0);
    run.begin();
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
        "%d epochs of %d training batches of %d and a quarter as much validation, CPU time%n",
        EPOCHS, BATCHES, BATCH);
    print("training batch alone, ms", epochs, e -> e.alone() / BATCHES);
    print("training batch between steps, ms", epochs, e -> e.training() / BATCHES);
    print("validation batches, ms per epoch", epochs, Epoch::validation);
    print("epoch, ms", epochs, Epoch::all);
    print("share of the epoch, %", epochs, Epoch::share);
  }

  private static void print(String what, List<Epoch> epochs, ToDoubleFunction<Epoch> figure) {
    double[] sorted = epochs.stream().mapToDouble(figure).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%-34s least %7.2f  median %7.2f  most %7.2f%n",
        what,
        sorted[0],
        sorted[sorted.length / 2],
        sorted[sorted.length - 1]);
  }

  private Epoch epoch(int epoch) {
    BatchLoop.train(session, "alone", epoch, BATCH, batch -> {});
    double alone = dataset.takeTraining() / 1e6;
    long begin = TimedDataset.now();
    run.epoch(phase, epoch);
    double all = (TimedDataset.now() - begin) / 1e6;
    return new Epoch(alone, dataset.takeTraining() / 1e6, dataset.takeValidation() / 1e6, all);
  }

  private record EqualWeights() implements Weighting {
    @Override
    public TrainingConfig training() {
      return TrainingConfig.adam(WARM_UP + EPOCHS, 1e-3, 1, 1);
    }

    @Override
    public double[] weights(Step step) {
      return new double[] {.5, .5};
    }
  }

  /**
   * CPU time of one epoch in milliseconds.
   *
   * @param alone the training batches made and thrown away
   * @param training the training batches made between steps
   * @param validation the batches of validation made between evaluations
   * @param all all of the epoch
   */
  private record Epoch(double alone, double training, double validation, double all) {
    double share() {
      return 100 * (training + validation) / all;
    }
  }
}
