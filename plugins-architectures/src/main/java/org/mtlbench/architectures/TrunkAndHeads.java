package org.mtlbench.architectures;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mtlbench.api.architecture.Pass;
import org.mtlbench.api.architecture.Role;
import org.mtlbench.api.architecture.Weight;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.NetworkSpec;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.toolbox.network.Chain;
import org.mtlbench.toolbox.network.NetworkDimensions;

/**
 * What every architecture here has: the shared trunk and a head for each task. Weights are named as
 * in {@code trunk.conv1.weight} and, for the first task, {@code head1.linear.weight}.
 *
 * @param stages the trunk
 * @param heads one a task
 */
public record TrunkAndHeads(List<Chain> stages, List<Chain> heads) {
  public TrunkAndHeads {
    stages = List.copyOf(stages);
    heads = List.copyOf(heads);
  }

  /**
   * A trunk and heads with PyTorch's default initialisation.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException if the parts do not fit together
   */
  public static TrunkAndHeads of(NetworkSpec parts, NDManager manager, Randomness random) {
    NetworkDimensions.of(parts);
    List<Chain> trunk =
        Chain.stages("trunk", parts.trunk(), Role.TRUNK, true, false, manager, random);
    List<Chain> heads = new ArrayList<>();
    for (int task = 0; task < parts.tasks(); task++) {
      String name = "head" + (task + 1);
      List<LayerSpec> layers = parts.heads().get(task);
      heads.add(Chain.of(name, layers, Role.task(task), false, true, manager, random));
    }
    return new TrunkAndHeads(trunk, heads);
  }

  /** Runs one stage of the trunk. */
  public NDArray stage(int stage, NDArray x, Pass pass) {
    return stages.get(stage).forward(x, pass);
  }

  /** Runs one task's head. */
  public NDArray head(int task, NDArray feature, Pass pass) {
    return heads.get(task).forward(feature, pass);
  }

  /** Weights of the trunk, stage by stage. */
  public Stream<Weight> trunkWeights() {
    return stages.stream().flatMap(stage -> stage.weights().stream());
  }

  /** Weights of the heads, task by task. */
  public Stream<Weight> headWeights() {
    return heads.stream().flatMap(head -> head.weights().stream());
  }
}
