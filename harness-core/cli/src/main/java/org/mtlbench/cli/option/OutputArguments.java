package org.mtlbench.cli.option;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;
import org.mtlbench.cli.progress.JsonProgress;
import org.mtlbench.cli.progress.LiveProgress;
import org.mtlbench.cli.progress.Progress;
import org.mtlbench.cli.progress.ProgressLines;
import org.mtlbench.cli.progress.QuietProgress;
import org.mtlbench.cli.text.Invocation;
import org.mtlbench.engine.plan.PlannedCell;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Options for the output of a run. */
public final class OutputArguments {
  @ArgGroup(exclusive = true)
  private Choice choice = new Choice();

  @Option(
      names = {"-v", "--verbose"},
      description =
          "Also print the log lines of the runner and its workers, which logs/ always contains.")
  private boolean verbose;

  private static final class Choice {
    @Option(
        names = {"-q", "--quiet"},
        description =
            "Print only warnings and failures (to standard error), and one line at the end.")
    private boolean quiet;

    @Option(
        names = "--json-events",
        description = "Print one JSON object per line to standard output instead of text.")
    private boolean json;
  }

  /** Creates the display: a live view on a terminal, plain lines elsewhere, or as requested. */
  public Progress progress(Preparation.Prepared prepared, PrintWriter out, PrintWriter err) {
    List<PlannedCell> cells = prepared.mine().cells();
    if (choice.json) {
      return new JsonProgress(prepared.slots(), out, err);
    }
    if (choice.quiet) {
      return new QuietProgress(out, err);
    }
    int columns = Invocation.terminalColumns();
    return columns > 0
        ? new LiveProgress(
            cells, prepared.slots(), prepared.timeRange(), out, columns, Invocation.terminalLines())
        : new ProgressLines(cells.size(), out, err);
  }

  /** The receiver of log lines. */
  public Consumer<String> follower(Progress progress) {
    return verbose ? progress::note : line -> {};
  }

  /** Reports as an event why the run could not start or continue. */
  public void failed(Throwable thrown, PrintWriter out) {
    if (choice.json) {
      JsonProgress.failed(thrown, out);
    }
  }

  /** The output for text other than progress. */
  public PrintWriter text(PrintWriter out) {
    return choice.json || choice.quiet ? new PrintWriter(Writer.nullWriter()) : out;
  }
}
