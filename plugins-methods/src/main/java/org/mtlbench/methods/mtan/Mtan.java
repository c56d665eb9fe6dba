package org.mtlbench.methods.mtan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.architecture.StagedNetwork;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.method.Artefact;
import org.mtlbench.api.method.Budget;
import org.mtlbench.api.method.EpochReport;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.Phase;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.method.Session;
import org.mtlbench.toolbox.config.ConfigBinder;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.initialisation.Initialiser;
import org.mtlbench.toolbox.optimiser.Optimiser;
import org.mtlbench.toolbox.optimiser.Optimisers;
import org.mtlbench.toolbox.search.SearchedTraining;

/** A search for the weights of the losses, one for the learning rate, and the final training. */
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
  public void open(Session session) {
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
    searched.open(new Attended(dataset.tasks(), model, optimiser, Backward::run), session);
  }

  @Override
  public void begin(Phase phase, Session session) {
    searched.begin(phase, session);
  }

  @Override
  public EpochReport epoch(Phase phase, int epoch, Session session) {
    EpochReport report = searched.epoch(phase, epoch, session);
    List<Double> weights = searched.weights(phase);
    Map<String, Double> measures = new LinkedHashMap<>();
    for (int task = 0; task < report.tasks().size(); task++) {
      measures.put("weight." + report.tasks().get(task).name(), weights.get(task));
    }
    return report.plusMeasures(measures);
  }

  @Override
  public Model artefact(Phase phase, Session session) {
    return searched.artefact(phase);
  }

  @Override
  public Model result(Session session) {
    return searched.result();
  }
}
