package org.mtlbench.architectures.mdmtn;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.architecture.Pass;
import org.mtlbench.api.architecture.Weight;
import org.mtlbench.architectures.TrunkAndHeads;
import org.mtlbench.toolbox.network.Chain;

/** head_i(alpha1_i * trunk(u) + alpha2_i * monitor_i(u)). */
final class MdmtnNetwork implements Network {
  private final TrunkAndHeads parts;
  private final List<Fusion> fusions;
  private final List<Weight> weights;

  MdmtnNetwork(TrunkAndHeads parts, List<Fusion> fusions) {
    this.parts = parts;
    this.fusions = List.copyOf(fusions);
    weights =
        Stream.of(
                parts.trunkWeights(),
                fusions.stream().flatMap(Fusion::weights),
                parts.headWeights())
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
  public NDArray stage(int stage, NDArray x, Pass pass) {
    return parts.stage(stage, x, pass);
  }

  @Override
  public NDArray fuse(int task, NDArray shared, NDArray input, Pass pass) {
    return fusions.get(task).fuse(shared, input, pass);
  }

  @Override
  public NDArray head(int task, NDArray feature, Pass pass) {
    return parts.head(task, feature, pass);
  }

  /** {@inheritDoc} Trunk and monitors read an input that they share together. */
  @Override
  public List<NDArray> predict(List<NDArray> inputs, Pass pass) {
    return inputs.size() == 1
        ? predictTogether(inputs.get(0), pass)
        : Network.super.predict(inputs, pass);
  }

  private List<NDArray> predictTogether(NDArray input, Pass pass) {
    List<Chain> readers = new ArrayList<>();
    readers.add(parts.stages().get(0));
    fusions.forEach(fusion -> readers.add(fusion.monitor()));
    List<NDArray> read = Chain.together(readers, input, pass);
    NDArray shared = read.get(0);
    for (int i = 1; i < stages(); i++) {
      shared = stage(i, shared, pass);
    }
    List<NDArray> outputs = new ArrayList<>();
    for (int task = 0; task < tasks(); task++) {
      NDArray feature = fusions.get(task).mix(shared, read.get(task + 1));
      outputs.add(head(task, feature, pass));
    }
    return outputs;
  }

  @Override
  public List<Weight> weights() {
    return weights;
  }
}
