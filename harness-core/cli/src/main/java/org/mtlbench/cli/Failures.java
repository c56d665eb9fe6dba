package org.mtlbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.cli.command.ExitCode;
import org.mtlbench.cli.text.ErrorLines;
import org.mtlbench.cli.text.TextStyle;
import org.mtlbench.engine.error.KnownErrors;
import org.mtlbench.engine.plugins.Reasons;
import picocli.CommandLine;

/** Converts an exception of a command to a message and an exit code. */
final class Failures implements CommandLine.IExecutionExceptionHandler {
  /** Maximum number of problems printed. */
  static final int MAX_LINES = 200;

  @Override
  public int handleExecutionException(
      Exception thrown, CommandLine command, CommandLine.ParseResult parsed) {
    return report(thrown, root(command).stacktrace(), command.getErr());
  }

  /**
   * Reports an error.
   *
   * @param stacktrace whether to print the stack trace too
   * @return the exit code
   */
  static int report(Throwable thrown, boolean stacktrace, PrintWriter err) {
    if (stacktrace) {
      thrown.printStackTrace(err);
    }
    Optional<HarnessException> known = KnownErrors.of(thrown);
    if (known.isPresent()) {
      List<String> lines = known.get().lines();
      lines.stream()
          .limit(MAX_LINES)
          .flatMap(line -> ErrorLines.of(line).stream())
          .forEach(err::println);
      if (lines.size() > MAX_LINES) {
        err.println("... and " + (lines.size() - MAX_LINES) + " more");
      }
      return ExitCode.of(known.get());
    }
    err.println(
        TextStyle.FAILURE.error("internal error: ")
            + Reasons.of(thrown)
            + (stacktrace ? "" : "; " + details(thrown)));
    return ExitCode.INTERNAL_ERROR;
  }

  private static RootCommand root(CommandLine command) {
    CommandLine top = command;
    while (top.getParent() != null) {
      top = top.getParent();
    }
    return top.getCommand();
  }

  private static String details(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    try {
      Path log = Files.createTempFile("mtlbench-error-", ".log");
      return "details are in " + Files.writeString(log, trace.toString());
    } catch (IOException e) {
      return "details with --stacktrace";
    }
  }
}
