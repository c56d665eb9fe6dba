package org.mtlbench.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.api.architecture.Blueprint;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.architecture.StagedNetwork;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Role;
import org.mtlbench.api.plugin.Plugin;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Target;
import org.mtlbench.testkit.Contributions;
import org.mtlbench.testkit.NetworkCase;
import org.mtlbench.testkit.PaperNetworks;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.gradient.GradientMode;

/**
 * Contract test of an architecture. Extend it, and provide the plugin, its config keys and the size
 * of its network for MultiMNIST:
 *
 * <p>On images with a flat feature, on vectors, and on images with a feature for every pixel:
 *
 * <ul>
 *   <li>the blueprint has the shapes, stages and costs of the network;
 *   <li>for 1 to 4 tasks, each task has a finite output of the head's width, the same from {@code
 *       output} and from features and heads;
 *   <li>parameters have unique names, are the same objects on every call, and are float32;
 *   <li>the loss of every task has a gradient in every parameter of {@link Role#TRUNK}, and none in
 *       the parameters of another task;
 *   <li>evaluation changes no parameter, and a training pass only buffers;
 *   <li>a probe sees every kernel and matrix;
 *   <li>equal randomness gives equal bits, other randomness different ones;
 *   <li>a forward pass leaks no array.
 * </ul>
 *
 * @param <C> the config record
 */
public abstract class ArchitectureContract<C extends Record> extends PluginContract<C> {
  private static final Randomness RANDOM = new Randomness(3);
  private static final double MIN_GRADIENT = 1e-4;

  private final NDManager manager = NDManager.newBaseManager();

  @Override
  protected abstract ArchitecturePlugin<C> plugin();

  /** The config of the networks under test, by default the plugin's defaults. */
  protected C config() {
    return plugin().defaults();
  }

  /** The number of trainable parameters of the network for MultiMNIST with the config. */
  protected abstract long parametersForMultiMnist();

  @Override
  final Map<String, ? extends Plugin<?>> contributed(Contributions contributions) {
    return contributions.architectures();
  }

  @AfterEach
  void closeManager() {
    manager.close();
  }

  private Network network(NetworkCase parts, Randomness random) {
    return plugin().create(config(), parts.backbone(), parts.facts(), manager, random);
  }

  private Blueprint blueprint(NetworkCase parts) {
    return plugin().blueprint(config(), parts.backbone(), parts.facts());
  }

  /** A backbone of each kind. */
  private static List<NetworkCase> kinds(int tasks) {
    return List.of(NetworkCase.small(tasks), NetworkCase.vectors(tasks), NetworkCase.maps(tasks));
  }

  private NDArray inputs(NetworkCase parts, int batch) {
    return parts.inputs(batch, manager, RANDOM.stream("inputs"));
  }

  private static List<float[]> values(Network network) {
    return network.parameters().stream()
        .map(parameter -> parameter.value().toFloatArray())
        .toList();
  }

  private static void assertSame(List<float[]> found, List<float[]> expected, String what) {
    assertThat(found).as(what).usingElementComparator(Arrays::compare).isEqualTo(expected);
  }

  @Test
  void computesFiniteOutputsForAllTasks() {
    List<NetworkCase> all = new ArrayList<>();
    IntStream.rangeClosed(1, 4).forEach(tasks -> all.addAll(kinds(tasks)));
    all.add(PaperNetworks.MULTI_MNIST);
    all.add(PaperNetworks.CIFAR10_MNIST);
    all.add(PaperNetworks.MULTI_MNIST.onlyTasks(1));
    for (NetworkCase parts : all) {
      Network network = network(parts, RANDOM);
      assertThat(network.tasks()).isEqualTo(parts.tasks());
      List<NDArray> outputs = network.predict(inputs(parts, 4), ForwardMode.EVALUATION);
      assertThat(outputs).hasSize(parts.tasks());
      for (int task = 0; task < parts.tasks(); task++) {
        NDArray output = outputs.get(task);
        Target target = parts.facts().tasks().get(task).target();
        Shape expected = new Shape(4, target.outputs());
        assertThat(output.getShape())
            .isEqualTo(target.dense() ? expected.addAll(parts.input().slice(1)) : expected);
        assertThat(output.isNaN().any().getBoolean()).as("NaN among outputs").isFalse();
      }
    }
  }

