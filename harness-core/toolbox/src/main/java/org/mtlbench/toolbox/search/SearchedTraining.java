package org.mtlbench.toolbox.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.architecture.Weight;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.method.Artefact;
import org.mtlbench.api.method.Budget;
import org.mtlbench.api.method.DivergedException;
import org.mtlbench.api.method.EpochReport;
import org.mtlbench.api.method.Phase;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.training.Schedule;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.toolbox.training.EpochPlan;
import org.mtlbench.toolbox.training.ModelTraining;
import org.mtlbench.toolbox.training.WeightCopies;

/**
 * A training whose loss weights, and on request its learning rate, are looked for first. Each
 * candidate trains on the same part of the training split, from the same initial weights and in the
 * same order of batches; the one with the best validation score is taken. Weights are searched at
 * the configured learning rate, learning rates with the weights found. The main training starts
 * from these initial weights again.
 */
public final class SearchedTraining {
  /** The phase of the main training. */
  public static final String MAIN = "train";

  private static final String SEARCH = "search";

  /** What is trained. */
  public interface Trainee {
    /** The model to report. */
    Model model();

    /** Every weight that a training starts afresh: the model's, buffers included, and others. */
    List<Weight> weights();

    /** Forgets what optimisers remember. */
    void restart();

    /** The step under given weights, one a task. */
    ModelTraining.Step step(double[] lossWeights);
  }

  private final TrainingConfig config;
  private final SearchConfig search;
  private final Artefact candidate;
  private final GridSearch weightSearch;
  private final GridSearch rateSearch;
  private Trainee trainee;
  private ModelTraining training;
  private WeightCopies initial;
  private int[] subset;

  /**
   * A training that is not open yet.
   *
   * @param candidate the name and config that the artefacts of candidates have in common:
   *     everything of the method's own that their scores depend on
   * @param weights what the loss weights are called, one word
   * @param candidates at least one; a single one is taken without a search
   */
  public SearchedTraining(
      TrainingConfig config,
      SearchConfig search,
      Artefact candidate,
      String weights,
      List<List<Double>> candidates) {
    this.candidate = candidate;
    this.config = config;
    this.search = search;
    weightSearch = new GridSearch(weights, candidates);
    List<Double> rates =
        search.searchLearningRates() ? search.learningRates() : List.of(config.learningRate());
    rateSearch = new GridSearch("learning-rate", rates.stream().map(List::of).toList());
  }

  /**
   * The phases of the searches, one a candidate, and of the main training.
   *
   * @param addedMultiplyAdds see {@link Phase#addedMultiplyAdds}
   */
  public List<Phase> phases(Budget budget, DatasetFacts facts, double addedMultiplyAdds) {
    List<Phase> phases = new ArrayList<>();
    Stream.concat(weightSearch.phases().stream(), rateSearch.phases().stream())
        .map(
            name ->
                Phase.of(
                        name,
                        Phase.Kind.SEARCH,
                        search.searchEpochs(),
                        search.relativeCost(facts),
                        budget)
                    .withRateSteps(config.rates().steps(search.searchEpochs()))
                    .making(new Artefact(candidate.name(), candidate.config().put("phase", name))))
        .forEach(phases::add);
    phases.add(config.phase(MAIN, Phase.Kind.MAIN, 1, budget));
    return phases.stream().map(phase -> phase.adding(addedMultiplyAdds)).toList();
  }

  /**
   * Takes over an initialised trainee and registers its model; optimisers and other weights are the
   * caller's to register.
   */
  public void open(Trainee opened, Session session) {
    trainee = opened;
    training = new ModelTraining("network", opened.model(), config.selection(), session);
    initial = new WeightCopies(opened.weights());
    subset = TrainingSubset.draw(session, SEARCH, search.searchFraction());
    weightSearch.open("search/weights", session.manager(), session.state());
    rateSearch.open("search/learning-rate", session.manager(), session.state());
  }

  /** The score of the candidate that a phase of a search tries. */
  public Model artefact(Phase phase) {
    OptionalInt ofWeights = weightSearch.indexOf(phase.name());
    return ofWeights.isPresent()
        ? weightSearch.result(ofWeights.getAsInt())
        : rateSearch.result(rateSearch.indexOf(phase.name()).orElseThrow());
  }

  /** Back to the initial weights. */
  public void begin(Phase phase, Session session) {
    initial.putBack();
    trainee.restart();
    training.restart();
    if (phase.name().equals(MAIN)) {
      String chosen =
          Stream.of(weightSearch, rateSearch)
              .filter(grid -> !grid.phases().isEmpty())
              .map(GridSearch::chosen)
              .collect(Collectors.joining("; "));
      if (!chosen.isEmpty()) {
        session.note("chosen on validation: " + chosen);
      }
    }
  }

  /** One epoch of a search or of the main training. */
  public EpochReport epoch(Phase phase, int epoch, Session session) {
    OptionalInt ofWeights = weightSearch.indexOf(phase.name());
    if (ofWeights.isPresent()) {
      int index = ofWeights.getAsInt();
      return candidate(
          weightSearch,
          index,
          phase,
          epoch,
          onSubset(config.learningRate()),
          weightSearch.candidate(index),
          session);
    }
    OptionalInt ofRates = rateSearch.indexOf(phase.name());
    if (ofRates.isPresent()) {
      int index = ofRates.getAsInt();
      return candidate(
          rateSearch,
          index,
          phase,
          epoch,
          onSubset(rateSearch.candidate(index).get(0)),
          weightSearch.best(),
          session);
    }
    Schedule schedule = config.rates(rateSearch.best().get(0));
    EpochPlan all = EpochPlan.of(MAIN, config, session);
    EpochPlan plan = new EpochPlan(MAIN, all.examples(), config.batchSize(), schedule);
    return training.epoch(phase, epoch, plan, session, step(weightSearch.best()));
  }

  /** The loss weights that a phase trains with, one per task. */
  public List<Double> weights(Phase phase) {
    OptionalInt ofWeights = weightSearch.indexOf(phase.name());
    return ofWeights.isPresent()
        ? weightSearch.candidate(ofWeights.getAsInt())
        : weightSearch.best();
  }

  /** An epoch of a candidate; one that diverged does nothing any more. */
  private EpochReport candidate(
      GridSearch grid,
      int index,
      Phase phase,
      int epoch,
      EpochPlan plan,
      List<Double> weights,
      Session session) {
    if (!grid.isDiverged(index)) {
      try {
        EpochReport report = training.epoch(phase, epoch, plan, session, step(weights));
        grid.score(index, score(report));
        return report;
      } catch (DivergedException e) {
        grid.diverged(index);
      }
    }
    return EpochReport.ofMeasures(Map.of("diverged", 1.0));
  }

  /** The score of the weights that the selection would report. */
  private double score(EpochReport report) {
    return switch (config.selection()) {
      case BEST -> training.bestScore();
      case LAST -> report.validation().orElseThrow().score();
    };
  }

  private EpochPlan onSubset(double rate) {
    return new EpochPlan(SEARCH, subset, config.batchSize(), config.rates(rate));
  }

  private ModelTraining.Step step(List<Double> weights) {
    return trainee.step(weights.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** The weights selected in the main training, in the trainee's model. */
  public Model result() {
    training.select();
    return trainee.model();
  }
}
