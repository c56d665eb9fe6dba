package org.mtlbench.methods.ours;

import ai.djl.ndarray.NDScope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
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
import org.mtlbench.methods.neuronrow.RowMask;
import org.mtlbench.methods.ours.chebyshev.WeightedChebyshev;
import org.mtlbench.methods.ours.growl.GrowlObjective;
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
  private final List<Parameter> regularised;
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
    t = initialT();
    session.state().numbers("t", () -> new double[] {t}, values -> t = values[0]);
    regularised =
        network.parameters().stream()
            .filter(parameter -> parameter.hasRows() && parameter.position() == Position.HIDDEN)
            .toList();
    growl = new GrowlObjective(regularised, config.theta(), config.thetaB1(), config.thetaB2());
    if (config.startsFromSparse()) {
      // Not reported, since the cells that reuse the network could not report the same.
      Stages sparse = new Stages(config.sparseNetwork(), note -> {}, (name, value) -> {});
      main = stage("train", config, config.denseIterations());
      phases = List.of(sparse.asOnePhase(), new FromSparse(sparse.sparsity));
    } else if (config.sparse()) {
      Stages sparse = new Stages(config, session::note, session::measure);
      main = sparse.retrain;
      phases = List.of(sparse.search(), sparse::cluster, sparse.retrain());
    } else {
      main = stage("train", config, config.denseIterations());
      phases = List.of(new Main(main, denseStep(), List::of, LinkedHashMap::new));
    }
  }

  private double initialT() {
    return session.random().stream("chebyshev-t").nextGaussian();
  }

  private ChebyshevStep denseStep() {
    return new ChebyshevStep(
        network, session.tasks(), regularised, Optional.empty(), config.growl());
  }

  private PhaseTrainer stage(String purpose, OursConfig of, int iterations) {
    return new PhaseTrainer(purpose, of, iterations, scalarisation(of), network, session);
  }

  /** The active objectives: all m + 1 if the training is sparse, otherwise the m tasks. */
  private WeightedChebyshev scalarisation(OursConfig of) {
    double[] k = new double[tasks + 1];
    double[] a = new double[tasks + 1];
    for (int i = 0; i <= tasks; i++) {
      k[i] = of.k().isEmpty() ? (i == 0 ? 0 : 1.0 / tasks) : of.k().get(i);
      a[i] = of.referencePoint().isEmpty() ? 0 : of.referencePoint().get(i);
    }
    int first = of.sparse() ? 0 : 1;
    return new WeightedChebyshev(
        IntStream.rangeClosed(first, tasks).mapToDouble(i -> k[i]).toArray(),
        IntStream.rangeClosed(first, tasks).mapToDouble(i -> a[i]).toArray());
  }

  @Override
  public List<PhaseRun> phases() {
    return phases;
  }

  /** The training of a sparse network: search, clustering, retraining. */
  private final class Stages {
    private final OursConfig sparse;
    private final Consumer<String> notes;
    private final BiConsumer<String, Double> measures;
    private final Sparsity sparsity;
    private final PhaseTrainer search;
    private final PhaseTrainer retrain;
    private final ChebyshevStep step;

    /**
     * @param notes receives the notes on the result
     * @param measures receives the measures of the result
     */
    Stages(OursConfig sparse, Consumer<String> notes, BiConsumer<String, Double> measures) {
      this.sparse = sparse;
      this.notes = notes;
      this.measures = measures;
      sparsity = new Sparsity(sparse, network, regularised, session);
      search = stage("search", sparse, sparse.searchIterations());
      retrain = stage("retrain", sparse, sparse.retrainIterations());
      step =
          new ChebyshevStep(
              network, session.tasks(), regularised, Optional.of(growl), sparse.growl());
    }

    /** Searches for a sparsity pattern. */
    PhaseRun search() {
      return new PhaseRun() {
        @Override
        public EpochReport epoch(Phase phase, int epoch) {
          PhaseTrainer.EpochResult trained =
              search.train(step, t, sparsity.searchMasks(), phase, epoch, session);
          t = trained.t();
          Map<String, Double> found =
              sparsity.prune(search.iterations().atEnd(phase, epoch), epoch, session);
          EpochReport.Validation validation = validate(trained, epoch);
          addMeasures(search, trained, found);
          search.endEpoch(trained, validation.score(), phase, epoch);
          boolean best = sparsity.offer(search.best(), validation.score());
          return report(trained, validation, best, found);
        }

        @Override
        public void end() {
          sparsity.keep(search.best(), notes).forEach(measures);
        }
      };
    }

    EpochReport cluster(Phase phase, int epoch) {
      return EpochReport.ofMeasures(sparsity.cluster(notes, session));
    }

    /** Trains the network with the sparsity pattern that was found. */
    PhaseRun retrain() {
      return new Main(retrain, step, sparsity::retrainMasks, sparsity::share);
    }

    /** All stages as one phase, whose network other cells can reuse. */
    PhaseRun asOnePhase() {
      PhaseRun searching = search();
      PhaseRun retraining = retrain();
      return new PhaseRun() {
        @Override
        public EpochReport epoch(Phase phase, int epoch) {
          List<Phase> stages = Ours.stages(sparse, phase.epochs(), phase.protocolEpochs());
          int searchEpochs = stages.get(0).epochs();
          if (epoch <= searchEpochs) {
            return searching.epoch(stages.get(0), epoch);
          }
          if (epoch == searchEpochs + 1) {
            searching.end();
            cluster(stages.get(1), 1);
          }
          return retraining.epoch(stages.get(2), epoch - searchEpochs);
        }

        @Override
        public void end() {
          retrain.best().restore();
        }

        @Override
        public Model artefact() {
          return network;
        }
      };
    }
  }

  /** Trains the reported network. */
  private class Main implements PhaseRun {
    private final PhaseTrainer stage;
    private final ChebyshevStep step;
    private final Supplier<List<RowMask>> masks;
    private final Supplier<Map<String, Double>> afterEpoch;

    /**
     * @param masks masks applied within an epoch
     * @param afterEpoch modifies the network before validation and returns measures
     */
    Main(
        PhaseTrainer stage,
        ChebyshevStep step,
        Supplier<List<RowMask>> masks,
        Supplier<Map<String, Double>> afterEpoch) {
      this.stage = stage;
      this.step = step;
      this.masks = masks;
      this.afterEpoch = afterEpoch;
    }

    @Override
    public EpochReport epoch(Phase phase, int epoch) {
      PhaseTrainer.EpochResult trained = stage.train(step, t, masks.get(), phase, epoch, session);
      t = trained.t();
      Map<String, Double> found = afterEpoch.get();
      EpochReport.Validation validation = validate(trained, epoch);
      addMeasures(stage, trained, found);
      stage.endEpoch(trained, validation.score(), phase, epoch);
      return report(trained, validation, stage.best().offer(validation.score()), found);
    }

    @Override
    public Optional<Model> model() {
      return Optional.of(network);
    }
  }

  /** Trains on from a sparse network, whose zero rows stay zero; its rows are not shared. */
  private final class FromSparse extends Main {
    private final Sparsity sparsity;

    FromSparse(Sparsity sparsity) {
      super(main, denseStep(), sparsity::retrainMasks, LinkedHashMap::new);
      this.sparsity = sparsity;
    }

    @Override
    public void begin() {
      session.note("starts from the weights of a sparse network, whose epochs count as search");
      sparsity.freeze();
      t = initialT();
    }
  }

  private EpochReport.Validation validate(PhaseTrainer.EpochResult trained, int epoch) {
    Evaluation validation = Evaluator.validate(network, session);
    DivergenceCheck.check(validation, session.tasks(), epoch, trained.batches() - 1);
    return new EpochReport.Validation(validation, SelectionScore.of(validation, session));
  }

  /**
   * Adds L_0 of the validated model, the scalarisation, and the model's scalars. A training from a
   * sparse network leaves L_0 out, which is not among its objectives.
   */
  private void addMeasures(
      PhaseTrainer stage, PhaseTrainer.EpochResult trained, Map<String, Double> measures) {
    if (!config.startsFromSparse()) {
      try (NDScope scope = new NDScope()) {
        measures.put("l0", growl.value().toDoubleArray()[0]);
      }
    }
    measures.putAll(stage.measures(trained, session.tasks()));
    measures.putAll(ScalarMeasures.of(network, session.tasks()));
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
