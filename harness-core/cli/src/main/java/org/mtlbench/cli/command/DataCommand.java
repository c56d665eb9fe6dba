package org.mtlbench.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Parent command of the commands for source files of datasets. */
@Command(
    name = "data",
    description = "Find, fetch, verify and show the data of datasets.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    subcommands = {
      DataWhereCommand.class,
      DataVerifyCommand.class,
      DataFetchCommand.class,
      DataShowCommand.class
    })
public final class DataCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw UsageErrors.missingCommand(spec);
  }
}
