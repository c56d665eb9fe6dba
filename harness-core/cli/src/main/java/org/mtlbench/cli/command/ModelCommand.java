package org.mtlbench.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Parent command of the commands for trained models. */
@Command(
    name = "model",
    description = "Show, evaluate and export the trained models of a run.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    subcommands = {ModelShowCommand.class, ModelEvaluateCommand.class, ModelExportCommand.class})
public final class ModelCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw UsageErrors.missingCommand(spec);
  }
}
