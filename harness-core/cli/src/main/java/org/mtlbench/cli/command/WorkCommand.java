package org.mtlbench.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mtlbench.engine.task.TaskOutcome;
import org.mtlbench.engine.task.Tasks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Carries out one task of a run folder. */
@Command(
    name = "work",
    description = {
      "Run one task of a run folder: a cell, or a few, each from its checkpoint.",
      "Started by an engine such as Slurm. TERM or Ctrl-C writes a checkpoint and ends with exit"
          + " code 130; the same command resumes."
    },
    mixinStandardHelpOptions = true)
public final class WorkCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "A run folder with tasks.")
  private Path folder;

  @Option(
      names = "--index",
      paramLabel = "I",
      required = true,
      description = "Index of the task, from 0.")
  private int index;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    AtomicBoolean stopping = new AtomicBoolean();
    try (Interruption interruption = Interruption.install(() -> stopping.set(true))) {
      TaskOutcome outcome =
          Tasks.work(
              folder,
              index,
              line -> {
                out.println(line);
                out.flush();
              },
              stopping::get);
      return exitCode(outcome);
    }
  }

  private static int exitCode(TaskOutcome outcome) {
    if (outcome.open() > 0) {
      return ExitCode.INTERRUPTED;
    }
    if (outcome.superseded() > 0) {
      return ExitCode.SUPERSEDED;
    }
    return outcome.failed() > 0 ? ExitCode.SOME_FAILED : ExitCode.DONE;
  }
}
