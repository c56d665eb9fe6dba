package org.mtlbench.datasets.cifar10mnist.benchmark;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Task;
import org.mtlbench.datasets.cifar10mnist.Cifar10MnistTasks;
import org.mtlbench.testkit.PaperNetworks;
import org.mtlbench.testkit.PlainNetwork;

/** A run on Cifar10Mnist with the plain network of its trunk and heads. */
record DataSession(NDManager manager, Dataset dataset, Randomness random) implements Session {
  @Override
  public List<Task> tasks() {
    return Cifar10MnistTasks.tasks();
  }

  @Override
  public double[] constantScores() {
    throw new UnsupportedOperationException("tasks with the same metric need no constant");
  }

  @Override
  public Network network(String purpose, int... tasks) {
    return PlainNetwork.of(PaperNetworks.CIFAR10_MNIST, manager, random.part(purpose));
  }

  @Override
  public StateRegistry state() {
    return new StateRegistry() {
      @Override
      public void tensor(String name, NDArray tensor) {}

      @Override
      public void numbers(String name, Supplier<double[]> read, Consumer<double[]> restore) {}
    };
  }

  @Override
  public void measure(String name, double value) {}

  @Override
  public void note(String remark) {}

  @Override
  public void checkStopped() {}
}
