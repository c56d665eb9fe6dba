package org.mtlbench.cli;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program's name, what it is for, and its commands. */
@Command(
    name = "mtlbench",
    description = "A plugin-based benchmark harness for multi-task learning.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    subcommands = {
      RunCommand.class,
      PlanCommand.class,
      ListCommand.class,
      ReportCommand.class,
      DataCommand.class,
      DoctorCommand.class,
      NewPluginCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all done",
      "1:an error of the program itself",
      "2:bad usage, an invalid matrix or unusable data",
      "3:finished, but some of it failed",
      "130:interrupted"
    })
final class RootCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = {"--stacktrace", "--debug"},
      scope = CommandLine.ScopeType.INHERIT,
      description = "Show where in the program an error came from.")
  private boolean stacktrace;

  @Option(
      names = PluginFolder.OPTION,
      paramLabel = "DIR",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Folder with jars of further plugins; default $MTLBENCH_PLUGINS.")
  void plugins(Path folder) {
    // known and documented here; PluginFolder has read it before the commands were made
  }

  boolean stacktrace() {
    return stacktrace;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing required command");
  }
}
