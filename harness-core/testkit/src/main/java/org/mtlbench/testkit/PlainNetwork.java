package org.mtlbench.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.stream.Stream;
import org.mtlbench.api.architecture.StagedNetwork;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.toolbox.backbone.SharedTrunk;
import org.mtlbench.toolbox.network.Chain;

/**
 * A network of a shared trunk and heads only, for tests of methods.
 *
 * @param trunk stages of the trunk
 * @param heads one per task
 */
public record PlainNetwork(List<Chain> trunk, List<Chain> heads) implements StagedNetwork {
  public PlainNetwork {
    trunk = List.copyOf(trunk);
    heads = List.copyOf(heads);
  }

  /** Creates a network with PyTorch's default initialisation. */
  public static PlainNetwork of(NetworkCase parts, NDManager manager, Randomness random) {
    SharedTrunk made = SharedTrunk.of(parts.backbone(), parts.facts(), manager, random);
    return new PlainNetwork(made.stages(), made.heads());
  }

  @Override
  public int tasks() {
    return heads.size();
  }

  @Override
  public int stages() {
    return trunk.size();
  }

  @Override
  public NDArray stage(int stage, NDArray x, ForwardMode mode) {
    return trunk.get(stage).forward(x, mode);
  }

  @Override
  public NDArray fuse(int task, NDArray shared, NDArray input, ForwardMode mode) {
    return shared;
  }

  @Override
  public NDArray head(int task, NDArray feature, ForwardMode mode) {
    return heads.get(task).forward(feature, mode);
  }

  @Override
  public List<Parameter> parameters() {
    return Stream.of(trunk, heads)
        .flatMap(List::stream)
        .flatMap(chain -> chain.parameters().stream())
        .toList();
  }
}
