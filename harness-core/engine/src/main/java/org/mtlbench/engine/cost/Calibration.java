package org.mtlbench.engine.cost;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.Role;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.engine.environment.EngineLibraries;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.loss.Losses;
import org.mtlbench.toolbox.network.Activation;
import org.mtlbench.toolbox.network.Chain;
import org.mtlbench.toolbox.network.Convolution;
import org.mtlbench.toolbox.network.Flatten;
import org.mtlbench.toolbox.network.LayerShapes;
import org.mtlbench.toolbox.network.Linear;
import org.mtlbench.toolbox.network.MaxPool;
import org.mtlbench.toolbox.optimiser.Adam;
import org.mtlbench.toolbox.training.ParameterUpdates;

/**
 * Measures a device's {@link Throughput} by training a small convolutional network on noise for
 * 0.15 seconds.
 *
 * <p>A training step spends much of its time outside matrix products, in pooling and memory access,
 * so the rate of matrix products is not representative: on one core with 160 GFLOP/s for matrix
 * products, the two networks of MultiMNIST trained at 34 and 30 GFLOP/s, and the calibration at 34.
 */
public final class Calibration {
  private static final int BATCH = 256;
  private static final int SIDE = 28;
  private static final int CLASSES = 10;
  private static final int WARM_UP_STEPS = 2;
  private static final long NANOSECONDS = 150_000_000L;
  private static final double LEARNING_RATE = 1e-4;

  /** Two convolutions and two linear layers, with typical proportions of the layer types. */
  private static final List<LayerSpec> LAYERS =
      List.of(
          new Convolution(1, 10, 5),
          new MaxPool(2),
          Activation.RELU,
          new Convolution(10, 20, 5),
          new MaxPool(2),
          Activation.RELU,
          new Flatten(),
          new Linear(320, 50),
          Activation.RELU,
          new Linear(50, CLASSES));

  private final Chain network;
  private final Adam optimiser = new Adam();
  private final NDArray images;
  private final NDArray targets;

  private Calibration(NDManager manager) {
    network = Chain.of("calibration", LAYERS, Role.TRUNK, true, true, manager, new Randomness(0));
    // a view with the channels last in memory, as in batches of datasets
    images = manager.randomUniform(0, 1, new Shape(BATCH, SIDE, SIDE, 1)).transpose(0, 3, 1, 2);
    targets = manager.zeros(new Shape(BATCH), DataType.INT64);
  }

  /**
   * Trains on a device.
   *
   * @param threads intra-op threads, as for a worker; the setting remains in this process
   * @throws org.mtlbench.api.error.HarnessException if the engine does not load
   */
  public static Throughput measure(Device device, int threads) {
    EngineLibraries.load();
    try (NDManager manager = NDManager.newBaseManager(device, "PyTorch")) {
      JniUtils.setNumThreads(threads);
      return measure(manager, threads == 1 && !device.isGpu());
    }
  }

  /**
   * Trains on the manager's device; leaves no arrays.
   *
   * @param alone whether all work is done by the calling thread, so that its processor time shows
   *     the load of the machine
   */
  static Throughput measure(NDManager owner, boolean alone) {
    try (NDManager manager = owner.newSubManager()) {
      return new Calibration(manager).throughput(alone);
    }
  }

  private Throughput throughput(boolean alone) {
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    boolean timed = alone && thread.isCurrentThreadCpuTimeSupported();
    double flops = flopsPerStep();
    for (int step = 0; step < WARM_UP_STEPS; step++) {
      step();
    }
    long busy = timed ? thread.getCurrentThreadCpuTime() : 0;
    long start = System.nanoTime();
    int steps = 0;
    while (System.nanoTime() - start < NANOSECONDS) {
      step();
      steps++;
    }
    double nanos = System.nanoTime() - start;
    double load = timed ? nanos / Math.max(1, thread.getCurrentThreadCpuTime() - busy) : 1;
    return new Throughput(flops * steps * 1e9 / nanos, Math.max(1, load));
  }

  /** Runs one step; reading the loss waits for asynchronous devices. */
  private void step() {
    try (GradientMode on = GradientMode.on();
        NDScope scope = new NDScope()) {
      NDArray loss =
          Losses.CROSS_ENTROPY.of(
              network.forward(images, ForwardMode.TRAINING), Labelled.complete(targets));
      Backward.run(loss);
      ParameterUpdates.apply(network.parameters(), optimiser, LEARNING_RATE);
      loss.getFloat();
    }
  }

  private static double flopsPerStep() {
    long multiplyAdds = LayerShapes.multiplyAdds(LAYERS, new Shape(1, SIDE, SIDE));
    return CostModel.FLOPS_PER_MULTIPLY_ADD * CostModel.STEP_PASSES * BATCH * multiplyAdds;
  }
}
