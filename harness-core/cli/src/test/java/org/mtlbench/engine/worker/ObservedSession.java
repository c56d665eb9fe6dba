package org.mtlbench.engine.worker;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.architecture.StagedNetwork;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Task;
import org.mtlbench.testkit.CountingNetwork;

/**
 * A session that passes registered state to observers and counts the forward passes of its
 * networks.
 *
 * @param networks receives every network with its purpose
 * @param tensors receives every registered tensor
 * @param numbers receives every registered supplier of host numbers
 */
record ObservedSession(
    Session session,
    BiConsumer<String, CountingNetwork> networks,
    BiConsumer<String, NDArray> tensors,
    BiConsumer<String, Supplier<double[]>> numbers)
    implements Session {
  @Override
  public NDManager manager() {
    return session.manager();
  }

  @Override
  public Dataset dataset() {
    return session.dataset();
  }

  @Override
  public List<Task> tasks() {
    return session.tasks();
  }

  @Override
  public double[] constantScores() {
    return session.constantScores();
  }

  @Override
  public Randomness random() {
    return session.random();
  }

  @Override
  public Network network(String purpose, int... tasks) {
    CountingNetwork network = new CountingNetwork((StagedNetwork) session.network(purpose, tasks));
    networks.accept(purpose, network);
    return network;
  }

  @Override
  public StateRegistry state() {
    StateRegistry registry = session.state();
    return new StateRegistry() {
      @Override
      public void tensor(String name, NDArray tensor) {
        registry.tensor(name, tensor);
        tensors.accept(name, tensor);
      }

      @Override
      public void numbers(String name, Supplier<double[]> read, Consumer<double[]> restore) {
        registry.numbers(name, read, restore);
        numbers.accept(name, read);
      }
    };
  }

  @Override
  public void note(String remark) {
    session.note(remark);
  }

  @Override
  public void measure(String name, double value) {
    session.measure(name, value);
  }

  @Override
  public void checkStopped() {
    session.checkStopped();
  }
}
