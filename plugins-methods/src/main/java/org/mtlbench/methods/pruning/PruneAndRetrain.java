package org.mtlbench.methods.pruning;

import java.util.List;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.method.Training;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.Phase;

/**
 * Training in two phases on a weighted sum of the losses: a search that selects zero rows, and a
 * retraining that keeps them at zero. Both together have the epochs of the config.
 */
record PruneAndRetrain(RetrainedTraining config, RowSelection.Factory selection)
    implements Procedure {

  @Override
  public List<Phase> phases(Budget budget) {
    int full = config.training().epochs();
    int scaled = Math.max(2, budget.epochs(full));
    int retrain = config.retrainEpochs(scaled);
    int fullRetrain = config.retrainEpochs(full);
    return List.of(
        phase("search", Phase.Kind.SEARCH, scaled - retrain, full - fullRetrain),
        phase("retrain", Phase.Kind.MAIN, retrain, fullRetrain));
  }

  private Phase phase(String name, Phase.Kind kind, int epochs, int protocolEpochs) {
    return new Phase(name, kind, epochs, protocolEpochs, 1)
        .trainingNetwork()
        .withRateSteps(config.training().rates().steps(protocolEpochs));
  }

  @Override
  public Training open(Session session) {
    return new PruningTraining(config, selection, session);
  }
}
