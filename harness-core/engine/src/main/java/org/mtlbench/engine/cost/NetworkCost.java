package org.mtlbench.engine.cost;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.layer.NetworkSpec;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.engine.plugins.Configured;
import org.mtlbench.toolbox.gradient.GradientMode;

/** Counts what a network computes, whatever its architecture, by running it once. */
public final class NetworkCost {
  private NetworkCost() {}

  /**
   * Floating point operations of one example's forward pass, see {@link FlopCounter}. Runs one
   * example through a fresh network on the CPU.
   */
  public static double forwardFlops(Configured.Architecture<?> architecture, NetworkSpec parts) {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
      return forwardFlops(architecture, parts, manager);
    }
  }

  /** Counts on a manager of the caller's; leaves no array behind. */
  static double forwardFlops(
      Configured.Architecture<?> architecture, NetworkSpec parts, NDManager owner) {
    FlopCounter counter = new FlopCounter();
    try (GradientMode off = GradientMode.off();
        NDManager manager = owner.newSubManager();
        NDScope scope = new NDScope()) {
      Network network = architecture.create(parts, manager, new Randomness(0));
      Shape image = new Shape(1, parts.channels(), parts.height(), parts.width());
      NDArray input = manager.zeros(image);
      network.predict(input, counter.pass());
    }
    return counter.flops();
  }
}
