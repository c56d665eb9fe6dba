package org.mtlbench.cli.command;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.SourceFile;
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

/** Compares source files with the published ones. */
@Command(
    name = "verify",
    description = {
      "Compare source files with the published checksums.",
      "Exit code 3 if a file is missing, invalid or different."
    },
    mixinStandardHelpOptions = true)
final class DataVerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DatasetArgument dataset;
  @Mixin private DataArguments data;
  private final Plugins plugins;

  @Inject
  DataVerifyCommand(Plugins plugins) {
    this.plugins = plugins;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    DataAccess access = data.access();
    List<ChosenDataset> chosen = dataset.of(plugins.catalogue());
    out.println("data folder: " + access.root());
    boolean verified = true;
    for (Inspection inspection : plugins.inspect(chosen, access)) {
      SourceFileLines.of(inspection).forEach(out::println);
      verified &=
          inspection.failure().isEmpty()
              && inspection.files().stream()
                  .allMatch(file -> file.state() == SourceFile.State.VERIFIED);
    }
    return verified ? ExitCode.DONE : ExitCode.SOME_FAILED;
  }
}
