package org.mtlbench.cli.command;

import com.google.inject.Inject;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.cli.option.ChosenDataset;
import org.mtlbench.cli.option.DataArguments;
import org.mtlbench.cli.option.DatasetArgument;
import org.mtlbench.cli.text.SourceFileLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells where data is looked for. */
@Command(
    name = "where",
    description = "Show the folders of source files and derived arrays, and which files exist.",
    mixinStandardHelpOptions = true)
final class DataWhereCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DatasetArgument dataset;
  @Mixin private DataArguments data;
  private final Map<String, DatasetPlugin<?>> datasets;

  @Inject
  DataWhereCommand(Map<String, DatasetPlugin<?>> datasets) {
    this.datasets = datasets;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    DataAccess access = data.access();
    List<ChosenDataset<?>> all = dataset.of(datasets);
    out.println("data folder: " + access.root());
    out.println("derived arrays: " + access.cache());
    for (ChosenDataset<?> chosen : all) {
      List<SourceFile> files = chosen.inspect(access);
      SourceFileLines.of(chosen.name(), files).forEach(out::println);
    }
    return ExitCode.DONE;
  }
}
