package org.mtlbench.architectures.mdmtn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.util.List;
import java.util.stream.Stream;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Position;
import org.mtlbench.api.layer.Role;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.toolbox.network.Chain;

/**
 * The monitor of one task and its combination with the trunk: alpha1 * trunk(u) + alpha2 *
 * monitor(u).
 *
 * @param monitor its parameters are named like {@code monitor1.conv.weight} for the first task
 * @param trunkAlpha alpha1, a scalar named {@code fusion1.alpha1} for the first task
 * @param monitorAlpha alpha2, a scalar named {@code fusion1.alpha2} for the first task
 */
record Fusion(Chain monitor, Parameter trunkAlpha, Parameter monitorAlpha) {
  static Fusion of(
      int task, MdmtnConfig config, List<LayerSpec> monitor, NDManager manager, Randomness random) {
    Role role = Role.task(task);
    int number = task + 1;
    return new Fusion(
        Chain.of("monitor" + number, monitor, role, true, false, manager, random),
        scalar("fusion" + number + ".alpha1", config.alphaTrunk(), role, manager),
        scalar("fusion" + number + ".alpha2", config.alphaMonitor(), role, manager));
  }

  private static Parameter scalar(String name, double value, Role role, NDManager manager) {
    NDArray array = manager.create((float) value);
    // A network created inside a scope must outlive it.
    NDScope.unregister(array);
    return new Parameter(name, array, Parameter.Kind.SCALAR, role, Position.HIDDEN);
  }

  /**
   * The input of the task's head.
   *
   * @param shared the trunk's feature, (B, d)
   * @param input the image, (B, C, H, W)
   */
  NDArray fuse(NDArray shared, NDArray input, ForwardMode mode) {
    return mix(shared, monitor.forward(input, mode));
  }

  /**
   * The input of the task's head, given the output of the monitor.
   *
   * @param watched the monitor's output, (B, d)
   */
  NDArray mix(NDArray shared, NDArray watched) {
    return shared.mul(trunkAlpha.value()).add(watched.mul(monitorAlpha.value()));
  }

  Stream<Parameter> parameters() {
    return Stream.concat(monitor.parameters().stream(), Stream.of(trunkAlpha, monitorAlpha));
  }
}
