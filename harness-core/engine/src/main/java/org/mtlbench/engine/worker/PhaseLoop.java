package org.mtlbench.engine.worker;

import static org.mtlbench.engine.log.WorkerLogger.LOG;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.method.Training;
import org.mtlbench.api.phase.Artefact;
import org.mtlbench.api.phase.EpochReport;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.api.phase.PhaseRun;
import org.mtlbench.api.task.Task;
import org.mtlbench.engine.artefact.CellArtefacts;
import org.mtlbench.engine.environment.FlushToZero;
import org.mtlbench.engine.environment.Stopwatch;
import org.mtlbench.results.ArtefactRecord;
import org.mtlbench.results.ArtefactUse;
import org.mtlbench.results.PhaseKind;
import org.mtlbench.results.PhaseRecord;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventWriter;
import org.mtlbench.results.score.Scores;
import org.mtlbench.results.score.TaskValues;

/**
 * Runs the phases of a procedure and reports every epoch and phase. A phase whose artefact another
 * cell has made is skipped; its cost is still attributed.
 */
final class PhaseLoop {
  private final Procedure procedure;
  private final Session session;
  private final EventWriter events;
  private final TrainingProgress progress;
  private final CellArtefacts artefacts;
  private final EpochEnd epochEnd;

  /** Receives the reported model after every epoch of a main phase. */
  @FunctionalInterface
  interface EpochEnd {
    /** Ignores the model. */
    EpochEnd IGNORED = (phase, epoch, report, run) -> {};

    /**
     * Called after an epoch, before the checkpoint.
     *
     * @param run gives access to the model
     */
    void accept(Phase phase, int epoch, EpochReport report, PhaseRun run);
  }

  /**
   * Creates the loop of one training.
   *
   * @param events receives every epoch and phase
   * @param progress where it resumes; updated at the end of every epoch and phase
   * @param epochEnd called after every epoch of a main phase
   */
  PhaseLoop(
      Procedure procedure,
      Session session,
      EventWriter events,
      TrainingProgress progress,
      CellArtefacts artefacts,
      EpochEnd epochEnd) {
    this.procedure = procedure;
    this.session = session;
    this.events = events;
    this.progress = progress;
    this.artefacts = artefacts;
    this.epochEnd = epochEnd;
  }

  /**
   * The result of a training.
   *
   * @param seconds elapsed time from opening the procedure to its result, with the cost of
   *     artefacts in place of the time spent on them here
   * @param model the model to report
   */
  record Outcome(Model model, double seconds) {}

  /**
   * A trained phase.
   *
   * @param scores validation scores of the best epoch; empty if there is none
   * @param record record of the phase
   */
  private record Trained(PhaseRecord record, Scores scores) {}

  Outcome run(List<Phase> phases) throws IOException {
    Training training = procedure.open(session);
    List<PhaseRun> runs = training.phases();
    progress.restore();
    if (progress.resumed()) {
      LOG.info(
          "resumed from the checkpoint: phase "
              + (progress.phase() + 1)
              + " of "
              + phases.size()
              + ", after "
              + progress.epochs()
              + " of its epochs");
      events.write(resumed(phases));
    }
    while (progress.phase() < phases.size()) {
      Phase phase = phases.get(progress.phase());
      PhaseRun run = runs.get(progress.phase());
      PhaseRecord record =
          phase.artefact().isPresent()
              ? shared(phase, run, phase.artefact().get())
              : train(phase, run).record();
      events.write(
          new Event.PhaseEnded(
              record.name(), record.epochs(), record.wallSeconds(), record.cpuSeconds()));
      progress.phaseEnded(record);
    }
    Model model = training.result();
    return new Outcome(model, Math.max(0, progress.watch().wallSeconds() + progress.attributed()));
  }

  private Event resumed(List<Phase> phases) {
    if (progress.phase() < phases.size()) {
      return new Event.CellResumed(phases.get(progress.phase()).name(), progress.epochs());
    }
    Phase last = phases.get(phases.size() - 1);
    return new Event.CellResumed(last.name(), last.epochs());
  }

