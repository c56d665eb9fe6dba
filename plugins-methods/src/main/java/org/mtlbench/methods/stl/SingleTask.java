package org.mtlbench.methods.stl;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.mtlbench.api.architecture.Blueprint;
import org.mtlbench.api.architecture.BlueprintSource;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.EpochReport;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.api.task.Task;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.initialisation.Initialiser;
import org.mtlbench.toolbox.optimiser.Optimiser;
import org.mtlbench.toolbox.optimiser.Optimisers;
import org.mtlbench.toolbox.training.Batch;
import org.mtlbench.toolbox.training.EpochPlan;
import org.mtlbench.toolbox.training.ModelTraining;
import org.mtlbench.toolbox.training.ParameterUpdates;
import org.mtlbench.toolbox.training.TaskLosses;

/**
 * Trains the cell's architecture for a single task. The same seed and config give the same bits in
 * every method that uses it, as a baseline or as a teacher.
 */
public final class SingleTask {
  private final Session session;
  private final int index;
  private final TrainingConfig config;
  private final List<Task> task;
  private final Network network;
  private final List<Parameter> parameters;
  private final Optimiser optimiser;
  private final ModelTraining training;

  /**
   * Creates, initialises and registers the network.
   *
   * @param task index of the task in the dataset
   */
  public SingleTask(int task, TrainingConfig config, Session session) {
    this.session = session;
    this.index = task;
    this.config = config;
    this.task = List.of(session.tasks().get(task));
    String name = "task-" + task;
    network = session.network(name, task);
    Initialiser.apply(config.initialisation(), network, session, name, task);
    parameters = network.parameters().stream().filter(Parameter::trainable).toList();
    optimiser = Optimisers.of(config);
    training = new ModelTraining(name, network, config.selection(), session, task);
    optimiser.state(name + "/optimiser", session.state());
  }

  /**
   * The phase that trains such a network; if it is a main phase, the reported network has its name.
   *
   * @param task index of the task in the dataset
   */
  public static Phase phase(
      String name,
      Phase.Kind kind,
      TrainingConfig config,
      int task,
      BlueprintSource blueprints,
      Budget budget) {
    Blueprint whole = blueprints.of();
    int tasks = whole.tasks();
    // The cost is 1/tasks of the cell's network, plus the excess of the single-task network over
    // that.
    double more = tasks * (double) blueprints.of(task).multiplyAdds() - whole.multiplyAdds();
    Phase phase = config.phase(name, kind, 1.0 / tasks, budget).adding(Math.max(0, more));
    return kind == Phase.Kind.MAIN ? phase.training(name) : phase;
  }

  /** Trains one epoch and validates. */
  public EpochReport epoch(Phase phase, int epoch) {
    EpochPlan plan = EpochPlan.of(task.get(0).name(), config, session);
    return training.epoch(phase, epoch, plan, session, this::step);
  }

  private NDArray step(Batch batch, double rate) {
    TaskLosses loss = TaskLosses.of(network, batch.onlyTask(index), task);
    Backward.run(loss.tensors().get(0));
    ParameterUpdates.apply(parameters, optimiser, rate);
    return loss.vector();
  }

  /** Restores the selected parameters. */
  public void select() {
    training.select();
  }

  /** The network, which has an output for the one task only. */
  public Network network() {
    return network;
  }
}
