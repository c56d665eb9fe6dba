package org.mtlbench.toolbox.procedure;

import java.util.List;
import java.util.Optional;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.method.FurtherBatch;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.method.Training;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.EpochReport;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.api.phase.PhaseRun;
import org.mtlbench.api.task.Task;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.toolbox.initialisation.Initialiser;
import org.mtlbench.toolbox.optimiser.Optimisers;
import org.mtlbench.toolbox.training.EpochPlan;
import org.mtlbench.toolbox.training.ModelTraining;

/**
 * A weighting or an aggregation as a procedure with one network and one phase.
 *
 * @param rule the step of the weighting or the aggregation
 * @param relativeCost cost of a step relative to one forward and backward pass
 */
record SinglePhase(TrainingConfig config, StepRule rule, double relativeCost) implements Procedure {

  @Override
  public List<Phase> phases(Budget budget) {
    return List.of(config.phase("train", Phase.Kind.MAIN, relativeCost, budget));
  }

  @Override
  public Training open(Session session) {
    Network network = session.network("network");
    Initialiser.apply(config.initialisation(), network, session, "network");
    StepContext context =
        new StepContext(network, Optimisers.of(config), session, rule.furtherBatches());
    ModelTraining training = new ModelTraining("network", network, config.selection(), session);
    context.optimiser().state("optimiser", session.state());
    rule.state(session.state());
    return new Opened(session, context, training);
  }

  private final class Opened implements Training, PhaseRun {
    private final Session session;
    private final StepContext context;
    private final ModelTraining training;

    Opened(Session session, StepContext context, ModelTraining training) {
      this.session = session;
      this.context = context;
      this.training = training;
    }

    @Override
    public List<PhaseRun> phases() {
      return List.of(this);
    }

    @Override
    public void begin() {
      for (FurtherBatch batch : context.declared()) {
        session.note(
            switch (batch) {
              case TRAINING -> "every step reads a second training batch";
              case SECOND_TRAINING -> "every step reads a third training batch";
              case VALIDATION -> "every step reads a batch of the validation split";
            });
      }
    }

    @Override
    public EpochReport epoch(Phase phase, int epoch) {
      List<String> names = session.tasks().stream().map(Task::name).toList();
      try (StepMeasures measures = new StepMeasures(names)) {
        EpochReport report =
            training.epoch(
                phase,
                epoch,
                EpochPlan.of("train", config, session),
                session,
                (batch, rate) -> {
                  StepResult step = rule.step(context, batch, rate);
                  measures.add(step);
                  return step.losses();
                });
        rule.epochEnd(report.losses());
        return report.plusMeasures(measures.measures());
      }
    }

    @Override
    public Optional<Model> model() {
      return Optional.of(context.network());
    }

    @Override
    public Model result() {
      training.select();
      return context.network();
    }
  }
}
