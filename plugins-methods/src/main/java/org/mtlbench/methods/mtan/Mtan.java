package org.mtlbench.methods.mtan;

import java.util.List;
import org.mtlbench.api.architecture.StagedNetwork;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.method.Training;
import org.mtlbench.api.phase.Artefact;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.toolbox.config.ConfigBinder;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.initialisation.Initialiser;
import org.mtlbench.toolbox.optimiser.Optimiser;
import org.mtlbench.toolbox.optimiser.Optimisers;
import org.mtlbench.toolbox.search.SearchedTraining;

/** A search for the loss weights, a search for the learning rate, and the final training. */
final class Mtan implements Procedure {
  private final MtanConfig config;
  private final DatasetFacts dataset;
  private final AttentionLayers attention;
  private final SearchedTraining searched;

  Mtan(MtanConfig config, MethodContext context) {
    this.config = config;
    dataset = context.dataset();
    attention = AttentionLayers.of(context.blueprint());
    searched =
        new SearchedTraining(
            config.training(),
            config.search(),
            new Artefact("candidate of mtan", ConfigBinder.toTree(config)),
            "weights",
            MtanPlugin.weights(config, dataset.tasks().size()));
  }

  @Override
  public List<Phase> phases(Budget budget) {
    double added = dataset.tasks().size() * (double) attention.multiplyAdds();
    return searched.phases(budget, dataset, added);
  }

  @Override
  public Training open(Session session) {
    MtanModel model =
        MtanModel.of(
            (StagedNetwork) session.network("network"),
            attention,
            config.sharedAttention(),
            session.manager(),
            session.random().part("attention"));
    Initialiser.apply(config.training().initialisation(), model, session, "network");
    Optimiser optimiser = Optimisers.of(config.training());
    optimiser.state("optimiser", session.state());
    return searched.open(
        new AttentionTrainer(dataset.tasks(), model, optimiser, Backward::run), session);
  }
}
