package org.mtlbench.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.architecture.Pass;
import org.mtlbench.api.architecture.Role;
import org.mtlbench.api.architecture.Weight;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.NetworkSpec;
import org.mtlbench.api.plugin.Plugin;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.testkit.Contributions;
import org.mtlbench.testkit.PaperNetworks;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.network.Activation;
import org.mtlbench.toolbox.network.BatchNorm;
import org.mtlbench.toolbox.network.Convolution;
import org.mtlbench.toolbox.network.Flatten;
import org.mtlbench.toolbox.network.Linear;
import org.mtlbench.toolbox.network.MaxPool;

/**
 * What a network promises. Extend it, name the plugin, its keys and the size of its network for
 * MultiMNIST:
 *
 * <ul>
 *   <li>an output of the head's width for each of 1 to 4 tasks, finite, the same whether asked of
 *       the whole or of its parts one after the other;
 *   <li>weights with names of their own, the same objects on every call, in float32;
 *   <li>a loss of one task has a gradient in the trunk and none in weights of another task;
 *   <li>an evaluation writes nothing, a training pass nothing but buffers;
 *   <li>a probe is told of every kernel and matrix;
 *   <li>the same randomness gives the same bits, another one others;
 *   <li>a pass leaves no array behind.
 * </ul>
 *
 * @param <C> the config record
 */
public abstract class ArchitectureContract<C extends Record> extends PluginContract<C> {
  private static final Randomness RANDOM = new Randomness(3);

  private final NDManager manager = NDManager.newBaseManager();

  @Override
  protected abstract ArchitecturePlugin<C> plugin();

  /** Trainable parameters of the network for MultiMNIST, by the defaults. */
  protected abstract long parametersForMultiMnist();

  @Override
  final Map<String, ? extends Plugin<?>> contributed(Contributions contributions) {
    return contributions.architectures();
  }

  @AfterEach
  void closeManager() {
    manager.close();
  }

  /** A convolution with normalisation and a linear layer for images of 2x8x8; 3 classes a task. */
  private static NetworkSpec small(int tasks) {
    List<LayerSpec> head = List.of(new Linear(5, 3), Activation.LOG_SOFTMAX);
    return new NetworkSpec(
        2,
        8,
        8,
        List.of(
            List.of(new Convolution(2, 3, 3), new MaxPool(2), new BatchNorm(3), Activation.RELU),
            List.of(new Flatten(), new Linear(27, 5), Activation.RELU)),
        List.of(new Flatten(), new Linear(128, 5), Activation.RELU),
        Collections.nCopies(tasks, head));
  }

  private Network network(NetworkSpec parts, Randomness random) {
    return plugin().create(plugin().defaults(), parts, manager, random);
  }

  private NDArray images(NetworkSpec parts, int batch) {
    Shape shape = new Shape(batch, parts.height(), parts.width(), parts.channels());
    RandomGenerator generator = RANDOM.stream("images");
    float[] values = new float[Math.toIntExact(shape.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) generator.nextGaussian();
    }
    // channels last in memory, as datasets give them
    return manager.create(values, shape).transpose(0, 3, 1, 2);
  }

  private static List<float[]> values(Network network) {
    return network.weights().stream().map(weight -> weight.value().toFloatArray()).toList();
  }

  private static void assertSame(List<float[]> found, List<float[]> expected, String what) {
    assertThat(found).as(what).usingElementComparator(Arrays::compare).isEqualTo(expected);
  }

  @Test
  void answersEveryTaskOfEveryDataset() {
    List<NetworkSpec> all = new ArrayList<>();
    IntStream.rangeClosed(1, 4).forEach(tasks -> all.add(small(tasks)));
    all.add(PaperNetworks.MULTI_MNIST);
    all.add(PaperNetworks.CIFAR10_MNIST);
    all.add(PaperNetworks.MULTI_MNIST.onlyTasks(1));
    for (NetworkSpec parts : all) {
      Network network = network(parts, RANDOM);
      assertThat(network.tasks()).isEqualTo(parts.tasks());
      assertThat(network.stages()).isEqualTo(parts.trunk().size());
      List<NDArray> outputs = network.predict(images(parts, 4), Pass.EVALUATION);
      assertThat(outputs).hasSize(parts.tasks());
      for (NDArray output : outputs) {
        assertThat(output.getShape().getShape()).containsExactly(4, outputs(parts));
        assertThat(output.isNaN().any().getBoolean()).as("NaN among outputs").isFalse();
      }
    }
  }

  private static int outputs(NetworkSpec parts) {
    return parts.heads().get(0).stream()
        .filter(Linear.class::isInstance)
        .map(Linear.class::cast)
        .mapToInt(Linear::out)
        .reduce(0, (first, last) -> last);
  }

  @Test
  void hasTheSizeStated() {
    assertThat(network(PaperNetworks.MULTI_MNIST, RANDOM).parameters())
        .as("trainable parameters for MultiMNIST")
        .isEqualTo(parametersForMultiMnist());
  }

