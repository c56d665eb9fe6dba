package org.mtlbench.spi.toolbox.procedure;

import java.util.List;
import org.mtlbench.spi.architecture.Model;
import org.mtlbench.spi.architecture.Network;
import org.mtlbench.spi.dataset.Task;
import org.mtlbench.spi.method.Budget;
import org.mtlbench.spi.method.EpochReport;
import org.mtlbench.spi.method.Phase;
import org.mtlbench.spi.method.Procedure;
import org.mtlbench.spi.method.Session;
import org.mtlbench.spi.toolbox.initialisation.Initialiser;
import org.mtlbench.spi.toolbox.optimiser.Optimisers;
import org.mtlbench.spi.toolbox.training.EpochPlan;
import org.mtlbench.spi.toolbox.training.ModelTraining;
import org.mtlbench.spi.toolbox.training.TrainingConfig;

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
