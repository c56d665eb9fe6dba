package org.mtlbench.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.architecture.Backbone;
import org.mtlbench.api.architecture.BackbonePlugin;
import org.mtlbench.api.architecture.Blueprint;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.InputSpec;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.plugin.Plugin;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Target;
import org.mtlbench.api.task.Task;
import org.mtlbench.testkit.Contributions;
import org.mtlbench.testkit.NetworkCase;
import org.mtlbench.testkit.PlainNetwork;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.task.Tasks;

/**
 * Contract test of a backbone. Extend it, and provide the plugin, its config keys and a valid input
 * shape:
 *
 * <ul>
 *   <li>equal configs and inputs give equal layers, in one stage or more;
 *   <li>a network of its stages and heads has the output shapes of its layers and a gradient in
 *       every trainable parameter, and leaks no array;
 *   <li>every kind of target has a head or is rejected with a reason.
 * </ul>
 *
 * @param <C> the config record
 */
public abstract class BackboneContract<C extends Record> extends PluginContract<C> {
  private static final int BATCH = 6;

  @Override
  protected abstract BackbonePlugin<C> plugin();

  /** The shape of one example that the backbone accepts with its default config. */
  protected abstract Shape input();

  @Override
  final Map<String, ? extends Plugin<?>> contributed(Contributions contributions) {
    return contributions.backbones();
  }

  private Backbone backbone() {
    return plugin().of(plugin().defaults(), new InputSpec(input(), List.of()));
  }

  /** One task for each kind of target for which the backbone has a head. */
  private List<Task> tasks(Backbone backbone) {
    List<Task> tasks = new ArrayList<>();
    for (Task task :
        List.of(
            Tasks.classification("classes", 3),
            Tasks.multiLabel("labels", 4),
            Tasks.regression("real", 2),
            Tasks.segmentation("class-map", 5),
            Tasks.depth("real-map"))) {
      try {
        backbone.head(task.target());
        tasks.add(task);
      } catch (InvalidConfigException e) {
        assertThat(e.problems()).as("why there is no head for " + task.target()).isNotEmpty();
      }
    }
    return tasks;
  }

  @Test
  void equalConfigsHaveEqualLayers() {
    assertThat(backbone().stages()).isEqualTo(backbone().stages()).isNotEmpty();
    assertThat(backbone().input()).isEqualTo(input());
    assertThat(backbone().head(new Target.Classes(3)))
        .isEqualTo(backbone().head(new Target.Classes(3)));
  }

  @Test
  void networkMatchesLayerShapes() {
    Backbone backbone = backbone();
    NetworkCase parts = NetworkCase.of(backbone, tasks(backbone));
    Blueprint blueprint = parts.blueprint();
    assertThat(blueprint.multiplyAdds()).isPositive();
    try (NDManager manager = NDManager.newBaseManager()) {
      PlainNetwork network = PlainNetwork.of(parts, manager, new Randomness(1));
      NDArray input = input(manager);
      List<NDArray> outputs;
      try (GradientMode on = GradientMode.on()) {
        outputs = network.predict(input, ForwardMode.TRAINING);
        NDArray sum = manager.create(0f);
        for (NDArray output : outputs) {
          sum = sum.add(output.square().mean());
        }
        Backward.run(sum);
      }
      for (int task = 0; task < parts.tasks(); task++) {
        assertThat(outputs.get(task).getShape().slice(1))
            .isEqualTo(blueprint.heads().get(task).output());
      }
      for (Parameter parameter : network.parameters()) {
        if (parameter.trainable()) {
          assertThat(parameter.value().getGradient().isNaN().any().getBoolean())
              .as("NaN in the gradient of " + parameter.name())
              .isFalse();
          // A normalisation cancels the bias of the layer before it.
          if (parameter.hasRows()) {
            assertThat(parameter.value().getGradient().abs().max().getFloat())
                .as("gradient of " + parameter.name())
                .isPositive();
          }
        }
      }
    }
  }

  @Test
  void forwardPassDoesNotLeakArrays() {
    Backbone backbone = backbone();
    try (NDManager manager = NDManager.newBaseManager()) {
      PlainNetwork network =
          PlainNetwork.of(NetworkCase.of(backbone, tasks(backbone)), manager, new Randomness(1));
      NDArray input = input(manager);
      int before = manager.getManagedArrays().size();
      for (ForwardMode mode : List.of(ForwardMode.TRAINING, ForwardMode.EVALUATION)) {
        try (NDScope scope = new NDScope()) {
          network.predict(input, mode);
        }
        assertThat(manager.getManagedArrays()).as("arrays after a pass").hasSize(before);
      }
    }
  }

  private NDArray input(NDManager manager) {
    Shape shape = new Shape(BATCH).addAll(input());
    RandomGenerator generator = new Randomness(2).stream("input");
    float[] values = new float[Math.toIntExact(shape.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) generator.nextGaussian();
    }
    return manager.create(values, shape);
  }
}
