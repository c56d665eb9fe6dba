package org.mtlbench.methods.ours;

import ai.djl.ndarray.NDScope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Position;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.method.Training;
import org.mtlbench.api.phase.EpochReport;
import org.mtlbench.api.phase.Evaluation;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.api.phase.PhaseRun;
import org.mtlbench.methods.ours.chebyshev.WeightedChebyshev;
import org.mtlbench.methods.ours.growl.GrowlObjective;
import org.mtlbench.methods.ours.growl.RowMask;
import org.mtlbench.toolbox.initialisation.Initialiser;
import org.mtlbench.toolbox.training.DivergenceCheck;
import org.mtlbench.toolbox.training.Evaluator;
import org.mtlbench.toolbox.training.Networks;
import org.mtlbench.toolbox.training.ScalarMeasures;
import org.mtlbench.toolbox.training.SelectionScore;

/** Training of the paper's method: network, multipliers and sparsity pattern. */
final class OursTraining implements Training {
  private final OursConfig config;
  private final int tasks;
  private final Session session;
  private final Network network;
  private final ChebyshevStep step;
  private final GrowlObjective growl;
  private final List<PhaseRun> phases;
  private final PhaseTrainer main;
  private double t;

  /**
   * Creates the network and registers the state.
   *
   * @param tasks number of tasks
   */
  OursTraining(OursConfig config, int tasks, Session session) {
    this.config = config;
    this.tasks = tasks;
    this.session = session;
    network = session.network("network");
    Initialiser.apply(config.initialisation(), network, session, "network");
    Networks.register("network", network, session.state());
    t = session.random().stream("chebyshev-t").nextGaussian();
    session.state().numbers("t", () -> new double[] {t}, values -> t = values[0]);

    List<Parameter> regularised =
        network.parameters().stream()
            .filter(parameter -> parameter.hasRows() && parameter.position() == Position.HIDDEN)
            .toList();
    growl = new GrowlObjective(regularised, config.theta(), config.thetaB1(), config.thetaB2());
    if (config.sparse()) {
      Sparsity sparsity = new Sparsity(config, network, regularised, session);
      PhaseTrainer search = stage("search", config.searchIterations());
      main = stage("retrain", config.retrainIterations());
      phases =
          List.of(
              new Search(search, sparsity),
              (phase, epoch) -> EpochReport.ofMeasures(sparsity.cluster(session)),
              new Main(sparsity::retrainMasks, sparsity::share));
    } else {
      main = stage("train", config.denseIterations());
      phases = List.of(new Main(List::of, LinkedHashMap::new));
    }
    step =
        new ChebyshevStep(
            network,
            session.tasks(),
            regularised,
            Optional.of(growl).filter(objective -> config.sparse()),
            config.growl());
  }

  private PhaseTrainer stage(String purpose, int iterations) {
    return new PhaseTrainer(purpose, config, iterations, scalarisation(), network, session);
  }

  /** The active objectives: all m + 1 if k_0 &gt; 0, otherwise the m tasks. */
  private WeightedChebyshev scalarisation() {
    double[] k = new double[tasks + 1];
    double[] a = new double[tasks + 1];
    for (int i = 0; i <= tasks; i++) {
      k[i] = config.k().isEmpty() ? (i == 0 ? 0 : 1.0 / tasks) : config.k().get(i);
      a[i] = config.referencePoint().isEmpty() ? 0 : config.referencePoint().get(i);
    }
    int first = config.sparse() ? 0 : 1;
    return new WeightedChebyshev(
        IntStream.rangeClosed(first, tasks).mapToDouble(i -> k[i]).toArray(),
        IntStream.rangeClosed(first, tasks).mapToDouble(i -> a[i]).toArray());
  }

  @Override
  public List<PhaseRun> phases() {
    return phases;
  }

  /** Searches for a sparsity pattern. */
  private final class Search implements PhaseRun {
    private final PhaseTrainer stage;
    private final Sparsity sparsity;

    Search(PhaseTrainer stage, Sparsity sparsity) {
      this.stage = stage;
      this.sparsity = sparsity;
    }

    @Override
    public EpochReport epoch(Phase phase, int epoch) {
      PhaseTrainer.EpochResult trained =
          stage.train(step, t, sparsity.searchMasks(), phase, epoch, session);
      t = trained.t();
      Map<String, Double> measures =
          sparsity.prune(stage.iterations().atEnd(phase, epoch), epoch, session);
      EpochReport.Validation validation = validate(trained, epoch);
      measures.putAll(measures(stage, trained));
      stage.endEpoch(trained, validation.score(), phase, epoch);
      boolean best = sparsity.offer(stage.best(), validation.score());
      return report(trained, validation, best, measures);
    }

    @Override
    public void end() {
      sparsity.keep(stage.best(), session);
    }
  }

  /** Trains the dense network, or the one with the sparsity pattern that was found. */
  private final class Main implements PhaseRun {
    private final Supplier<List<RowMask>> masks;
    private final Supplier<Map<String, Double>> afterEpoch;

    /**
     * @param masks masks applied within an epoch
     * @param afterEpoch modifies the network before validation and returns measures
     */
    Main(Supplier<List<RowMask>> masks, Supplier<Map<String, Double>> afterEpoch) {
      this.masks = masks;
      this.afterEpoch = afterEpoch;
    }

    @Override
    public EpochReport epoch(Phase phase, int epoch) {
      PhaseTrainer.EpochResult trained = main.train(step, t, masks.get(), phase, epoch, session);
      t = trained.t();
      Map<String, Double> measures = afterEpoch.get();
      EpochReport.Validation validation = validate(trained, epoch);
      measures.putAll(measures(main, trained));
      main.endEpoch(trained, validation.score(), phase, epoch);
      return report(trained, validation, main.best().offer(validation.score()), measures);
    }

    @Override
    public Optional<Model> model() {
      return Optional.of(network);
    }
  }

  private EpochReport.Validation validate(PhaseTrainer.EpochResult trained, int epoch) {
    Evaluation validation = Evaluator.validate(network, session);
    DivergenceCheck.check(validation, session.tasks(), epoch, trained.batches() - 1);
    return new EpochReport.Validation(validation, SelectionScore.of(validation, session));
  }

  /** L_0 of the validated model, the scalarisation, and the model's scalars. */
  private Map<String, Double> measures(PhaseTrainer stage, PhaseTrainer.EpochResult trained) {
    Map<String, Double> measures = new LinkedHashMap<>();
    try (NDScope scope = new NDScope()) {
      measures.put("l0", growl.value().toDoubleArray()[0]);
    }
    measures.putAll(stage.measures(trained, session.tasks()));
    measures.putAll(ScalarMeasures.of(network, session.tasks()));
    return measures;
  }

  private EpochReport report(
      PhaseTrainer.EpochResult trained,
      EpochReport.Validation validation,
      boolean best,
      Map<String, Double> measures) {
    return new EpochReport(
        session.tasks(), trained.losses(), Optional.of(validation), trained.rate(), best, measures);
  }

  @Override
  public Model result() {
    main.best().restore();
    return network;
  }
}
