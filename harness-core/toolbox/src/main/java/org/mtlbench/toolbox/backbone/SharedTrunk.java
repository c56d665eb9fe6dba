package org.mtlbench.toolbox.backbone;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.mtlbench.api.architecture.Backbone;
import org.mtlbench.api.architecture.Blueprint;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.Role;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Target;
import org.mtlbench.api.task.Task;
import org.mtlbench.toolbox.network.Chain;
import org.mtlbench.toolbox.network.LayerShapes;

/**
 * A trunk shared by all tasks, and one head per task. Parameters have names such as {@code
 * trunk.conv1.weight} and, in the head of the first task, {@code head1.linear.weight}.
 *
 * @param stages stages of the trunk
 * @param heads one per task
 */
public record SharedTrunk(List<Chain> stages, List<Chain> heads) {
  public SharedTrunk {
    stages = List.copyOf(stages);
    heads = List.copyOf(heads);
  }

  /** Creates the trunk and the heads with PyTorch's default initialisation. */
  public static SharedTrunk of(
      Backbone backbone, DatasetFacts dataset, NDManager manager, Randomness random) {
    List<Chain> trunk =
        Chain.stages("trunk", backbone.stages(), Role.TRUNK, true, false, manager, random);
    return new SharedTrunk(trunk, heads(backbone, dataset, manager, random));
  }

  /** Creates only the heads, for networks without a shared trunk. */
  public static List<Chain> heads(
      Backbone backbone, DatasetFacts dataset, NDManager manager, Randomness random) {
    List<Chain> heads = new ArrayList<>();
    for (int task = 0; task < dataset.tasks().size(); task++) {
      List<LayerSpec> layers = backbone.head(dataset.tasks().get(task).target());
      heads.add(
          Chain.of("head" + (task + 1), layers, Role.task(task), false, true, manager, random));
    }
    return List.copyOf(heads);
  }

  /**
   * The blueprint of a network whose heads read the trunk's feature directly.
   *
   * @throws InvalidConfigException if a layer cannot process its input, or the output of a head
   *     does not have the shape that its task requires
   */
  public static Blueprint blueprint(Backbone backbone, DatasetFacts dataset) {
    List<Blueprint.Stage> trunk = new ArrayList<>();
    Shape shape = backbone.input();
    for (List<LayerSpec> layers : backbone.stages()) {
      Shape output = LayerShapes.output("backbone, stage " + trunk.size(), layers, shape);
      trunk.add(new Blueprint.Stage(layers, output, LayerShapes.multiplyAdds(layers, shape)));
      shape = output;
    }
    List<Blueprint.Component> heads = new ArrayList<>();
    for (Task task : dataset.tasks()) {
      heads.add(headComponent(backbone, task, shape));
    }
    Blueprint.Component feature = new Blueprint.Component(shape, 0);
    return Blueprint.staged(
        backbone.input(), trunk, Collections.nCopies(heads.size(), feature), heads);
  }

  /**
   * The blueprint of the head of a task.
   *
   * @param feature input shape of the head
   */
  private static Blueprint.Component headComponent(Backbone backbone, Task task, Shape feature) {
    List<LayerSpec> layers = backbone.head(task.target());
    String place = "head of task " + task.name();
    Shape output = LayerShapes.output(place, layers, feature);
    Shape needed = requiredOutput(task.target(), backbone.input());
    if (!output.equals(needed)) {
      throw new InvalidConfigException(
          place, "an output of " + output, needed + " for " + task.target());
    }
    return new Blueprint.Component(output, LayerShapes.multiplyAdds(layers, feature));
  }

  private static Shape requiredOutput(Target target, Shape input) {
    Shape channels = new Shape(target.outputs());
    return target.dense() ? channels.addAll(input.slice(1)) : channels;
  }
}
