package org.mtlbench.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mtlbench.cli.progress.LiveWatch;
import org.mtlbench.cli.progress.WatchLines;
import org.mtlbench.cli.progress.WatchView;
import org.mtlbench.cli.text.Invocation;
import org.mtlbench.cli.watch.RunState;
import org.mtlbench.cli.watch.WatchedRun;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.folder.UnwritableException;
import org.mtlbench.results.json.SchemaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the progress of a run that others carry out. */
@Command(
    name = "watch",
    description = {
      "Show the progress of a run from its folder, wherever its workers are, until all cells have"
          + " ended.",
      "Only reads files: it can be started and ended at any time, on any machine that sees the"
          + " folder."
    },
    mixinStandardHelpOptions = true)
public final class WatchCommand implements Callable<Integer> {
  private static final long INTERVAL_MILLIS = 2000;

  /** How long files that cannot be read are tried again. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "A run folder.")
  private Path folder;

  @Option(names = "--once", description = "Print the current state and end.")
  private boolean once;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Clock clock = Clock.system(ZoneId.systemDefault());
    WatchedRun run = WatchedRun.open(folder, clock);
    if (once) {
      RunState state = run.read();
      WatchLines.print(state, out, Invocation.columns());
      return exitCode(state);
    }
    int columns = Invocation.terminalColumns();
    CountDownLatch stopped = new CountDownLatch(1);
    try (Interruption interruption = Interruption.install(stopped::countDown);
        WatchView view =
            columns > 0
                ? new LiveWatch(out, columns, Invocation.terminalLines())
                : new WatchLines(out, spec.commandLine().getErr(), clock)) {
      return follow(run, view, stopped, clock);
    }
  }

  private static int follow(WatchedRun run, WatchView view, CountDownLatch stopped, Clock clock)
      throws IOException, InterruptedException {
    Optional<Instant> unreadable = Optional.empty();
    do {
      try {
        RunState state = run.read();
        unreadable = Optional.empty();
        view.show(state);
        if (state.over()) {
          return exitCode(state);
        }
      } catch (SchemaException e) {
        throw e;
      } catch (IOException e) {
        // network file systems have short failures, and files are replaced
        if (unreadable.isEmpty()) {
          unreadable = Optional.of(clock.instant());
          view.warn("cannot be read, trying again: " + UnwritableException.reason(e));
        } else if (unreadable.get().plus(PATIENCE).isBefore(clock.instant())) {
          throw e;
        }
      }
    } while (!stopped.await(INTERVAL_MILLIS, TimeUnit.MILLISECONDS));
    return ExitCode.INTERRUPTED;
  }

  private static int exitCode(RunState state) {
    boolean failed = state.failed() > 0 || state.count(CellStatus.DIVERGED) > 0;
    return failed ? ExitCode.SOME_FAILED : ExitCode.DONE;
  }
}
