package org.mtlbench.toolbox.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.DivergedException;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.method.Training;
import org.mtlbench.api.phase.Artefact;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.EpochReport;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.api.phase.PhaseRun;
import org.mtlbench.api.training.Schedule;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.toolbox.training.EpochPlan;
import org.mtlbench.toolbox.training.ModelTraining;
import org.mtlbench.toolbox.training.ParameterSnapshot;

/**
 * A training that first tunes its loss weights and, optionally, its learning rate. Each candidate
 * trains on the same subset of the training split, from the same initial parameters and with the
 * same order of batches; the one with the best validation score is chosen. Weights are tuned at the
 * configured learning rate, learning rates with the chosen weights. The main training starts again
 * from the initial parameters.
 */
public final class SearchedTraining {
  private static final String MAIN = "train";
  private static final String SEARCH = "search";

  /** The model to train and its step. */
  public interface Trainee {
    /** The model to report. */
    Model model();

    /**
     * All parameters that are reset at the start of a training: those of the model, buffers
     * included, and others.
     */
    List<Parameter> parameters();

    /** Resets the optimisers. */
    void restart();

    /** The step of an epoch with the given loss weights, one per task. */
    ModelTraining.Step step(double[] lossWeights);

    /** Measures of the epoch since the last call of {@link #step}, by name. */
    Map<String, Double> measures();
  }

  private final TrainingConfig config;
  private final SearchConfig search;
  private final Artefact candidate;
  private final GridSearch weightSearch;
  private final GridSearch rateSearch;

  /**
   * Creates a training that is not open yet.
   *
   * @param candidate common name and config of the candidates' artefacts: everything specific to
   *     the method that affects their scores
   * @param weights name of the loss weights, one word
   * @param candidates at least one; a single one is used without a search
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
   * The phases of the searches, one per candidate, and the main phase.
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
   * Opens the training of an initialised trainee and registers its model; the caller registers
   * optimisers and other parameters.
   *
   * @return the behaviour of {@link #phases}, with the trainee's model as result
   */
  public Training open(Trainee trainee, Session session) {
    return new Opened(trainee, session);
  }

  private final class Opened implements Training {
    private final Trainee trainee;
    private final Session session;
    private final ModelTraining training;
    private final ParameterSnapshot initial;
    private final int[] subset;

    Opened(Trainee trainee, Session session) {
      this.trainee = trainee;
      this.session = session;
      training = new ModelTraining("network", trainee.model(), config.selection(), session);
      initial = new ParameterSnapshot(trainee.parameters());
      subset = TrainingSubset.draw(session, SEARCH, search.searchFraction());
      weightSearch.open("search/weights", session.manager(), session.state());
      rateSearch.open("search/learning-rate", session.manager(), session.state());
    }

    @Override
    public List<PhaseRun> phases() {
      List<PhaseRun> phases = new ArrayList<>();
      for (int i = 0; i < weightSearch.phases().size(); i++) {
        phases.add(ofWeights(i));
      }
      for (int i = 0; i < rateSearch.phases().size(); i++) {
        phases.add(ofRate(i));
      }
      phases.add(new Main());
      return phases;
    }

    private PhaseRun ofWeights(int index) {
      return new Candidate(
          weightSearch, index, () -> weightSearch.candidate(index), config.learningRate());
    }

    private PhaseRun ofRate(int index) {
      return new Candidate(
          rateSearch, index, weightSearch::best, rateSearch.candidate(index).get(0));
    }

    /** Restores the initial parameters. */
    private void restart() {
      initial.restore();
      trainee.restart();
      training.restart();
    }

    private EpochReport train(Phase phase, int epoch, EpochPlan plan, List<Double> weights) {
      double[] values = weights.stream().mapToDouble(Double::doubleValue).toArray();
      return training
          .epoch(phase, epoch, plan, session, trainee.step(values))
          .plusMeasures(trainee.measures());
    }

    @Override
    public Model result() {
      training.select();
      return trainee.model();
    }

    /** The training of one candidate. */
    private final class Candidate implements PhaseRun {
      private final GridSearch grid;
      private final int index;
      private final Supplier<List<Double>> weights;
      private final double rate;

      Candidate(GridSearch grid, int index, Supplier<List<Double>> weights, double rate) {
        this.grid = grid;
        this.index = index;
        this.weights = weights;
        this.rate = rate;
      }

      @Override
      public void begin() {
        restart();
      }

      /** {@inheritDoc} Does nothing after the candidate has diverged. */
      @Override
      public EpochReport epoch(Phase phase, int epoch) {
        if (!grid.isDiverged(index)) {
          EpochPlan plan = new EpochPlan(SEARCH, subset, config.batchSize(), config.rates(rate));
          try {
            EpochReport report = train(phase, epoch, plan, weights.get());
            grid.score(index, score(report));
            return report;
          } catch (DivergedException e) {
            grid.diverged(index);
          }
        }
        return EpochReport.ofMeasures(Map.of("diverged", 1.0));
      }

      /** The score of the parameters that would be selected. */
      private double score(EpochReport report) {
        return switch (config.selection()) {
          case BEST -> training.bestScore();
          case LAST -> report.validation().orElseThrow().score();
        };
      }

      @Override
      public Model artefact() {
        return grid.result(index);
      }
    }

    /** The main training with the chosen weights and learning rate. */
    private final class Main implements PhaseRun {
      @Override
      public void begin() {
        restart();
        String chosen =
            Stream.of(weightSearch, rateSearch)
                .filter(grid -> !grid.phases().isEmpty())
                .map(GridSearch::chosen)
                .collect(Collectors.joining("; "));
        if (!chosen.isEmpty()) {
          session.note("chosen on validation: " + chosen);
        }
      }

      @Override
      public EpochReport epoch(Phase phase, int epoch) {
        Schedule schedule = config.rates(rateSearch.best().get(0));
        EpochPlan all = EpochPlan.of(MAIN, config, session);
        EpochPlan plan = new EpochPlan(MAIN, all.examples(), config.batchSize(), schedule);
        return train(phase, epoch, plan, weightSearch.best());
      }

      @Override
      public Optional<Model> model() {
        return Optional.of(trainee.model());
      }
    }
  }
}
