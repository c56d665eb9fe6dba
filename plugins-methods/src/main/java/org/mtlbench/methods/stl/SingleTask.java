package org.mtlbench.methods.stl;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.mtlbench.spi.architecture.Network;
import org.mtlbench.spi.architecture.Pass;
import org.mtlbench.spi.architecture.Weight;
import org.mtlbench.spi.dataset.DatasetFacts;
import org.mtlbench.spi.dataset.Task;
import org.mtlbench.spi.method.Budget;
import org.mtlbench.spi.method.EpochReport;
import org.mtlbench.spi.method.Phase;
import org.mtlbench.spi.method.Session;
import org.mtlbench.spi.toolbox.gradient.Backward;
import org.mtlbench.spi.toolbox.initialisation.Initialiser;
import org.mtlbench.spi.toolbox.network.NetworkDimensions;
import org.mtlbench.spi.toolbox.optimiser.Optimiser;
import org.mtlbench.spi.toolbox.optimiser.Optimisers;
import org.mtlbench.spi.toolbox.training.Batch;
import org.mtlbench.spi.toolbox.training.EpochPlan;
import org.mtlbench.spi.toolbox.training.ModelTraining;
import org.mtlbench.spi.toolbox.training.TaskLosses;
import org.mtlbench.spi.toolbox.training.TrainingConfig;
import org.mtlbench.spi.toolbox.training.WeightUpdates;

/**
 * The cell's architecture for one task alone, in training. The same seed and config give the same
 * bits wherever such a network is trained, as a baseline or as a teacher.
 */
public final class SingleTask {
  private final int index;
  private final TrainingConfig config;
  private final List<Task> task;
  private final Network network;
  private final List<Weight> weights;
  private final Optimiser optimiser;
  private final ModelTraining training;

  /**
   * Makes, initialises and registers the network.
   *
   * @param task index of the task in the dataset
   */
  public SingleTask(int task, TrainingConfig config, Session session) {
    this.index = task;
    this.config = config;
    this.task = List.of(session.tasks().get(task));
    String name = "task-" + task;
    network = session.network(name, task);
    Initialiser.apply(config.initialisation(), network, session, name);
    weights = network.weights().stream().filter(Weight::trainable).toList();
    optimiser = Optimisers.of(config);
    training = new ModelTraining(name, network, config.selection(), session, task);
    optimiser.state(name + "/optimiser", session.state());
  }

  /** The phase that trains such a network; as a main phase, the reported one of that name. */
  public static Phase phase(
      String name, Phase.Kind kind, TrainingConfig config, DatasetFacts facts, Budget budget) {
    // a network of m tasks and m - 1 trunks are m networks of one task
    int tasks = facts.tasks().size();
    long trunk = NetworkDimensions.of(facts.network()).trunkMultiplyAdds();
    Phase phase =
        config.phase(name, kind, 1.0 / tasks, budget).adding((tasks - 1) * (double) trunk);
    return kind == Phase.Kind.MAIN ? phase.training(name) : phase;
  }

  /** Trains for an epoch and validates. */
  public EpochReport epoch(Phase phase, int epoch, Session session) {
    EpochPlan plan = EpochPlan.of(task.get(0).name(), config, session);
    return training.epoch(phase, epoch, plan, session, this::step);
  }

  private double[] step(Batch batch, double rate) {
    List<NDArray> outputs = network.predict(batch.input(), Pass.TRAINING);
    TaskLosses loss = TaskLosses.of(outputs, batch.onlyTask(index), task);
    Backward.run(loss.tensors().get(0));
    WeightUpdates.apply(weights, optimiser, rate);
    return loss.values();
  }

  /** Writes the weights that were selected into the network. */
  public void select() {
    training.select();
  }

  /** The network; serves the one task. */
  public Network network() {
    return network;
  }
}
