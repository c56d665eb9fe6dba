package org.mtlbench.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.architecture.Pass;
import org.mtlbench.api.architecture.Role;
import org.mtlbench.api.architecture.Weight;
import org.mtlbench.api.layer.NetworkSpec;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.toolbox.network.Chain;

/**
 * A trunk and heads and nothing else, for tests of methods.
 *
 * @param trunk its stages
 * @param heads one a task
 */
public record PlainNetwork(List<Chain> trunk, List<Chain> heads) implements Network {
  public PlainNetwork {
    trunk = List.copyOf(trunk);
    heads = List.copyOf(heads);
  }

  /** The network of a dataset's parts, with PyTorch's default initialisation. */
  public static PlainNetwork of(NetworkSpec parts, NDManager manager, Randomness random) {
    return new PlainNetwork(
        Chain.stages("trunk", parts.trunk(), Role.TRUNK, true, false, manager, random),
        IntStream.range(0, parts.tasks())
            .mapToObj(task -> head(task, parts, manager, random))
            .toList());
  }

  private static Chain head(int task, NetworkSpec parts, NDManager manager, Randomness random) {
    String name = "head" + (task + 1);
    return Chain.of(name, parts.heads().get(task), Role.task(task), false, true, manager, random);
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
  public NDArray stage(int stage, NDArray x, Pass pass) {
    return trunk.get(stage).forward(x, pass);
  }

  @Override
  public NDArray fuse(int task, NDArray shared, NDArray input, Pass pass) {
    return shared;
  }

  @Override
  public NDArray head(int task, NDArray feature, Pass pass) {
    return heads.get(task).forward(feature, pass);
  }

  @Override
  public List<Weight> weights() {
    return Stream.of(trunk, heads)
        .flatMap(List::stream)
        .flatMap(chain -> chain.weights().stream())
        .toList();
  }
}
