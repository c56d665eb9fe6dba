package org.mtlbench.cli.command;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.cli.doctor.DiagnosticContext;
import org.mtlbench.cli.doctor.Diagnostics;
import org.mtlbench.cli.doctor.Finding;
import org.mtlbench.cli.option.DataArguments;
import org.mtlbench.cli.option.MatrixArguments;
import org.mtlbench.cli.option.Preparation;
import org.mtlbench.cli.option.WorkArguments;
import org.mtlbench.engine.catalogue.Plugins;
import org.mtlbench.engine.environment.Machine;
import org.mtlbench.engine.matrix.MatrixSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks whether this machine meets the requirements of the program or of a run. */
@Command(
    name = "doctor",
    description = {
      "Check Java, the tensor engine, devices and driver, memory, disk, folders, clock, plugins and"
          + " data, for a matrix if one is named.",
      "Exit code 3 if something needs attention."
    },
    mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private WorkArguments work;
  @Mixin private DataArguments data;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PRESET|FILE",
      description = "The matrix or preset to run; if omitted, only the machine is checked.")
  private String matrix;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder a run would write to; default runs/NAME-HASH.")
  private Path folder;

  private final Preparation preparation;
  private final Plugins plugins;

  @Inject
  DoctorCommand(Preparation preparation, Plugins plugins) {
    this.preparation = preparation;
    this.plugins = plugins;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<Finding> findings = Diagnostics.of(context());
    for (Finding finding : findings) {
      out.println((finding.well() ? "ok  " : "!!  ") + finding.sentence());
      finding.advice().ifPresent(advice -> out.println("    to do: " + advice));
    }
    return findings.stream().allMatch(Finding::well) ? ExitCode.DONE : ExitCode.SOME_FAILED;
  }

  private Optional<Preparation.Prepared> prepare(String name) throws IOException {
    MatrixSpec read = MatrixArguments.read(name);
    try {
      return Optional.of(
          preparation.prepare(read, work, data.access(), spec.commandLine().getErr()));
    } catch (InvalidConfigException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      // Without an engine there is no estimate; EngineCheck reports that it does not load.
      return Optional.empty();
    }
  }

  private DiagnosticContext context() throws IOException {
    Optional<Preparation.Prepared> prepared = matrix == null ? Optional.empty() : prepare(matrix);
    Path place =
        Optional.ofNullable(folder)
            .orElseGet(() -> Path.of("runs", prepared.map(p -> p.plan().folder()).orElse("")));
    int slots =
        prepared
            .map(Preparation.Prepared::slots)
            .orElseGet(() -> work.slots().orElse(Math.max(1, Machine.cpus() / work.threads())));
    return new DiagnosticContext(plugins, data.access(), place, slots, work.device(), prepared);
  }
}
