package org.mtlbench.architectures.mdmtn;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mtlbench.api.architecture.StagedNetwork;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.toolbox.backbone.SharedTrunk;
import org.mtlbench.toolbox.network.Chain;

/** head_i(alpha1_i * trunk(u) + alpha2_i * monitor_i(u)). */
final class MdmtnNetwork implements StagedNetwork {
  private final SharedTrunk parts;
  private final List<Fusion> fusions;
  private final List<Parameter> parameters;

  MdmtnNetwork(SharedTrunk parts, List<Fusion> fusions) {
    this.parts = parts;
    this.fusions = List.copyOf(fusions);
    parameters =
        Stream.of(
                parts.stages().stream().flatMap(stage -> stage.parameters().stream()),
                fusions.stream().flatMap(Fusion::parameters),
                parts.heads().stream().flatMap(head -> head.parameters().stream()))
            .flatMap(part -> part)
            .toList();
  }

  @Override
  public int tasks() {
    return fusions.size();
  }

  @Override
  public int stages() {
    return parts.stages().size();
  }

  @Override
  public NDArray stage(int stage, NDArray x, ForwardMode mode) {
    return parts.stages().get(stage).forward(x, mode);
  }

  @Override
  public NDArray fuse(int task, NDArray shared, NDArray input, ForwardMode mode) {
    return fusions.get(task).fuse(shared, input, mode);
  }

  @Override
  public NDArray head(int task, NDArray feature, ForwardMode mode) {
    return parts.heads().get(task).forward(feature, mode);
  }

  /**
   * {@inheritDoc} If all tasks are requested, trunk and monitors process a common input together.
   */
  @Override
  public List<NDArray> features(List<NDArray> inputs, int[] tasks, ForwardMode mode) {
    if (inputs.size() > 1 || tasks.length < tasks()) {
      return StagedNetwork.super.features(inputs, tasks, mode);
    }
    List<Chain> readers = new ArrayList<>();
    readers.add(parts.stages().get(0));
    fusions.forEach(fusion -> readers.add(fusion.monitor()));
    List<NDArray> read = Chain.together(readers, inputs.get(0), mode);
    NDArray shared = read.get(0);
    for (int i = 1; i < stages(); i++) {
      shared = stage(i, shared, mode);
    }
    List<NDArray> features = new ArrayList<>();
    for (int task : tasks) {
      features.add(fusions.get(task).mix(shared, read.get(task + 1)));
    }
    return features;
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }
}
