package org.mtlbench.toolbox.procedure;

import java.util.List;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.method.Budget;
import org.mtlbench.api.method.EpochReport;
import org.mtlbench.api.method.Phase;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.task.Task;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.toolbox.initialisation.Initialiser;
import org.mtlbench.toolbox.optimiser.Optimisers;
import org.mtlbench.toolbox.training.EpochPlan;
import org.mtlbench.toolbox.training.ModelTraining;

/** A weighting or an aggregation as a procedure: one network, one phase. */
final class SingleStage implements Procedure {
  private final TrainingConfig config;
  private final StepRule rule;
  private final double relativeCost;
  private Network network;
  private StepContext context;
  private ModelTraining training;

  SingleStage(TrainingConfig config, StepRule rule, double relativeCost) {
    this.config = config;
    this.rule = rule;
    this.relativeCost = relativeCost;
  }

  @Override
  public List<Phase> phases(Budget budget) {
    return List.of(config.phase("train", Phase.Kind.MAIN, relativeCost, budget));
  }

  @Override
  public void open(Session session) {
    network = session.network("network");
    Initialiser.apply(config.initialisation(), network, session, "network");
    context = new StepContext(network, session.tasks(), Optimisers.of(config), session.random());
    training = new ModelTraining("network", network, config.selection(), session);
    context.optimiser().state("optimiser", session.state());
    rule.state(session.state());
  }

  @Override
  public EpochReport epoch(Phase phase, int epoch, Session session) {
    StepMeasures measures = new StepMeasures(session.tasks().stream().map(Task::name).toList());
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

  @Override
  public Model result(Session session) {
    training.select();
    return network;
  }
}