  @Test
  void matchesItsBlueprint() {
    List<NetworkCase> all = new ArrayList<>(kinds(1));
    all.addAll(kinds(3));
    all.add(PaperNetworks.CIFAR10_MNIST);
    for (NetworkCase parts : all) {
      Network network = network(parts, RANDOM);
      Blueprint blueprint = blueprint(parts);
      assertThat(blueprint.input()).isEqualTo(parts.input());
      assertThat(blueprint.tasks()).isEqualTo(network.tasks());
      double[] multiplyAdds = new double[1];
      ForwardMode counting =
          ForwardMode.probing(
              (parameter, output) ->
                  // Each entry of the output is a dot product over the weights of one output unit.
                  multiplyAdds[0] +=
                      (double) output.size()
                          * parameter.size()
                          / parameter.value().getShape().get(0));
      NDArray input = inputs(parts, 1);
      network.predict(input, counting);
      assertThat(blueprint.multiplyAdds())
          .as("multiply-adds of the blueprint; expected: those of the network for " + parts.input())
          .isEqualTo((long) multiplyAdds[0]);

      int[] tasks = IntStream.range(0, network.tasks()).toArray();
      List<NDArray> features = network.features(List.of(input), tasks, ForwardMode.EVALUATION);
      for (int task : tasks) {
        assertThat(features.get(task).getShape().slice(1))
            .as("feature of task " + task + "; expected: that of the blueprint")
            .isEqualTo(blueprint.features().get(task).output());
        assertThat(
                network.head(task, features.get(task), ForwardMode.EVALUATION).getShape().slice(1))
            .as("output of task " + task + "; expected: that of the blueprint")
            .isEqualTo(blueprint.heads().get(task).output());
      }
      assertThat(network instanceof StagedNetwork)
          .as("whether the network has stages")
          .isEqualTo(blueprint.isStaged());
    }
  }

  @Test
  void stagesMatchBlueprintShapes() {
    NetworkCase parts = NetworkCase.small(2);
    if (network(parts, RANDOM) instanceof StagedNetwork network) {
      List<Blueprint.Stage> trunk = blueprint(parts).trunk();
      assertThat(network.stages())
          .as("stages of the network; expected: those of the blueprint")
          .isEqualTo(trunk.size());
      NDArray x = inputs(parts, 2);
      for (int stage = 0; stage < trunk.size(); stage++) {
        x = network.stage(stage, x, ForwardMode.EVALUATION);
        assertThat(x.getShape().slice(1))
            .as("output of stage " + stage + "; expected: that of the blueprint")
            .isEqualTo(trunk.get(stage).output());
      }
    }
  }

  @Test
  void hasDeclaredParameterCount() {
    assertThat(network(PaperNetworks.MULTI_MNIST, RANDOM).parameterCount())
        .as("trainable parameters for MultiMNIST")
        .isEqualTo(parametersForMultiMnist());
  }

  @Test
  void featuresAndHeadsComposeToOutputs() {
    for (NetworkCase parts : kinds(3)) {
      Network network = network(parts, RANDOM);
      NDArray input = inputs(parts, 4);
      List<NDArray> whole = network.predict(input, ForwardMode.EVALUATION);
      for (int task = 0; task < 3; task++) {
        NDArray feature =
            network.features(List.of(input), new int[] {task}, ForwardMode.EVALUATION).get(0);
        assertThat(network.head(task, feature, ForwardMode.EVALUATION).toFloatArray())
            .as("output of task " + task + " for " + parts.input())
            .isEqualTo(whole.get(task).toFloatArray());
      }
    }
  }

  @Test
  void acceptsOneInputPerTask() {
    for (NetworkCase parts : kinds(2)) {
      Network network = network(parts, RANDOM);
      NDArray input = inputs(parts, 4);
      NDArray other = input.neg();
      List<NDArray> outputs = network.predict(List.of(input, other), ForwardMode.EVALUATION);
      assertThat(outputs.get(0).toFloatArray())
          .isEqualTo(network.predict(input, ForwardMode.EVALUATION).get(0).toFloatArray());
      assertThat(outputs.get(1).toFloatArray())
          .isEqualTo(network.predict(other, ForwardMode.EVALUATION).get(1).toFloatArray());
    }
  }

  @Test
  void parametersAreStableAndUniquelyNamed() {
    Network network = network(NetworkCase.small(3), RANDOM);
    assertThat(network.parameters())
        .extracting(Parameter::name)
        .as("names of parameters")
        .doesNotHaveDuplicates();
    assertThat(network.parameters())
        .usingElementComparator((a, b) -> a == b ? 0 : 1)
        .isEqualTo(network.parameters());
    for (Parameter parameter : network.parameters()) {
      assertThat(parameter.value().getDataType()).as(parameter.name()).isEqualTo(DataType.FLOAT32);
      assertThat(parameter.value().hasGradient())
          .as(parameter.name())
          .isEqualTo(parameter.trainable());
    }
    assertThat(network.sharedParameters()).as("parameters of the trunk").isNotEmpty();
    for (int task = 0; task < 3; task++) {
      assertThat(network.taskParameters(task)).as("parameters of task " + task).isNotEmpty();
    }
  }

