package org.mtlbench.cli.command;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.launch.Launcher;
import org.mtlbench.results.folder.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Cancels the tasks of a run folder that wait or run on a cluster. */
@Command(
    name = "cancel",
    description = {
      "Cancel the tasks of a run folder that wait or run on a cluster.",
      "Finished cells are kept; the command that started the run resumes the others."
    },
    mixinStandardHelpOptions = true)
public final class CancelCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "A run folder.")
  private Path folder;

  private final Map<String, Launcher> launchers;

  @Inject
  CancelCommand(Map<String, Launcher> launchers) {
    this.launchers = launchers;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isRegularFile(RunFolder.at(folder).runFile())) {
      throw new InvalidConfigException("DIR", folder.toString(), "a run folder");
    }
    for (Launcher launcher : launchers.values()) {
      if (launcher.active(folder)) {
        spec.commandLine().getOut().println(launcher.cancel(folder));
        return ExitCode.DONE;
      }
    }
    spec.commandLine()
        .getOut()
        .println("nothing to cancel: no task of " + folder + " waits or runs on a cluster");
    return ExitCode.DONE;
  }
}
