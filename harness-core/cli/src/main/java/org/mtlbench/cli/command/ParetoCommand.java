package org.mtlbench.cli.command;

import com.google.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mtlbench.cli.option.Preparation;
import org.mtlbench.cli.text.Invocation;
import org.mtlbench.engine.catalogue.Plugins;
import org.mtlbench.launch.Launcher;
import org.mtlbench.reports.ReportFiles;
import org.mtlbench.reports.terminal.TerminalReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;

/** Runs a Pareto study: a matrix with a study of preference vectors or of other config values. */
@Command(
    name = "pareto",
    description = {
      "Train a method with many preference vectors and write the report with the Pareto fronts.",
      "The options are those of run; the same command resumes an interrupted study."
    },
    defaultValueProvider = ParetoCommand.DefaultPreset.class,
    mixinStandardHelpOptions = true)
public final class ParetoCommand extends RunCommand {
  private static final List<String> SHOWN =
      List.of("pareto-fronts", "pareto-best", "sparsity-sweeps");

  @Inject
  ParetoCommand(Preparation preparation, Plugins plugins, Map<String, Launcher> launchers) {
    super(preparation, plugins, launchers);
  }

  /** The preset that is run unless another one is named. */
  static final class DefaultPreset implements CommandLine.IDefaultValueProvider {
    @Override
    public String defaultValue(ArgSpec argument) {
      return argument.isPositional() ? "pareto-quick" : null;
    }
  }

  /** The results, the fronts, the best points and the sparsity sweeps. */
  @Override
  List<String> summary(ReportFiles report) {
    List<String> lines = new ArrayList<>(super.summary(report));
    report.report().tables().stream()
        .filter(table -> SHOWN.contains(table.id()))
        .map(table -> TerminalReport.table(report.report().rows(), table, Invocation.columns()))
        .forEach(lines::addAll);
    return lines;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    matrix().requireStudy();
    return super.call();
  }
}
