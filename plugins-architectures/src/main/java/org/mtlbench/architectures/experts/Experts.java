package org.mtlbench.architectures.experts;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlbench.api.architecture.Backbone;
import org.mtlbench.api.architecture.Blueprint;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.Role;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.toolbox.backbone.SharedTrunk;
import org.mtlbench.toolbox.network.Chain;
import org.mtlbench.toolbox.network.LayerShapes;

/**
 * Networks of experts and gates. The backbone's stages are divided among the levels in order; each
 * expert of a level has the layers of the level's stages. The combinations computed by the gates of
 * a level are the inputs of the next level.
 *
 * <p>A parameter is shared if the loss of every task depends on it, and task-specific if only the
 * loss of its task does. Shared are the shared experts; in all levels except the last, the tasks'
 * experts and the shared gate, since the shared gate combines them for all tasks; and in all levels
 * except the last two, the tasks' gates. Task-specific are the experts and the gate of the task in
 * the last level, its gate in the level before, and its head.
 *
 * @param shared number of shared experts per level, at least 1
 * @param own number of task-specific experts per task and level, at least 0
 * @param levels number of levels, at least 1
 */
public record Experts(int shared, int own, int levels) {
  /** The layers of the consecutive stages of a level. */
  private record Block(List<LayerSpec> layers, Shape input, long multiplyAdds) {}

  /**
   * Describes the network.
   *
   * @throws InvalidConfigException if layers do not fit, or there are more levels than stages
   */
  public Blueprint blueprint(Backbone backbone, DatasetFacts dataset) {
    Blueprint trunk = SharedTrunk.blueprint(backbone, dataset);
    int tasks = trunk.tasks();
    long common = 0;
    long each = 0;
    for (int level = 0; level < levels; level++) {
      Block block = block(trunk, level);
      long gate = multiplyAdds(gate(block, level, shared + own), block);
      common += shared * block.multiplyAdds();
      if (level == levels - 1) {
        each += own * block.multiplyAdds();
      } else {
        int all = shared + tasks * own;
        common += (long) tasks * own * block.multiplyAdds();
        common += multiplyAdds(gate(block, level, all), block);
      }
      if (ownGate(level)) {
        each += gate;
      } else {
        common += tasks * gate;
      }
    }
    List<Blueprint.Component> features = new ArrayList<>();
    for (Blueprint.Component feature : trunk.features()) {
      features.add(new Blueprint.Component(feature.output(), each));
    }
    return new Blueprint(trunk.input(), List.of(), common, features, trunk.heads());
  }

  private static long multiplyAdds(List<LayerSpec> gate, Block block) {
    return LayerShapes.multiplyAdds(gate, block.input());
  }

  private static List<LayerSpec> gate(Block block, int level, int experts) {
    return Gate.layers(block.input(), experts, level == 0);
  }

  /** Whether the tasks' gates of a level are task-specific. */
  private boolean ownGate(int level) {
    return level >= levels - 2;
  }

  /** Stage i of S belongs to level floor(i * levels / S). */
  private Block block(Blueprint trunk, int level) {
    int stages = trunk.trunk().size();
    if (levels > stages) {
      throw new InvalidConfigException(
          "levels", String.valueOf(levels), "at most " + stages + ", the backbone's stages");
    }
    List<LayerSpec> layers = new ArrayList<>();
    Shape input = trunk.input();
    long multiplyAdds = 0;
    for (int stage = 0; stage < stages; stage++) {
      int owner = stage * levels / stages;
      if (owner < level) {
        input = trunk.trunk().get(stage).output();
      } else if (owner == level) {
        layers.addAll(trunk.trunk().get(stage).layers());
        multiplyAdds += trunk.trunk().get(stage).multiplyAdds();
      }
    }
    return new Block(layers, input, multiplyAdds);
  }

  /**
   * A network with PyTorch's default initialisation. With several levels, names begin with the
   * level, as in {@code level1-expert1.conv.weight}: {@code expert1} is a shared expert, {@code
   * task1-expert1} one of the first task, {@code gate1} the first task's gate, {@code shared-gate}
   * the gate of the shared experts.
   */
  public Network create(
      Backbone backbone, DatasetFacts dataset, NDManager manager, Randomness random) {
    Blueprint trunk = SharedTrunk.blueprint(backbone, dataset);
    List<Level> made = new ArrayList<>();
    for (int level = 0; level < levels; level++) {
      String prefix = levels == 1 ? "" : "level" + (level + 1) + "-";
      made.add(
          new LevelFactory(prefix, level, block(trunk, level), manager, random)
              .make(trunk.tasks()));
    }
    return new ExpertNetwork(made, SharedTrunk.heads(backbone, dataset, manager, random));
  }

  /** Creates the experts and gates of a level. */
  private final class LevelFactory {
    private final String prefix;
    private final int level;
    private final Block block;
    private final NDManager manager;
    private final Randomness random;

    LevelFactory(String prefix, int level, Block block, NDManager manager, Randomness random) {
      this.prefix = prefix;
      this.level = level;
      this.block = block;
      this.manager = manager;
      this.random = random;
    }

    Level make(int tasks) {
      boolean last = level == levels - 1;
      List<List<Chain>> ofTasks = new ArrayList<>();
      List<Gate> gates = new ArrayList<>();
      for (int task = 0; task < tasks; task++) {
        Role role = Role.task(task);
        String name = "task" + (task + 1) + "-expert";
        ofTasks.add(experts(name, own, last ? role : Role.TRUNK));
        gates.add(gate("gate" + (task + 1), shared + own, ownGate(level) ? role : Role.TRUNK));
      }
      Optional<Gate> sharedGate =
          last
              ? Optional.empty()
              : Optional.of(gate("shared-gate", shared + tasks * own, Role.TRUNK));
      return new Level(experts("expert", shared, Role.TRUNK), ofTasks, gates, sharedGate);
    }

    private List<Chain> experts(String name, int number, Role role) {
      List<Chain> experts = new ArrayList<>();
      for (int i = 1; i <= number; i++) {
        experts.add(
            Chain.of(prefix + name + i, block.layers(), role, level == 0, false, manager, random));
      }
      return experts;
    }

    private Gate gate(String name, int experts, Role role) {
      return Gate.of(
          prefix + name, Experts.gate(block, level, experts), level == 0, role, manager, random);
    }
  }
}
