package org.mtlbench.methods.alternating;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.method.Training;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.EpochReport;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.api.phase.PhaseRun;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.toolbox.initialisation.Initialiser;
import org.mtlbench.toolbox.optimiser.Optimiser;
import org.mtlbench.toolbox.optimiser.Optimisers;
import org.mtlbench.toolbox.training.EpochPlan;
import org.mtlbench.toolbox.training.ModelTraining;

/**
 * Trains groups of tasks in turn, in one phase. Seeds, network and batches are those of a
 * weighting, so a single group of all tasks gives the same bits as {@code ls} with unit weights.
 */
final class Alternation implements Procedure {
  /** Where the optimiser state of the shared parameters is kept. */
  enum Memory {
    /** One optimiser for all groups, whose state every group's step advances. */
    SHARED,
    /** One optimiser per group, whose state advances only in the steps of its group. */
    OF_GROUP
  }

  private final TrainingConfig config;
  private final int tasks;
  private final int groupSize;
  private final Memory memory;

  /**
   * @param groupSize at least 1
   */
  Alternation(TrainingConfig config, int tasks, int groupSize, Memory memory) {
    this.config = config;
    this.tasks = tasks;
    this.groupSize = groupSize;
    this.memory = memory;
  }

  @Override
  public List<Phase> phases(Budget budget) {
    int groups = Grouping.count(tasks, groupSize);
    return List.of(config.phase("train", Phase.Kind.MAIN, groups, budget));
  }

  @Override
  public Training open(Session session) {
    Network network = session.network("network");
    Initialiser.apply(config.initialisation(), network, session, "network");
    Grouping grouping = Grouping.draw(tasks, groupSize, session.random().stream("task-groups"));
    Exploration exploration = new Exploration(network.sharedParameters());
    List<Optimiser> optimisers = optimisers(grouping.groups().size(), session);
    GroupSteps steps = new GroupSteps(network, session.tasks(), grouping, optimisers, exploration);
    ModelTraining training = new ModelTraining("network", network, config.selection(), session);
    exploration.state(session.state());
    return new Opened(session, network, steps, training);
  }

  private List<Optimiser> optimisers(int groups, Session session) {
    return switch (memory) {
      case SHARED -> Collections.nCopies(groups, optimiser("optimiser", session));
      case OF_GROUP ->
          IntStream.rangeClosed(1, groups)
              .mapToObj(group -> optimiser("optimiser/group-" + group, session))
              .toList();
    };
  }

  private Optimiser optimiser(String name, Session session) {
    Optimiser optimiser = Optimisers.of(config);
    optimiser.state(name, session.state());
    return optimiser;
  }

  /** The opened phase. */
  private final class Opened implements Training, PhaseRun {
    private final Session session;
    private final Network network;
    private final GroupSteps steps;
    private final ModelTraining training;

    Opened(Session session, Network network, GroupSteps steps, ModelTraining training) {
      this.session = session;
      this.network = network;
      this.steps = steps;
      this.training = training;
    }

    @Override
    public List<PhaseRun> phases() {
      return List.of(this);
    }

    /** Adds a note with the groups that were drawn, unless there is only one way to group. */
    @Override
    public void begin() {
      if (groupSize > 1 && groupSize < tasks) {
        session.note("task groups: " + steps.grouping().text(session.tasks()));
      }
    }

    @Override
    public EpochReport epoch(Phase phase, int epoch) {
      EpochPlan plan = EpochPlan.of("train", config, session);
      return training
          .epoch(phase, epoch, plan, session, steps::step)
          .plusMeasures(steps.exploration().measures());
    }

    /** Reports the exploration of the whole training and returns the selected model. */
    @Override
    public Optional<Model> model() {
      return Optional.of(network);
    }

    @Override
    public Model result() {
      steps.exploration().measures().forEach(session::measure);
      training.select();
      return network;
    }
  }
}
