package org.mtlbench.engine.worker;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.results.PhaseKind;
import org.mtlbench.results.PhaseRecord;
import org.mtlbench.results.TaskValues;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventWriter;
import org.mtlbench.spi.dataset.Task;
import org.mtlbench.spi.method.EpochReport;
import org.mtlbench.spi.method.Evaluation;
import org.mtlbench.spi.method.Phase;
import org.mtlbench.spi.method.Procedure;
import org.mtlbench.spi.method.Session;

/** Takes a procedure through one phase; measures and reports every epoch. */
final class PhaseTraining {
  private final Procedure procedure;
  private final Session session;
  private final EventWriter events;
  private final TrainingProgress progress;

  PhaseTraining(
      Procedure procedure, Session session, EventWriter events, TrainingProgress progress) {
    this.procedure = procedure;
    this.session = session;
    this.events = events;
    this.progress = progress;
  }

  /**
   * A phase that was trained.
   *
   * @param accuracy on validation, of the epoch to keep; empty if none was
   */
  record Trained(PhaseRecord record, TaskValues accuracy) {}

  Trained run(Phase phase) throws IOException {
    TaskValues kept = progress.kept();
    boolean trained = progress.epochs() > 0;
    if (progress.epochs() == 0) {
      phase.omittedRateStepsNote().ifPresent(session::note);
      procedure.begin(phase, session);
    }
    for (int epoch = progress.epochs() + 1; epoch <= phase.epochs(); epoch++) {
      session.checkStopped();
      FlushToZero.on();
      Stopwatch epochWatch = new Stopwatch();
      EpochReport report = procedure.epoch(phase, epoch, session);
      trained |= !report.tasks().isEmpty();
      events.write(epochEnded(phase, epoch, report, epochWatch.wallSeconds()));
      if (report.best()) {
        kept = accuracy(report);
      }
      if (epoch < phase.epochs()) {
        progress.epochEnded(kept);
      }
    }
    procedure.end(phase, session);
    return new Trained(
        new PhaseRecord(
                phase.name(),
                kind(phase.kind()),
                trained ? phase.epochs() : 0,
                progress.phaseWatch().wallSeconds(),
                progress.phaseWatch().cpuSeconds())
            .training(phase.trains()),
        kept);
  }

  static PhaseKind kind(Phase.Kind kind) {
    return switch (kind) {
      case SEARCH -> PhaseKind.SEARCH;
      case MAIN -> PhaseKind.MAIN;
    };
  }

  private static TaskValues accuracy(EpochReport report) {
    return report
        .validation()
        .map(validation -> SplitScores.accuracy(report.tasks(), validation))
        .orElse(TaskValues.none());
  }

  private static Event epochEnded(Phase phase, int epoch, EpochReport report, double seconds) {
    List<Task> tasks = report.tasks();
    Optional<Evaluation> validation = report.validation();
    return new Event.EpochEnded(
        phase.name(),
        epoch,
        phase.epochs(),
        report.losses().length == 0
            ? TaskValues.none()
            : TaskValues.ofFinite(SplitScores.names(tasks), report.losses()),
        accuracy(report),
        validation.map(v -> SplitScores.accuracy(tasks, v).mean()),
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
