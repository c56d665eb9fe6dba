package org.mtlbench.datasets.cifar10mnist;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.architecture.Backbone;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Role;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Accumulator;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.api.task.Task;
import org.mtlbench.testkit.PaperNetworks;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.network.Chain;
import org.mtlbench.toolbox.optimiser.Adam;
import org.mtlbench.toolbox.training.ParameterUpdates;

/** The paper's shared trunk with two heads for Cifar10Mnist, trained on the sum of both losses. */
public final class SharedTrunk {
  private static final List<Task> TASKS = Cifar10MnistTasks.tasks();

  private final List<Chain> trunk;
  private final List<Chain> heads = new ArrayList<>();
  private final List<Parameter> trainable = new ArrayList<>();
  private final Adam adam = new Adam();

  /** A network with seeded parameters. */
  public SharedTrunk(NDManager manager) {
    Randomness random = new Randomness(0);
    Backbone parts = PaperNetworks.CIFAR10_MNIST.backbone();
    trunk = Chain.stages("trunk", parts.stages(), Role.TRUNK, true, false, manager, random);
    for (int t = 0; t < TASKS.size(); t++) {
      heads.add(
          Chain.of(
              "head" + t,
              parts.head(TASKS.get(t).target()),
              Role.task(t),
              false,
              true,
              manager,
              random));
    }
    trunk.forEach(stage -> trainable.addAll(stage.parameters()));
    heads.forEach(head -> trainable.addAll(head.parameters()));
    trainable.removeIf(parameter -> !parameter.trainable());
  }

  /** One step of Adam; to be called within a scope and with gradients recorded. */
  public void step(NDArray input, List<NDArray> targets, double learningRate) {
    List<NDArray> outputs = forward(input, ForwardMode.TRAINING);
    NDArray first = TASKS.get(0).loss().of(outputs.get(0), Labelled.complete(targets.get(0)));
    NDArray second = TASKS.get(1).loss().of(outputs.get(1), Labelled.complete(targets.get(1)));
    Backward.run(first.add(second));
    ParameterUpdates.apply(trainable, adam, learningRate);
  }

  /** Accuracy of both tasks. */
  public double[] accuracy(NDArray input, List<NDArray> targets) {
    List<NDArray> outputs = forward(input, ForwardMode.EVALUATION);
    double[] accuracy = new double[TASKS.size()];
    for (int t = 0; t < accuracy.length; t++) {
      Accumulator accumulator = TASKS.get(t).primary().start(TASKS.get(t).target());
      accumulator.add(outputs.get(t), Labelled.complete(targets.get(t)));
      accuracy[t] = accumulator.value();
    }
    return accuracy;
  }

  private List<NDArray> forward(NDArray input, ForwardMode mode) {
    NDArray feature = input;
    for (Chain stage : trunk) {
      feature = stage.forward(feature, mode);
    }
    NDArray shared = feature;
    return heads.stream().map(head -> head.forward(shared, mode)).toList();
  }
}