  private PhaseRecord shared(Phase phase, PhaseRun run, Artefact artefact) throws IOException {
    try (CellArtefacts.Held held = artefacts.hold(artefact, session::checkStopped)) {
      Optional<ArtefactRecord> found = held.load(run.artefact());
      if (found.isPresent()) {
        LOG.info("artefact " + held.key() + " reused: " + phase.name());
        return reused(phase, found.get());
      }
      Trained trained = train(phase, run);
      held.save(trained.record(), trained.scores(), run.artefact());
      LOG.info("artefact " + held.key() + " written: " + phase.name());
      return trained.record().sharing(new ArtefactUse(held.key(), false));
    }
  }

  /**
   * An earlier worker may have made it in this same training and stopped before the next
   * checkpoint; then the cell has spent the time itself.
   */
  private PhaseRecord reused(Phase phase, ArtefactRecord made) throws IOException {
    events.write(new Event.PhaseReused(phase.name(), made.key(), made.cell(), made.scores()));
    return new PhaseRecord(
        phase.name(),
        kind(phase),
        made.epochs(),
        made.wallSeconds(),
        made.cpuSeconds(),
        Optional.of(
            new ArtefactUse(made.key(), progress.includes(made) || !artefacts.madeBy(made))),
        phase.trains());
  }

  private Trained train(Phase phase, PhaseRun run) throws IOException {
    Scores kept = progress.kept();
    boolean trained = progress.epochs() > 0;
    if (progress.epochs() == 0) {
      phase.omittedRateStepsNote().ifPresent(session::note);
      run.begin();
    }
    for (int epoch = progress.epochs() + 1; epoch <= phase.epochs(); epoch++) {
      session.checkStopped();
      FlushToZero.on();
      Stopwatch epochWatch = new Stopwatch();
      EpochReport report = run.epoch(phase, epoch);
      trained |= !report.tasks().isEmpty();
      events.write(epochEnded(phase, epoch, report, epochWatch.wallSeconds()));
      if (report.best()) {
        kept = scores(report);
      }
      switch (phase.kind()) {
        case MAIN -> epochEnd.accept(phase, epoch, report, run);
        case SEARCH -> {
          // Searches train no reported model.
        }
      }
      if (epoch < phase.epochs()) {
        progress.epochEnded(kept);
      }
    }
    run.end();
    return new Trained(
        new PhaseRecord(
                phase.name(),
                kind(phase),
                trained ? phase.epochs() : 0,
                progress.phaseWatch().wallSeconds(),
                progress.phaseWatch().cpuSeconds())
            .training(phase.trains()),
        kept);
  }

  /** The plan of a phase as events show it. */
  static Event.PhasePlan planned(Phase phase) {
    return new Event.PhasePlan(phase.name(), kind(phase), phase.epochs());
  }

  private static PhaseKind kind(Phase phase) {
    return switch (phase.kind()) {
      case SEARCH -> PhaseKind.SEARCH;
      case MAIN -> PhaseKind.MAIN;
    };
  }

  private static Scores scores(EpochReport report) {
    return report
        .validation()
        .map(v -> SplitScores.scores(report.tasks(), v.evaluation().metrics()))
        .orElse(Scores.none());
  }

  private static Event epochEnded(Phase phase, int epoch, EpochReport report, double seconds) {
    List<Task> tasks = report.tasks();
    return new Event.EpochEnded(
        phase.name(),
        epoch,
        phase.epochs(),
        report.losses().length == 0
            ? TaskValues.none()
            : TaskValues.ofFinite(SplitScores.names(tasks), report.losses()),
        scores(report),
        SplitScores.selection(report),
        finite(report.measures()),
        seconds,
        report.best(),
        Optional.of(report.learningRate()).filter(rate -> rate > 0));
  }

  private static Map<String, Double> finite(Map<String, Double> measures) {
    Map<String, Double> kept = new LinkedHashMap<>();
    measures.forEach(
        (name, value) -> {
          if (Double.isFinite(value)) {
            kept.put(name, value);
          }
        });
    return kept;
  }
}
