package org.mtlbench.methods.ours;

import java.util.List;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.method.Training;
import org.mtlbench.api.phase.Artefact;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.toolbox.config.ConfigBinder;

/**
 * The paper's method (section III). With k_0 &gt; 0: a search for a sparsity pattern (GrOWL in the
 * loss, proximal step and layer cap at the end of each epoch), a clustering of the remaining neuron
 * rows, and a retraining that keeps pruned rows at zero and shares rows within clusters. With k_0 =
 * 0: a single phase without GrOWL. With {@code start-from}: all of that with another preference
 * vector, as one phase whose network is an artefact, then a single phase without GrOWL that keeps
 * the zero rows of that network (figure 5).
 *
 * @param tasks number of tasks
 * @param config the config
 */
record Ours(OursConfig config, int tasks) implements Procedure {

  @Override
  public List<Phase> phases(Budget budget) {
    int full = config.allEpochs();
    int scaled = scaled(config, budget);
    if (config.sparse()) {
      return stages(config, scaled, full);
    }
    Phase train = phase(config, "train", Phase.Kind.MAIN, scaled, full);
    if (!config.startsFromSparse()) {
      return List.of(train);
    }
    OursConfig sparse = config.sparseNetwork();
    Artefact network = new Artefact("sparse network", ConfigBinder.toTree(sparse));
    List<Phase> stages = stages(sparse, scaled(sparse, budget), sparse.allEpochs());
    return List.of(asOnePhase(stages).making(network), train);
  }

  private static int scaled(OursConfig config, Budget budget) {
    return Math.max(config.iterations(), budget.epochs(config.allEpochs()));
  }

  /**
   * The search, the clustering and the retraining of a sparse network.
   *
   * @param epochs epochs of search and retraining together
   * @param protocolEpochs the same on the full budget
   */
  static List<Phase> stages(OursConfig sparse, int epochs, int protocolEpochs) {
    int search = sparse.searchEpochs(epochs);
    int fullSearch = sparse.searchEpochs(protocolEpochs);
    return List.of(
        phase(sparse, "search", Phase.Kind.SEARCH, search, fullSearch),
        new Phase("cluster", Phase.Kind.SEARCH, 1, 1, Sparsity.RELATIVE_COST_OF_CLUSTERING),
        phase(sparse, "retrain", Phase.Kind.MAIN, epochs - search, protocolEpochs - fullSearch));
  }

  private static Phase asOnePhase(List<Phase> stages) {
    Phase search = stages.get(0);
    Phase retrain = stages.get(2);
    int epochs = search.epochs() + retrain.epochs();
    double cost = 1 + stages.get(1).relativeCost() / epochs;
    int full = search.protocolEpochs() + retrain.protocolEpochs();
    return new Phase("sparse network", Phase.Kind.SEARCH, epochs, full, cost);
  }

  private static Phase phase(
      OursConfig config, String name, Phase.Kind kind, int epochs, int protocolEpochs) {
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
