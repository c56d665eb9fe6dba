package org.mtlbench.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Parent command of the commands for the tensor engine with CUDA. */
@Command(
    name = "gpu",
    description = "Install and check the tensor engine with CUDA.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    subcommands = {GpuInstallCommand.class, GpuCheckCommand.class})
public final class GpuCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw UsageErrors.missingCommand(spec);
  }
}
