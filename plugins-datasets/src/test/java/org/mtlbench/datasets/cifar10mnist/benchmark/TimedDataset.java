package org.mtlbench.datasets.cifar10mnist.benchmark;

import ai.djl.ndarray.NDArray;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.random.RandomGenerator;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.dataset.SplitName;

/**
 * Counts the CPU time of the calling thread that goes into batches. Of a training batch that is all
 * from choosing its images to its being ready for the network, the look-up of its labels between
 * the two included.
 */
final class TimedDataset implements Dataset {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Dataset dataset;
  private long begin;
  private boolean chosen;
  private long training;
  private long validation;

  TimedDataset(Dataset dataset) {
    this.dataset = dataset;
  }

  static long now() {
    return THREADS.getCurrentThreadCpuTime();
  }

  @Override
  public Split split(SplitName name) {
    return dataset.split(name);
  }

  @Override
  public Examples takeTraining(NDArray positions, RandomGenerator random) {
    begin = now();
    chosen = true;
    return dataset.takeTraining(positions, random);
  }

  @Override
  public List<NDArray> prepare(List<NDArray> raw) {
    if (!chosen) {
      begin = now();
    }
    List<NDArray> input = dataset.prepare(raw);
    long spent = now() - begin;
    training += chosen ? spent : 0;
    validation += chosen ? 0 : spent;
    chosen = false;
    return input;
  }

  @Override
  public Examples augment(Examples raw, RandomGenerator random) {
    return dataset.augment(raw, random);
  }

  /** Nanoseconds that training batches took since the last call. */
  long takeTraining() {
    long taken = training;
    training = 0;
    return taken;
  }

  /** Nanoseconds that batches of validation took since the last call. */
  long takeValidation() {
    long taken = validation;
    validation = 0;
    return taken;
  }
}
