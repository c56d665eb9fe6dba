package org.mtlbench.cli.command;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a script that completes commands, options and their values in bash and zsh. */
@Command(
    name = "completion",
    description = {
      "Print a completion script for bash and zsh. Use it in the current shell with",
      "  source <(mtlbench completion)"
    },
    mixinStandardHelpOptions = true)
public final class CompletionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    // Shells complete the name of a command, also if it was started by a path.
    spec.commandLine().getOut().println(AutoComplete.bash("mtlbench", spec.root().commandLine()));
    return ExitCode.DONE;
  }
}
