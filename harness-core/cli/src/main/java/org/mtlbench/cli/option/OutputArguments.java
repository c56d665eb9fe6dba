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

/** How much a run says, and to whom. */
public final class OutputArguments {
  @ArgGroup(exclusive = true)
  private Choice choice = new Choice();

  @Option(
      names = {"-v", "--verbose"},
      description = "Show what the runner and its workers log, too; it is in logs/ in any case.")
  private boolean verbose;

  private static final class Choice {
    @Option(
        names = {"-q", "--quiet"},
        description =
            "Print warnings and failures only (on standard error), and one line at the end.")
    private boolean quiet;

    @Option(
        names = "--json-events",
        description = "One JSON object per line on standard output in place of text.")
    private boolean json;
  }

  /** A live view on a terminal, plain lines elsewhere, or what was asked for. */
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
        ? new LiveProgress(cells, prepared.slots(), out, columns, Invocation.terminalLines())
        : new ProgressLines(cells.size(), out, err);
  }

  /** Where the lines of the logs go. */
  public Consumer<String> follower(Progress progress) {
    return verbose ? progress::note : line -> {};
  }

  /** Tells a program that reads events why the run could not start or go on. */
  public void failed(Throwable thrown, PrintWriter out) {
    if (choice.json) {
      JsonProgress.failed(thrown, out);
    }
  }

  /** Where text goes that is not about progress. */
  public PrintWriter text(PrintWriter out) {
    return choice.json || choice.quiet ? new PrintWriter(Writer.nullWriter()) : out;
  }
}
