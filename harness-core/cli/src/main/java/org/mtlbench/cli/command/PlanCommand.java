package org.mtlbench.cli.command;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.cli.option.DataArguments;
import org.mtlbench.cli.option.MatrixArguments;
import org.mtlbench.cli.option.Preparation;
import org.mtlbench.cli.option.WorkArguments;
import org.mtlbench.cli.text.Invocation;
import org.mtlbench.cli.text.TextStyle;
import org.mtlbench.engine.catalogue.Plugins;
import org.mtlbench.engine.source.SourceData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the plan of a run. */
@Command(
    name = "plan",
    description = "Show the cells of a matrix, their epochs and estimated time; run nothing.",
    mixinStandardHelpOptions = true)
public final class PlanCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MatrixArguments matrix;
  @Mixin private WorkArguments work;
  @Mixin private DataArguments data;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder a run would write to; default runs/NAME-HASH.")
  private Path folder;

  private final Preparation preparation;
  private final Plugins plugins;

  @Inject
  PlanCommand(Preparation preparation, Plugins plugins) {
    this.preparation = preparation;
    this.plugins = plugins;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Preparation.Prepared prepared =
        preparation.prepare(matrix, work, data.access(), spec.commandLine().getErr());
    PlanTable.of(prepared.mine().cells(), Invocation.columns()).forEach(out::println);
    Path place = folder == null ? Path.of("runs", prepared.plan().folder()) : folder;
    PlanSummary.lines(prepared, work.threads(), place).forEach(out::println);
    tellOfMissingData(prepared, out);
    return ExitCode.DONE;
  }

  /** Planning does not need the data, but the user should know before the run starts. */
  private void tellOfMissingData(Preparation.Prepared prepared, PrintWriter out)
      throws IOException {
    try {
      SourceData.inspect(prepared.plan(), plugins, data.access());
    } catch (HarnessException e) {
      out.println(TextStyle.WARNING.output("before it can run:"));
      e.lines().forEach(line -> out.println("  " + line));
    }
  }
}
