package org.mtlbench.methods.ours;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Role;
import org.mtlbench.api.method.Session;
import org.mtlbench.methods.neuronrow.RowMask;
import org.mtlbench.methods.ours.growl.CapOutcome;
import org.mtlbench.methods.ours.growl.LayerCap;
import org.mtlbench.methods.ours.growl.ProximalStep;
import org.mtlbench.methods.ours.sharing.Clustering;
import org.mtlbench.methods.ours.sharing.RowSharing;
import org.mtlbench.toolbox.sparsity.RowMetrics;
import org.mtlbench.toolbox.training.BestModel;

/** Pruning in phase 1, clustering, and sharing in phase 2, over all regularised layers. */
final class Sparsity {
  /**
   * Cost of the affinity propagations of a network in epochs of its training; only for the
   * estimate.
   */
  static final double RELATIVE_COST_OF_CLUSTERING = 2;

  private final OursConfig config;
  private final Network network;
  private final List<ProximalStep> proximalSteps;
  private final List<RowMask> masks;
  private final List<RowSharing> sharings;
  private final BestModel bestOfAll;
  private final List<Parameter> regularised;
  private List<CapOutcome> outcomes = List.of();
  private final SparsityLimitAtBest keptCap;
  private double sparsityRate;

  Sparsity(OursConfig config, Network network, List<Parameter> regularised, Session session) {
    this.config = config;
    this.network = network;
    this.regularised = List.copyOf(regularised);
    proximalSteps =
        regularised.stream()
            .map(
                parameter ->
                    new ProximalStep(
                        parameter,
                        config
                            .theta()
                            .theta(parameter.rowCount(), config.thetaB1(), config.thetaB2()),
                        config.proxStep(),
                        cap(config, parameter),
                        config.restore()))
            .toList();
    masks = regularised.stream().map(parameter -> new RowMask(parameter, session.state())).toList();
    sharings =
        regularised.stream().map(parameter -> new RowSharing(parameter, session.state())).toList();
    bestOfAll = new BestModel("search/best-of-all", network.parameters(), session.state());
    keptCap = new SparsityLimitAtBest("search/kept-cap", this.regularised, session.state());
  }

  private static LayerCap cap(OursConfig config, Parameter parameter) {
    double share =
        parameter.role() == Role.TRUNK
            ? Math.min(config.maxLayerSparsity(), config.maxTrunkSparsity())
            : config.maxLayerSparsity();
    return LayerCap.of(share, config.searchIterations(), config.minLayerRows());
  }

  /** The masks applied within an epoch of phase 1. */
  List<RowMask> searchMasks() {
    return config.phase1Mask() ? masks : List.of();
  }

  /** The masks applied within an epoch of phase 2. */
  List<RowMask> retrainMasks() {
    return masks;
  }

  /**
   * Applies the proximal step and the cap to every layer; returns SR and the share allowed by the
   * cap.
   */
  Map<String, Double> prune(int iteration, int epoch, Session session) {
    List<CapOutcome> found = new ArrayList<>();
    for (int layer = 0; layer < proximalSteps.size(); layer++) {
      found.add(
          proximalSteps
              .get(layer)
              .apply(iteration, session.random().stream("layer-cap", epoch, layer)));
    }
    outcomes = List.copyOf(found);
    if (config.phase1Mask()) {
      freeze();
    }
    RowMetrics metrics = RowMetrics.of(network.parameters());
    sparsityRate = metrics.sr();
    Map<String, Double> measures = metrics.measures();
    measures.put("cap", config.maxLayerSparsity() * iteration / config.searchIterations());
    measures.put(
        "cap-binding-layers", (double) outcomes.stream().filter(CapOutcome::binding).count());
    return measures;
  }

  /**
   * Saves the model if it is the best so far, among those that meet the target sparsity and among
   * all.
   */
  boolean offer(BestModel eligible, double score) {
    boolean best = bestOfAll.offer(score);
    if (sparsityRate >= config.minSparsity()) {
      best = eligible.offer(score);
    } else if (eligible.present()) {
      best = false;
    }
    if (best) {
      keptCap.keep(outcomes);
    }
    return best;
  }

  /**
   * Restores the selected model: the best that meets the target sparsity, or the best of all.
   *
   * @param notes receives a sentence if no model meets the target
   * @return measures of the layer caps, see {@link SparsityLimitAtBest#measures}
   */
  Map<String, Double> keep(BestModel eligible, Consumer<String> notes) {
    if (eligible.present()) {
      eligible.restore();
    } else {
      bestOfAll.restore();
      notes.accept(
          "target sparsity " + config.minSparsity() + " not reached; most accurate model kept");
    }
    freeze();
    return keptCap.measures(eligible.present());
  }

  /** Keeps the rows that are zero now at zero in the retraining. */
  void freeze() {
    masks.forEach(RowMask::freeze);
  }

  /**
   * Clusters the rows of every layer; returns the numbers of clusters.
   *
   * @param notes receives a sentence for each layer whose rows are not clustered as intended
   */
  Map<String, Double> cluster(Consumer<String> notes, Session session) {
    Map<String, Double> measures = new LinkedHashMap<>();
    for (RowSharing sharing : sharings) {
      String name = sharing.parameter().name();
      Clustering clustering = sharing.cluster(config.affinityPreference(), session::checkStopped);
      measures.put("clusters/" + name, Double.valueOf(clustering.clusters()));
      measures.put("iterations/" + name, Double.valueOf(clustering.iterations()));
      int alive = clustering.exemplarOf().length;
      if (alive > RowSharing.MAX_ROWS) {
        notes.accept(
            String.format(
                Locale.ROOT,
                "%s has %,d nonzero rows, more than the maximum of %,d for clustering; no rows are"
                    + " shared",
                name,
                alive,
                RowSharing.MAX_ROWS));
      } else if (clustering.clusters() == 0) {
        notes.accept("affinity propagation of " + name + " found no exemplar; no rows are shared");
      } else if (!clustering.converged()) {
        notes.accept(
            "affinity propagation did not converge in "
                + clustering.iterations()
                + " iterations ("
                + name
                + "); last clusters used");
      }
    }
    measures.put("sr", RowMetrics.of(network.parameters()).sr());
    return measures;
  }

  /** Shares rows within clusters; returns SR and CR. */
  Map<String, Double> share() {
    sharings.forEach(RowSharing::share);
    RowMetrics metrics = RowMetrics.of(network.parameters());
    Map<String, Double> measures = metrics.measures();
    measures.put("cr", metrics.cr());
    return measures;
  }
}
