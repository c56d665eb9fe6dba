package org.mtlbench.cli.command;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.cli.option.DataArguments;
import org.mtlbench.cli.option.DatasetArgument;
import org.mtlbench.engine.catalogue.ChosenDataset;
import org.mtlbench.engine.catalogue.Plugins;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Downloads source files to the data folder. */
@Command(
    name = "fetch",
    description = {
      "Download missing source files from public mirrors and verify them.",
      "Exit code 3 if a file could not be downloaded."
    },
    mixinStandardHelpOptions = true)
final class DataFetchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DatasetArgument dataset;
  @Mixin private DataArguments data;
  private final Plugins plugins;

  @Inject
  DataFetchCommand(Plugins plugins) {
    this.plugins = plugins;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    DataAccess access = data.access();
    List<ChosenDataset> all = dataset.of(plugins.catalogue());
    out.println("data folder: " + access.root());
    int code = ExitCode.DONE;
    for (ChosenDataset chosen : all) {
      try {
        plugins.fetch(chosen, access, out::println);
      } catch (IOException e) {
        spec.commandLine().getErr().println(chosen.name() + ": " + e.getMessage());
        code = ExitCode.SOME_FAILED;
      }
    }
    return code;
  }
}
