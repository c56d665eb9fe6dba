package org.mtlbench.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.cli.text.Formatting;
import org.mtlbench.engine.environment.UserCache;
import org.mtlbench.engine.library.EngineTrial;
import org.mtlbench.engine.library.InstalledEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks installed sets of the tensor engine with CUDA. */
@Command(
    name = "check",
    description = {
      "Verify the checksums of the installed engine sets, load each in a process of its own and"
          + " compute on the processor and on every GPU. Needs no GPU.",
      "Exit code 3 if a set is damaged or does not work."
    },
    mixinStandardHelpOptions = true)
final class GpuCheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DIR",
      description = "The folder of a set; default the sets in the user's cache.")
  private Path folder;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    List<InstalledEngine> engines =
        folder == null
            ? InstalledEngine.in(UserCache.engines())
            : List.of(InstalledEngine.read(folder));
    if (engines.isEmpty()) {
      throw new HarnessException(
          ErrorCategory.DEVICE,
          "no engine set with CUDA in " + UserCache.engines(),
          "Install one with: mtlbench gpu install");
    }
    boolean well = true;
    for (InstalledEngine engine : engines) {
      out.println(
          engine.title()
              + " in "
              + engine.folder()
              + ", "
              + Formatting.gibibytes(engine.bytes())
              + ", from "
              + engine.source());
      out.flush();
      well &= check(engine, out);
    }
    return well ? ExitCode.DONE : ExitCode.SOME_FAILED;
  }

  private static boolean check(InstalledEngine engine, PrintWriter out)
      throws IOException, InterruptedException {
    Optional<String> damage = engine.damageByChecksum();
    if (damage.isPresent()) {
      out.println("!!  " + damage.get());
      out.println("    to do: run 'mtlbench gpu install' again");
      return false;
    }
    out.println("ok  all files have the checksums of the installation");
    out.flush();
    EngineTrial.Outcome outcome = EngineTrial.run(engine);
    outcome.lines().forEach(line -> out.println("    " + line));
    out.println(
        outcome.successful()
            ? "ok  loads and computes"
            : "!!  exit code " + outcome.exitCode() + ", see the lines above");
    return outcome.successful();
  }
}
