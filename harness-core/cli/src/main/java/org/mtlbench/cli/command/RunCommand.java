package org.mtlbench.cli.command;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.cli.option.DataArguments;
import org.mtlbench.cli.option.LaunchArguments;
import org.mtlbench.cli.option.MatrixArguments;
import org.mtlbench.cli.option.OutputArguments;
import org.mtlbench.cli.option.PolicyArguments;
import org.mtlbench.cli.option.Preparation;
import org.mtlbench.cli.option.WorkArguments;
import org.mtlbench.cli.progress.Progress;
import org.mtlbench.cli.progress.RunEnding;
import org.mtlbench.cli.text.Invocation;
import org.mtlbench.engine.catalogue.Plugins;
import org.mtlbench.engine.device.ComputeDevice;
import org.mtlbench.engine.device.DeviceChoice;
import org.mtlbench.engine.model.KeepModels;
import org.mtlbench.engine.run.RunOptions;
import org.mtlbench.engine.run.RunOutcome;
import org.mtlbench.engine.run.RunPolicy;
import org.mtlbench.launch.Launch;
import org.mtlbench.launch.Launcher;
import org.mtlbench.launch.Resources;
import org.mtlbench.launch.StopRequest;
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
public class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MatrixArguments matrix;
  @Mixin private WorkArguments work;
  @Mixin private DataArguments data;
  @Mixin private PolicyArguments policy;
  @Mixin private LaunchArguments launch;
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

  @Option(
      names = "--keep-models",
      paramLabel = "WHICH",
      defaultValue = "best",
      description =
          "Trained models to keep in DIR/models: ${COMPLETION-CANDIDATES}; default best, that is,"
              + " for each row the seed that is best on validation.")
  private KeepModels keepModels;

  private final Preparation preparation;
  private final Plugins plugins;
  private final Map<String, Launcher> launchers;

  @Inject
  RunCommand(Preparation preparation, Plugins plugins, Map<String, Launcher> launchers) {
    this.preparation = preparation;
    this.plugins = plugins;
    this.launchers = launchers;
  }

  /** The lines with the results that end the output. */
  List<String> summary(ReportFiles report) {
    return report.summary(Invocation.columns());
  }

  /** The arguments that select the matrix. */
  MatrixArguments matrix() {
    return matrix;
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
    Launcher launcher = launch.launcher(launchers);
    Resources resources = launch.resources();
    boolean local = launcher.id().equals(LaunchArguments.LOCAL);
    Preparation.Prepared prepared = preparation.prepare(matrix, work, data.access(), err);
    Path place = folder == null ? Path.of("runs", prepared.plan().folder()) : folder;
    String command = Invocation.of(spec.commandLine().getParseResult().originalArgs());
    RunOptions options =
        new RunOptions(
            place,
            local ? prepared.devices() : remote(resources, prepared.devices()),
            prepared.slots(),
            work.threads(),
            data.access(),
            Optional.of(command),
            RunOptions.checkpointEvery(checkpointMinutes),
            keepModels,
            rules,
            prepared.part(),
            prepared.slotRule());
    List<String> summary = PlanSummary.lines(prepared, work.threads(), place);
    // The estimate of the time holds for this machine only.
    (local ? summary : List.of(summary.get(0), "results in " + place)).forEach(text::println);
    rejectActiveFolder(launcher, place);
    RunOutcome outcome;
    try (Progress progress = output.progress(prepared, out, err)) {
      StopRequest stop = new StopRequest();
      Launch request =
          new Launch(
              plugins,
              prepared.plan(),
              options,
              resources,
              Invocation.program(),
              command,
              progress,
              output.follower(progress),
              text::println,
              stop);
      try (Interruption interruption = Interruption.install(stop::request)) {
        Launcher.Launched launched = launcher.launch(request);
        outcome = launched.outcome();
        progress.end();
        launched.notes().forEach(text::println);
        if (!launched.started()) {
          return ExitCode.DONE;
        }
        RunFolder written = RunFolder.at(place);
        if (!outcome.stopped()) {
          ReportFiles report = ReportCommand.write(written, err);
          ReportCommand.show(report, summary(report), text);
        }
        progress.finished(outcome, place, RunEnding.lines(outcome, place, command));
        out.flush();
      }
    }
    return exitCode(outcome);
  }

  /** The device on a node, which may have GPUs where this machine has none. */
  private static DeviceChoice remote(Resources resources, DeviceChoice here) {
    return resources.gpus().isPresent()
        ? new DeviceChoice(List.of(ComputeDevice.gpu(0)), "GPUs of the node: --resource gpus")
        : here;
  }

  /** Tasks that wait or run on a cluster would train the same cells. */
  private void rejectActiveFolder(Launcher chosen, Path folder)
      throws IOException, InterruptedException {
    for (Launcher other : launchers.values()) {
      if (!other.id().equals(chosen.id()) && other.active(folder)) {
        throw new HarnessException(
            ErrorCategory.FOLDER_IN_USE,
            "run folder: " + folder + " has tasks that wait or run (--on " + other.id() + ")",
            "Attach to them with --on "
                + other.id()
                + ", or cancel them: "
                + Invocation.of(List.of("cancel", folder.toString())));
      }
    }
  }

  private static int exitCode(RunOutcome outcome) {
    if (outcome.stopped()) {
      return ExitCode.INTERRUPTED;
    }
    return outcome.complete() ? ExitCode.DONE : ExitCode.SOME_FAILED;
  }
}