  @Test
  void taskGradientsReachTrunkAndOwnParametersOnly() {
    for (NetworkCase parts : kinds(3)) {
      List<Map<String, Double>> gradients =
          IntStream.range(0, 3).mapToObj(task -> assertGradients(parts, task)).toList();
      for (String name : gradients.get(0).keySet()) {
        double[] ofTasks = gradients.stream().mapToDouble(of -> of.get(name)).toArray();
        // a bias before a normalisation has none but rounding errors
        if (Arrays.stream(ofTasks).max().orElseThrow() > MIN_GRADIENT) {
          assertThat(ofTasks)
              .as("gradient of each task in " + name + ", which has the role of the trunk")
              .doesNotContain(0);
        }
      }
    }
  }

  /** Returns the largest gradient of the task's loss in each parameter of the trunk, by name. */
  private Map<String, Double> assertGradients(NetworkCase parts, int task) {
    Network network = network(parts, RANDOM);
    try (GradientMode on = GradientMode.on()) {
      Backward.run(
          network.predict(inputs(parts, 8), ForwardMode.TRAINING).get(task).get(":, 0").sum());
    }
    Map<Role, Double> largest =
        network.parameters().stream()
            .filter(Parameter::trainable)
            .collect(Collectors.toMap(Parameter::role, p -> gradient(p), Math::max));
    assertThat(largest.get(Role.TRUNK))
        .as("gradient of task " + task + " in the trunk")
        .isPositive();
    for (int other = 0; other < parts.tasks(); other++) {
      double found = largest.get(Role.task(other));
      String what = "gradient of the loss of task " + task + " in the parameters of task " + other;
      if (other == task) {
        assertThat(found).as(what).isPositive();
      } else {
        assertThat(found).as(what).isZero();
      }
    }
    return network.sharedParameters().stream()
        .collect(Collectors.toMap(Parameter::name, p -> gradient(p)));
  }

  private static double gradient(Parameter parameter) {
    return parameter.value().getGradient().abs().max().getFloat();
  }

  @Test
  void evaluationIsReadOnlyAndTrainingUpdatesBuffersOnly() {
    NetworkCase parts = NetworkCase.small(2);
    Network network = network(parts, RANDOM);
    List<float[]> before = values(network);
    network.predict(inputs(parts, 8), ForwardMode.EVALUATION);
    assertSame(values(network), before, "parameters after an evaluation");
    network.predict(inputs(parts, 8), ForwardMode.TRAINING);
    List<float[]> after = values(network);
    for (int i = 0; i < before.size(); i++) {
      Parameter parameter = network.parameters().get(i);
      if (parameter.trainable()) {
        assertThat(after.get(i))
            .as(parameter.name() + " after a training pass")
            .isEqualTo(before.get(i));
      }
    }
  }

  @Test
  void probeSeesEveryKernelAndMatrix() {
    NetworkCase parts = NetworkCase.small(2);
    Network network = network(parts, RANDOM);
    List<String> told = new ArrayList<>();
    network.predict(
        inputs(parts, 4), ForwardMode.probing((parameter, output) -> told.add(parameter.name())));
    assertThat(told)
        .as("parameters whose outputs a probe sees")
        .containsExactlyInAnyOrderElementsOf(
            network.parameters().stream().filter(Parameter::hasRows).map(Parameter::name).toList());
  }

  @Test
  void initialisationDependsOnRandomness() {
    List<float[]> first = values(network(NetworkCase.small(2), RANDOM));
    assertSame(
        values(network(NetworkCase.small(2), RANDOM)), first, "parameters of the same randomness");
    assertThat(values(network(NetworkCase.small(2), new Randomness(4))).get(0))
        .as("first parameter of another randomness")
        .isNotEqualTo(first.get(0));
  }

  @Test
  void forwardPassDoesNotLeakArrays() {
    NetworkCase parts = NetworkCase.small(2);
    Network network = network(parts, RANDOM);
    NDArray input = inputs(parts, 4);
    int before = manager.getManagedArrays().size();
    for (ForwardMode mode : List.of(ForwardMode.TRAINING, ForwardMode.EVALUATION)) {
      try (NDScope scope = new NDScope()) {
        network.predict(input, mode);
      }
      assertThat(manager.getManagedArrays()).as("arrays after a pass").hasSize(before);
    }
  }
}
