package org.mtlbench.cli.command;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mtlbench.cli.option.DataArguments;
import org.mtlbench.cli.option.MatrixArguments;
import org.mtlbench.cli.option.OutputArguments;
import org.mtlbench.cli.option.PolicyArguments;
import org.mtlbench.cli.option.Preparation;
import org.mtlbench.cli.option.WorkArguments;
import org.mtlbench.cli.progress.Progress;
import org.mtlbench.cli.progress.RunEnding;
import org.mtlbench.cli.text.Invocation;
import org.mtlbench.engine.catalogue.Plugins;
import org.mtlbench.engine.run.RunOptions;
import org.mtlbench.engine.run.RunOutcome;
import org.mtlbench.engine.run.RunPolicy;
import org.mtlbench.engine.run.Runner;
import org.mtlbench.reports.ReportFiles;
import org.mtlbench.results.folder.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a matrix. */
@Command(
    name = "run",
    description = {
      "Train and test all cells of a matrix and write the report.",
      "The same command resumes an interrupted run and runs failed cells again."
    },
    mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MatrixArguments matrix;
  @Mixin private WorkArguments work;
  @Mixin private DataArguments data;
  @Mixin private PolicyArguments policy;
  @Mixin private OutputArguments output;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run folder; default runs/NAME-HASH of the matrix.")
  private Path folder;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "MINUTES",
      defaultValue = "1",
      description =
          "Minimum time between two checkpoints of a cell, from which it resumes after an"
              + " interrupt or a crash; default 1, 0 for one at every boundary.")
  private double checkpointMinutes;

  private final Preparation preparation;
  private final Plugins plugins;

  @Inject
  RunCommand(Preparation preparation, Plugins plugins) {
    this.preparation = preparation;
    this.plugins = plugins;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    try {
      return run(out);
    } catch (IOException | RuntimeException | Error e) {
      output.failed(e, out);
      throw e;
    }
  }

  private Integer run(PrintWriter out) throws IOException, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    PrintWriter text = output.text(out);
    RunPolicy rules = policy.policy();
    Preparation.Prepared prepared = preparation.prepare(matrix, work, data.access(), err);
    Path place = folder == null ? Path.of("runs", prepared.plan().folder()) : folder;
    String command = Invocation.of(spec.commandLine().getParseResult().originalArgs());
    RunOptions options =
        new RunOptions(
            place,
            prepared.devices(),
            prepared.slots(),
            work.threads(),
            data.access(),
            Optional.of(command),
            RunOptions.checkpointEvery(checkpointMinutes),
            rules,
            prepared.part(),
            prepared.slotRule());
    PlanSummary.lines(prepared, work.threads(), place).forEach(text::println);
    RunOutcome outcome;
    try (Progress progress = output.progress(prepared, out, err)) {
      Runner runner = new Runner(plugins, progress, output.follower(progress));
      try (Interruption interruption = Interruption.install(runner::stop)) {
        outcome = runner.run(prepared.plan(), options);
        progress.end();
        RunFolder written = RunFolder.at(place);
        if (!outcome.stopped()) {
          ReportFiles report = ReportCommand.write(written, err);
          ReportCommand.show(report, report.summary(Invocation.columns()), text);
        }
        progress.finished(outcome, place, RunEnding.lines(outcome, place, command));
        out.flush();
      }
    }
    return exitCode(outcome);
  }

  private static int exitCode(RunOutcome outcome) {
    if (outcome.stopped()) {
      return ExitCode.INTERRUPTED;
    }
    return outcome.complete() ? ExitCode.DONE : ExitCode.SOME_FAILED;
  }
}
