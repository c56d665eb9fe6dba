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

/** Compares source files with the published ones. */
@Command(
    name = "verify",
    description = {
      "Compare source files with the published checksums.",
      "Exit code 3 if one is missing, broken or different."
    },
    mixinStandardHelpOptions = true)
final class DataVerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DatasetArgument dataset;
  @Mixin private DataArguments data;
  private final Map<String, DatasetPlugin<?>> datasets;

  @Inject
  DataVerifyCommand(Map<String, DatasetPlugin<?>> datasets) {
    this.datasets = datasets;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    DataAccess access = data.access();
    out.println("data folder: " + access.root());
    boolean verified = true;
    for (ChosenDataset<?> chosen : dataset.of(datasets)) {
      List<SourceFile> files = chosen.inspect(access);
      SourceFileLines.of(chosen.name(), files).forEach(out::println);
      verified &= files.stream().allMatch(file -> file.state() == SourceFile.State.VERIFIED);
    }
    return verified ? ExitCode.DONE : ExitCode.SOME_FAILED;
  }
}
