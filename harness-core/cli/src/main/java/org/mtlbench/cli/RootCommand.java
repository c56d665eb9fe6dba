package org.mtlbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.mtlbench.cli.command.CancelCommand;
import org.mtlbench.cli.command.CompletionCommand;
import org.mtlbench.cli.command.DataCommand;
import org.mtlbench.cli.command.DoctorCommand;
import org.mtlbench.cli.command.ExitCode;
import org.mtlbench.cli.command.GpuCommand;
import org.mtlbench.cli.command.ListCommand;
import org.mtlbench.cli.command.ModelCommand;
import org.mtlbench.cli.command.NewPluginCommand;
import org.mtlbench.cli.command.ParetoCommand;
import org.mtlbench.cli.command.PlanCommand;
import org.mtlbench.cli.command.ReportCommand;
import org.mtlbench.cli.command.RunCommand;
import org.mtlbench.cli.command.WatchCommand;
import org.mtlbench.cli.command.WorkCommand;
import org.mtlbench.cli.text.TextStyle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The root command: name, description and subcommands. */
@Command(
    name = "mtlbench",
    description = "A plugin-based benchmark harness for multi-task learning.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    subcommands = {
      RunCommand.class,
      ParetoCommand.class,
      PlanCommand.class,
      ListCommand.class,
      WatchCommand.class,
      ReportCommand.class,
      ModelCommand.class,
      WorkCommand.class,
      CancelCommand.class,
      DataCommand.class,
      DoctorCommand.class,
      GpuCommand.class,
      NewPluginCommand.class,
      CompletionCommand.class,
      CommandLine.HelpCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all done",
      "1:an error of the program itself",
      "2:bad usage, an invalid matrix or unusable data",
      "3:finished, but some of it failed",
      "4:another process claimed a cell of the task",
      "130:interrupted"
    })
final class RootCommand implements Callable<Integer> {
  private static final List<Hint> FIRST_COMMANDS =
      List.of(
          new Hint("run", "train and compare the methods on synthetic data"),
          new Hint("list", "show the datasets, architectures, methods and presets"),
          new Hint("plan paper", "show the cells and the time of a preset, run nothing"));

  /** A command for first steps, with its purpose. */
  private record Hint(String command, String purpose) {}

  @Spec private CommandSpec spec;

  @Option(
      names = {"--stacktrace", "--debug"},
      scope = CommandLine.ScopeType.INHERIT,
      description = "Print the stack trace of an error.")
  private boolean stacktrace;

  @Option(
      names = PluginArguments.FOLDER,
      paramLabel = "DIR",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Folder with jars of further plugins; default $MTLBENCH_PLUGINS.")
  void plugins(Path folder) {
    // only documented here; PluginArguments reads it before the commands are created
  }

  @Option(
      names = PluginArguments.TIMEOUT,
      paramLabel = "DURATION",
      scope = CommandLine.ScopeType.INHERIT,
      description =
          "Time limit of a plugin of these jars for loading, binding a config or planning,"
              + " for example 2m; default $MTLBENCH_PLUGIN_TIMEOUT, otherwise 1m.")
  void pluginTimeout(String duration) {
    // as above
  }

  @Option(
      names = "--no-color",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Print no colours; also if the variable NO_COLOR is set.")
  void noColour(boolean given) {
    // only documented here; the launcher reads it, together with what the terminal can display
  }

  boolean stacktrace() {
    return stacktrace;
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    String name = spec.qualifiedName();
    err.println("Usage: " + name + " COMMAND [OPTION ...]");
    err.println(TextStyle.HEADING.error("First steps:"));
    for (Hint first : FIRST_COMMANDS) {
      err.printf("  %s %-10s  %s%n", name, first.command(), first.purpose());
    }
    err.println("All commands: " + name + " --help");
    return ExitCode.BAD_INPUT;
  }
}
