package org.mtlbench.cli.progress;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.engine.error.KnownErrors;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.plugins.Reasons;
import org.mtlbench.engine.run.RunOutcome;
import org.mtlbench.engine.run.RunStart;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.FailureRecord;
import org.mtlbench.results.SecondsRecord;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.json.ResultsJson;
import org.mtlbench.results.score.SplitRecord;

/** Writes progress as one {@link RunEvent} per line, in JSON. */
public final class JsonProgress implements Progress {
  private final ResultsJson json = new ResultsJson();
  private final PrintWriter out;
  private final PrintWriter err;
  private final int slots;
  private EtaEstimator pace;

  /**
   * Creates the writer.
   *
   * @param slots cells at a time
   * @param err for log lines
   */
  public JsonProgress(int slots, PrintWriter out, PrintWriter err) {
    this.slots = slots;
    this.out = out;
    this.err = err;
    this.pace = new EtaEstimator(slots);
  }

  private void write(RunEvent event) {
    try {
      out.println(json.toLine(event));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("an event cannot be written as JSON", e);
    }
  }

  @Override
  public void begun(RunStart start) {
    pace = new EtaEstimator(start, slots);
    write(
        new RunEvent.RunBegun(
            RunEvent.SCHEMA,
            Instant.now(),
            start.kept().size(),
            start.again(),
            start.resuming().size(),
            start.toRun().stream().map(JsonProgress::cell).toList()));
  }

  private static RunEvent.Cell cell(PlannedCell planned) {
    CellSpec spec = planned.spec();
    return new RunEvent.Cell(
        spec.id(),
        spec.label(),
        spec.dataset().name(),
        spec.architecture().name(),
        spec.method().id(),
        spec.seed(),
        Optional.of(planned.estimatedSeconds()).filter(Double::isFinite));
  }

  @Override
  public void cellStarted(PlannedCell cell) {
    write(new RunEvent.CellStarted(Instant.now(), cell.spec().id()));
  }

  @Override
  public void reported(PlannedCell cell, Event event) {
    if (event instanceof Event.EpochEnded epoch) {
      pace.add(cell, epoch);
    } else if (event instanceof Event.CellResumed resumed) {
      pace.add(cell, resumed);
    } else if (event instanceof Event.PhaseReused reused) {
      pace.add(cell, reused);
    }
    write(
        new RunEvent.CellReported(
            Instant.now(),
            cell.spec().id(),
            event,
            pace.share(cell),
            optional(pace.left(cell)),
            optional(pace.left())));
  }

  private static Optional<Double> optional(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }

  @Override
  public void retrying(PlannedCell cell, CellRecord record, int attempt, int retries) {
    pace.restart(cell);
    write(
        new RunEvent.CellRetried(
            Instant.now(),
            cell.spec().id(),
            attempt,
            retries,
            record.failure().map(FailureRecord::kind),
            record.reason()));
  }

  @Override
  public void cellEnded(PlannedCell cell, CellRecord record) {
    pace.finish(cell);
    write(
        new RunEvent.CellEnded(
            Instant.now(),
            record.id(),
            record.status(),
            record.failure().map(FailureRecord::kind),
            record.reason(),
            record.test().map(SplitRecord::scores),
            record.seconds().filter(s -> record.hasResult()).map(SecondsRecord::total)));
  }

  @Override
  public void note(String line) {
    err.println(line);
  }

  @Override
  public void warned(String sentence) {
    write(new RunEvent.Warning(Instant.now(), sentence));
  }

  /** Prints why a run could not start or continue. */
  public static void failed(Throwable thrown, PrintWriter out) {
    Optional<HarnessException> known = KnownErrors.of(thrown);
    new JsonProgress(1, out, out)
        .write(
            new RunEvent.RunFailed(
                Instant.now(),
                known.map(HarnessException::category),
                known.map(Throwable::getMessage).orElseGet(() -> Reasons.of(thrown)),
                known.map(HarnessException::hint).filter(hint -> !hint.isEmpty())));
  }

  @Override
  public void end() {
    // all lines are written already
  }

  @Override
  public void finished(RunOutcome outcome, Path folder, List<String> lines) {
    write(
        new RunEvent.RunEnded(
            Instant.now(),
            outcome.done(),
            outcome.failed(),
            outcome.diverged(),
            outcome.open(),
            outcome.stopped(),
            folder.toString()));
  }
}
