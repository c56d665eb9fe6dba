package org.mtlbench.cli.command;

import com.google.inject.Inject;
import java.io.IOException;
import java.util.Map;
import org.mtlbench.cli.option.Preparation;
import org.mtlbench.engine.catalogue.Plugins;
import org.mtlbench.launch.Launcher;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;

/** Runs a Pareto study: a matrix with a study of preference vectors. */
@Command(
    name = "pareto",
    description = {
      "Train a method with many preference vectors and write the report with the Pareto fronts.",
      "The options are those of run; the same command resumes an interrupted study."
    },
    defaultValueProvider = ParetoCommand.DefaultPreset.class,
    mixinStandardHelpOptions = true)
public final class ParetoCommand extends RunCommand {
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

  @Override
  public Integer call() throws IOException, InterruptedException {
    matrix().requireStudy();
    return super.call();
  }
}
