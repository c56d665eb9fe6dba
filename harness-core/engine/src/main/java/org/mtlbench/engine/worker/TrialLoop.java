package org.mtlbench.engine.worker;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.method.StoppedException;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.engine.artefact.CellArtefacts;
import org.mtlbench.engine.environment.Stopwatch;
import org.mtlbench.engine.plan.CellSearch;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plan.TrialPhases;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.FailureKind;
import org.mtlbench.results.PhaseRecord;
import org.mtlbench.results.SearchRecord;
import org.mtlbench.results.TrialRecord;
import org.mtlbench.results.event.EventWriter;
import org.mtlbench.toolbox.training.Evaluator;
import org.mtlbench.toolbox.training.SelectionScore;

/**
 * Trains a cell's method with the values of each trial, on the same data and with the same seed,
 * and scores each on validation. Only the record of a trial is kept.
 */
final class TrialLoop {
  private final CellSpec cell;
  private final CellSearch search;
  private final Function<CellSpec, CellPlugins> plugins;
  private final StopSignal stop;
  private final Function<CellSpec, CellArtefacts> artefacts;
  private final CellProgress progress;
  private final Randomness random;

  /**
   * @param cell cell with a search
   * @param plugins plugins of a trial
   * @param artefacts artefacts that a trial can use
   * @param progress progress of the cell
   */
  TrialLoop(
      CellSpec cell,
      Function<CellSpec, CellPlugins> plugins,
      StopSignal stop,
      Function<CellSpec, CellArtefacts> artefacts,
      CellProgress progress) {
    this.cell = cell;
    this.search = cell.search().orElseThrow();
    this.plugins = plugins;
    this.stop = stop;
    this.artefacts = artefacts;
    this.progress = progress;
    this.random = new Randomness(cell.seed());
  }

  /** The phases of every trial, in order. */
  List<Phase> phases() {
    List<Phase> phases = new ArrayList<>();
    for (int number = 1; number <= search.trials().size(); number++) {
      CellSpec trial = cell.trial(number);
      phases.addAll(phases(number, trial, plugins.apply(trial).procedure(random)));
    }
    return phases;
  }

  /**
   * Runs all trials that have not been run yet. An unsuccessful trial is recorded with its reason.
   *
   * @param manager owner of the cell's arrays; has the same arrays afterwards
   * @throws StoppedException if the worker was asked to stop
   * @throws IOException if events cannot be written
   */
  SearchRecord run(NDManager manager, Dataset dataset, EventWriter events) throws IOException {
    for (int number = progress.trials().size() + 1; number <= search.trials().size(); number++) {
      progress.trialEnded(trial(number, manager, dataset, events));
    }
    return SearchRecord.of(search.over(), search.budget(), progress.trials());
  }

  private TrialRecord trial(int number, NDManager manager, Dataset dataset, EventWriter events)
      throws IOException {
    TrainingProgress training = progress.nextTraining();
    Stopwatch watch = training.watch();
    Optional<Double> score = Optional.empty();
    Optional<Failure> failure = Optional.empty();
    try (NDManager own = manager.newSubManager()) {
      double found = score(number, own, dataset, events, training);
      if (Double.isFinite(found)) {
        score = Optional.of(found);
      } else {
        failure =
            Optional.of(
                new Failure(
                    CellStatus.DIVERGED,
                    FailureKind.THREW,
                    "the score on validation became " + found));
      }
    } catch (StoppedException | IOException e) {
      throw e;
    } catch (Throwable e) {
      // Includes errors, as for a whole cell: the next values may need less memory, for example.
      e.printStackTrace();
      failure = Optional.of(Failure.of(e));
    }
    List<PhaseRecord> ended = training.ended();
    List<PhaseRecord> reused = progress.costs().attribute(ended);
    return new TrialRecord(
        number,
        search.trials().get(number - 1),
        failure.map(Failure::status).orElse(CellStatus.DONE),
        failure.map(Failure::reason),
        score,
        ended.stream().mapToInt(PhaseRecord::epochs).sum(),
        watch.wallSeconds() + reused.stream().mapToDouble(PhaseRecord::wallSeconds).sum(),
        watch.cpuSeconds() + reused.stream().mapToDouble(PhaseRecord::cpuSeconds).sum());
  }

  private double score(
      int number, NDManager manager, Dataset dataset, EventWriter events, TrainingProgress training)
      throws IOException {
    CellSpec trial = cell.trial(number);
    CellPlugins tried = plugins.apply(trial);
    CellSession session = new CellSession(manager, dataset, tried, random, stop);
    Procedure procedure = tried.procedure(random);
    training.withSession(session);
    PhaseLoop loop =
        new PhaseLoop(
            procedure,
            session,
            events,
            training,
            artefacts.apply(trial),
            PhaseLoop.EpochEnd.IGNORED);
    Model model = loop.run(phases(number, trial, procedure)).model();
    return SelectionScore.of(Evaluator.validate(model, session), session);
  }

  /** The phases of a trial with the names for trials. */
  private List<Phase> phases(int number, CellSpec trial, Procedure procedure) {
    List<Phase> phases = procedure.phases(new Budget(trial.budget()));
    return TrialPhases.named(number, search.trials().size(), phases);
  }
}