  @Test
  void thePartsMakeTheWhole() {
    NetworkSpec parts = small(3);
    Network network = network(parts, RANDOM);
    NDArray input = images(parts, 4);
    List<NDArray> whole = network.predict(input, Pass.EVALUATION);
    NDArray shared = input;
    for (int stage = 0; stage < network.stages(); stage++) {
      shared = network.stage(stage, shared, Pass.EVALUATION);
    }
    assertThat(shared.getShape().dimension()).as("axes of the trunk's feature").isEqualTo(2);
    for (int task = 0; task < 3; task++) {
      NDArray feature = network.fuse(task, shared, input, Pass.EVALUATION);
      assertThat(network.head(task, feature, Pass.EVALUATION).toFloatArray())
          .as("output of task " + task)
          .isEqualTo(whole.get(task).toFloatArray());
    }
  }

  @Test
  void weightsHaveNamesOfTheirOwnAndStayTheSameObjects() {
    Network network = network(small(3), RANDOM);
    assertThat(network.weights()).extracting(Weight::name).doesNotHaveDuplicates();
    assertThat(network.weights())
        .usingElementComparator((a, b) -> a == b ? 0 : 1)
        .isEqualTo(network.weights());
    for (Weight weight : network.weights()) {
      assertThat(weight.value().getDataType()).as(weight.name()).isEqualTo(DataType.FLOAT32);
      assertThat(weight.value().hasGradient()).as(weight.name()).isEqualTo(weight.trainable());
    }
    assertThat(network.sharedWeights()).as("weights of the trunk").isNotEmpty();
    for (int task = 0; task < 3; task++) {
      assertThat(network.taskWeights(task)).as("weights of task " + task).isNotEmpty();
    }
  }

  @Test
  void aTaskMovesTheTrunkAndNoOtherTasksWeights() {
    NetworkSpec parts = small(3);
    for (int task = 0; task < 3; task++) {
      Network network = network(parts, RANDOM);
      try (GradientMode on = GradientMode.on()) {
        Backward.run(network.predict(images(parts, 8), Pass.TRAINING).get(task).get(":, 0").sum());
      }
      Map<Role, Double> largest =
          network.weights().stream()
              .filter(Weight::trainable)
              .collect(Collectors.toMap(Weight::role, w -> gradient(w), Math::max));
      assertThat(largest.get(Role.TRUNK))
          .as("gradient of task " + task + " in the trunk")
          .isPositive();
      for (int other = 0; other < 3; other++) {
        double found = largest.get(Role.task(other));
        String what = "gradient of the loss of task " + task + " in the weights of task " + other;
        if (other == task) {
          assertThat(found).as(what).isPositive();
        } else {
          assertThat(found).as(what).isZero();
        }
      }
    }
  }

  private static double gradient(Weight weight) {
    return weight.value().getGradient().abs().max().getFloat();
  }

  @Test
  void evaluationWritesNothingAndTrainingBuffersAlone() {
    NetworkSpec parts = small(2);
    Network network = network(parts, RANDOM);
    List<float[]> before = values(network);
    network.predict(images(parts, 8), Pass.EVALUATION);
    assertSame(values(network), before, "weights after an evaluation");
    network.predict(images(parts, 8), Pass.TRAINING);
    List<float[]> after = values(network);
    for (int i = 0; i < before.size(); i++) {
      Weight weight = network.weights().get(i);
      if (weight.trainable()) {
        assertThat(after.get(i))
            .as(weight.name() + " after a training pass")
            .isEqualTo(before.get(i));
      }
    }
  }

  @Test
  void aProbeIsToldOfEveryKernelAndMatrix() {
    NetworkSpec parts = small(2);
    Network network = network(parts, RANDOM);
    List<String> told = new ArrayList<>();
    network.predict(images(parts, 4), Pass.probing((weight, output) -> told.add(weight.name())));
    assertThat(told)
        .as("weights whose outputs a probe sees")
        .containsExactlyInAnyOrderElementsOf(
            network.weights().stream().filter(Weight::hasRows).map(Weight::name).toList());
  }

  @Test
  void theSameRandomnessGivesTheSameBitsAndAnotherOthers() {
    List<float[]> first = values(network(small(2), RANDOM));
    assertSame(values(network(small(2), RANDOM)), first, "weights of the same randomness");
    assertThat(values(network(small(2), new Randomness(4))).get(0))
        .as("first weight of another randomness")
        .isNotEqualTo(first.get(0));
  }

  @Test
  void aPassLeavesNoArrayBehind() {
    NetworkSpec parts = small(2);
    Network network = network(parts, RANDOM);
    NDArray input = images(parts, 4);
    int before = manager.getManagedArrays().size();
    for (Pass pass : List.of(Pass.TRAINING, Pass.EVALUATION)) {
      try (NDScope scope = new NDScope()) {
        network.predict(input, pass);
      }
      assertThat(manager.getManagedArrays()).as("arrays after a pass").hasSize(before);
    }
  }
}
