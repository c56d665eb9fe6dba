package org.mtlbench.cli.command;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.cli.option.DataArguments;
import org.mtlbench.cli.option.DatasetArgument;
import org.mtlbench.cli.text.SourceFileLines;
import org.mtlbench.engine.catalogue.ChosenDataset;
import org.mtlbench.engine.catalogue.Inspection;
import org.mtlbench.engine.catalogue.Plugins;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows the locations of data. */
@Command(
    name = "where",
    description = "Show the folders of source files and derived arrays, and which files exist.",
    mixinStandardHelpOptions = true)
final class DataWhereCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DatasetArgument dataset;
  @Mixin private DataArguments data;
  private final Plugins plugins;

  @Inject
  DataWhereCommand(Plugins plugins) {
    this.plugins = plugins;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    DataAccess access = data.access();
    List<ChosenDataset> chosen = dataset.of(plugins.catalogue());
    out.println("data folder: " + access.root());
    out.println("derived arrays: " + access.cache());
    boolean told = true;
    for (Inspection inspection : plugins.inspect(chosen, access)) {
      SourceFileLines.of(inspection).forEach(out::println);
      told &= inspection.failure().isEmpty();
    }
    return told ? ExitCode.DONE : ExitCode.SOME_FAILED;
  }
}
