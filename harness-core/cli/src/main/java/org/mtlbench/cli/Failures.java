package org.mtlbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.cli.command.ExitCode;
import org.mtlbench.results.folder.UnwritableException;
import org.mtlbench.results.json.CorruptRecordException;
import org.mtlbench.results.json.SchemaException;
import picocli.CommandLine;

/** Turns what a command threw into a message and an exit code. */
final class Failures implements CommandLine.IExecutionExceptionHandler {
  /** More problems than anybody reads at once. */
  static final int MAX_LINES = 200;

  @Override
  public int handleExecutionException(
      Exception thrown, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    boolean stacktrace = root(command).stacktrace();
    if (stacktrace) {
      thrown.printStackTrace(err);
    }
    if (thrown instanceof InvalidConfigException invalid) {
      List<Problem> problems = invalid.problems();
      problems.stream().limit(MAX_LINES).map(Problem::message).forEach(err::println);
      if (problems.size() > MAX_LINES) {
        err.println("... and " + (problems.size() - MAX_LINES) + " more");
      }
      return ExitCode.BAD_INPUT;
    }
    if (thrown instanceof UnwritableException) {
      err.println(
          thrown.getMessage() + "; finished cells are kept, the same command resumes the run");
      return ExitCode.INTERNAL_ERROR;
    }
    if (thrown instanceof SchemaException || thrown instanceof CorruptRecordException) {
      err.println(thrown.getMessage());
      return ExitCode.BAD_INPUT;
    }
    err.println(sentence(thrown) + (stacktrace ? "" : "; " + details(thrown)));
    return ExitCode.INTERNAL_ERROR;
  }

  private static RootCommand root(CommandLine command) {
    CommandLine top = command;
    while (top.getParent() != null) {
      top = top.getParent();
    }
    return top.getCommand();
  }

  private static String sentence(Exception thrown) {
    if (thrown instanceof FileSystemException file) {
      String reason = file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
      return "cannot use " + file.getFile() + ": " + reason;
    }
    String message = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
    return thrown instanceof IOException
        ? "input or output failed: " + message
        : "internal error: " + thrown.getClass().getSimpleName() + ": " + message;
  }

  private static String details(Exception thrown) {
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
