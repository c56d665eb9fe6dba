package org.mtlbench.methods.ours;

import ai.djl.ndarray.NDScope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.architecture.Position;
import org.mtlbench.api.architecture.Weight;
import org.mtlbench.api.method.Budget;
import org.mtlbench.api.method.EpochReport;
import org.mtlbench.api.method.Evaluation;
import org.mtlbench.api.method.Phase;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.method.Session;
import org.mtlbench.methods.ours.chebyshev.WeightedChebyshev;
import org.mtlbench.methods.ours.growl.GrowlObjective;
import org.mtlbench.toolbox.initialisation.Initialiser;
import org.mtlbench.toolbox.training.Evaluator;
import org.mtlbench.toolbox.training.Finite;
import org.mtlbench.toolbox.training.Networks;
import org.mtlbench.toolbox.training.ScalarMeasures;
import org.mtlbench.toolbox.training.SelectionScore;

/**
 * The paper's method (section III). With k_0 &gt; 0: a search for a sparsity pattern (GrOWL in the
 * loss, proximal step and layer cap at each epoch's end), a clustering of the rows that are left,
 * and a retraining that keeps pruned rows at zero and shares rows within clusters. With k_0 = 0 one
 * stage without GrOWL.
 */
final class Ours implements Procedure {
  static final String SEARCH = "search";
  static final String CLUSTER = "cluster";
  static final String RETRAIN = "retrain";
  static final String DENSE = "train";

  private final OursConfig config;
  private final int tasks;
  private Network network;
  private ChebyshevStep step;
  private GrowlObjective growl;
  private Sparsity sparsity;
  private Stage search;
  private Stage main;
  private double t;

  Ours(OursConfig config, int tasks) {
    this.config = config;
    this.tasks = tasks;
  }

  @Override
  public List<Phase> phases(Budget budget) {
    int full = config.allEpochs();
    int scaled = Math.max(config.iterations(), budget.epochs(full));
    if (!config.sparse()) {
      return List.of(phase(DENSE, Phase.Kind.MAIN, scaled, full));
    }
    int search = config.searchEpochs(scaled);
    int fullSearch = config.searchEpochs(full);
    return List.of(
        phase(SEARCH, Phase.Kind.SEARCH, search, fullSearch),
        new Phase(CLUSTER, Phase.Kind.SEARCH, 1, 1, Sparsity.RELATIVE_COST_OF_CLUSTERING),
        phase(RETRAIN, Phase.Kind.MAIN, scaled - search, full - fullSearch));
  }

  private Phase phase(String name, Phase.Kind kind, int epochs, int protocolEpochs) {
    Phase phase = new Phase(name, kind, epochs, protocolEpochs, 1).trainingNetwork();
    return config.decaysEveryIteration()
        ? phase
        : phase.withRateSteps(config.rates().steps(protocolEpochs));
  }

  @Override
  public void open(Session session) {
    network = session.network("network");
    Initialiser.apply(config.initialisation(), network, session, "network");
    Networks.register("network", network, session.state());
    t = session.random().stream("chebyshev-t").nextGaussian();
    session.state().numbers("t", () -> new double[] {t}, values -> t = values[0]);

    List<Weight> regularised =
        network.weights().stream()
            .filter(weight -> weight.hasRows() && weight.position() == Position.HIDDEN)
            .toList();
    WeightedChebyshev scalarisation = scalarisation();
    if (config.sparse()) {
      sparsity = new Sparsity(config, network, regularised, session);
      search =
          new Stage(SEARCH, config, config.searchIterations(), scalarisation, network, session);
      main =
          new Stage(RETRAIN, config, config.retrainIterations(), scalarisation, network, session);
    } else {
      main = new Stage(DENSE, config, config.denseIterations(), scalarisation, network, session);
    }
    growl = new GrowlObjective(regularised, config.theta(), config.thetaB1(), config.thetaB2());
    step =
        new ChebyshevStep(
            network,
            session.tasks(),
            regularised,
            Optional.of(growl).filter(objective -> config.sparse()),
            config.growl());
  }

  /** The objectives that take part: all m + 1 when k_0 &gt; 0, else the m tasks. */
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
  public EpochReport epoch(Phase phase, int epoch, Session session) {
    return switch (phase.name()) {
      case SEARCH -> search(phase, epoch, session);
      case CLUSTER -> EpochReport.ofMeasures(sparsity.cluster(session));
      case RETRAIN, DENSE -> main(phase, epoch, session);
      default -> throw new IllegalArgumentException("no phase is called " + phase.name());
    };
  }

  private EpochReport search(Phase phase, int epoch, Session session) {
    Stage.Trained trained = search.train(step, t, sparsity.searchMasks(), phase, epoch, session);
    t = trained.t();
    Map<String, Double> measures =
        sparsity.prune(search.iterations().atEnd(phase, epoch), epoch, session);
    EpochReport.Validation validation = validate(trained, epoch, session);
    double score = validation.score();
    measures.putAll(measures(search, trained, session));
    search.endEpoch(trained, score, phase, epoch);
    boolean best = sparsity.offer(search.best(), score);
    return report(session, trained, validation, best, measures);
  }

  private EpochReport main(Phase phase, int epoch, Session session) {
    boolean sparse = config.sparse();
    Stage.Trained trained =
        main.train(step, t, sparse ? sparsity.retrainMasks() : List.of(), phase, epoch, session);
    t = trained.t();
    Map<String, Double> measures = sparse ? sparsity.share() : new LinkedHashMap<>();
    EpochReport.Validation validation = validate(trained, epoch, session);
    double score = validation.score();
    measures.putAll(measures(main, trained, session));
    main.endEpoch(trained, score, phase, epoch);
    return report(session, trained, validation, main.best().offer(score), measures);
  }

  private EpochReport.Validation validate(Stage.Trained trained, int epoch, Session session) {
    Evaluation validation = Evaluator.validate(network, session);
    Finite.check(validation, session.tasks(), epoch, trained.batches() - 1);
    return new EpochReport.Validation(validation, SelectionScore.of(validation, session));
  }

  /** L_0 of the model that was validated, the scalarisation, and the model's scalars. */
  private Map<String, Double> measures(Stage stage, Stage.Trained trained, Session session) {
    Map<String, Double> measures = new LinkedHashMap<>();
    try (NDScope scope = new NDScope()) {
      measures.put("l0", growl.evaluate().value());
    }
    measures.putAll(stage.measures(trained, session.tasks()));
    measures.putAll(ScalarMeasures.of(network, session.tasks()));
    return measures;
  }

  private static EpochReport report(
      Session session,
      Stage.Trained trained,
      EpochReport.Validation validation,
      boolean best,
      Map<String, Double> measures) {
    return new EpochReport(
        session.tasks(), trained.losses(), Optional.of(validation), trained.rate(), best, measures);
  }

  @Override
  public void end(Phase phase, Session session) {
    if (phase.name().equals(SEARCH)) {
      sparsity.keep(search.best(), session);
    }
  }

  @Override
  public Model result(Session session) {
    main.best().restore();
    return network;
  }
}
