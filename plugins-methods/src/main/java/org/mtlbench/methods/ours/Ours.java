package org.mtlbench.methods.ours;

import java.util.List;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.method.Training;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.Phase;

/**
 * The paper's method (section III). With k_0 &gt; 0: a search for a sparsity pattern (GrOWL in the
 * loss, proximal step and layer cap at the end of each epoch), a clustering of the remaining neuron
 * rows, and a retraining that keeps pruned rows at zero and shares rows within clusters. With k_0 =
 * 0: a single phase without GrOWL.
 *
 * @param tasks number of tasks
 * @param config the config
 */
record Ours(OursConfig config, int tasks) implements Procedure {

  @Override
  public List<Phase> phases(Budget budget) {
    int full = config.allEpochs();
    int scaled = Math.max(config.iterations(), budget.epochs(full));
    if (!config.sparse()) {
      return List.of(phase("train", Phase.Kind.MAIN, scaled, full));
    }
    int search = config.searchEpochs(scaled);
    int fullSearch = config.searchEpochs(full);
    return List.of(
        phase("search", Phase.Kind.SEARCH, search, fullSearch),
        new Phase("cluster", Phase.Kind.SEARCH, 1, 1, Sparsity.RELATIVE_COST_OF_CLUSTERING),
        phase("retrain", Phase.Kind.MAIN, scaled - search, full - fullSearch));
  }

  private Phase phase(String name, Phase.Kind kind, int epochs, int protocolEpochs) {
    Phase phase = new Phase(name, kind, epochs, protocolEpochs, 1).trainingNetwork();
    return config.decaysEveryIteration()
        ? phase
        : phase.withRateSteps(config.rates().steps(protocolEpochs));
  }

  @Override
  public Training open(Session session) {
    return new OursTraining(config, tasks, session);
  }
}
