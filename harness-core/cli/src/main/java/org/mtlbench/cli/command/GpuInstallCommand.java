package org.mtlbench.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.cli.text.Formatting;
import org.mtlbench.cli.text.Invocation;
import org.mtlbench.engine.environment.UserCache;
import org.mtlbench.engine.library.DjlSource;
import org.mtlbench.engine.library.EngineInstaller;
import org.mtlbench.engine.library.EngineSource;
import org.mtlbench.engine.library.InstalledEngine;
import org.mtlbench.engine.library.LocalSource;
import org.mtlbench.engine.library.MavenSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Installs a set of the tensor engine with CUDA. */
@Command(
    name = "install",
    description = {
      "Install PyTorch with CUDA, and DJL of the same version, in the user's cache. Runs then use"
          + " it if a driver is present and the device is not cpu.",
      "Sizes are printed, and confirmed, before anything is downloaded."
    },
    mixinStandardHelpOptions = true)
final class GpuInstallCommand implements Callable<Integer> {
  /** Where the set comes from. */
  enum Source {
    /** Maven repositories. */
    MAVEN,
    /** DJL's own server. */
    DJL
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--source",
      paramLabel = "SOURCE",
      defaultValue = "maven",
      description =
          "maven: PyTorch 2.5.1 for CUDA 12.4 from the repositories of the user's Maven settings"
              + " (default); djl: PyTorch 2.7.1 for CUDA 12.8, downloaded by DJL from its server.")
  private Source source;

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description =
          "Link to a PyTorch with CUDA on this machine, of version 2.7.1+cu128 or 2.5.1+cu124.")
  private Path local;

  @Option(names = "--yes", description = "Do not ask for confirmation.")
  private boolean yes;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    EngineInstaller installer = new EngineInstaller(UserCache.engines());
    EngineSource chosen = source();
    Optional<InstalledEngine> present = installer.installed(chosen.release());
    if (present.isPresent()) {
      out.println(present.get().title() + " is already installed in " + present.get().folder());
      return ExitCode.DONE;
    }
    out.println(
        "PyTorch "
            + chosen.release().version()
            + " with DJL "
            + chosen.release().djl()
            + ", for drivers from "
            + chosen.release().minDriver());
    out.println("from " + chosen.description());
    out.println(
        "download: "
            + chosen.downloadBytes().stream()
                .mapToObj(Formatting::gibibytes)
                .findFirst()
                .orElse("size not known beforehand, several GiB"));
    out.println(
        "disk space: up to "
            + Formatting.gibibytes(chosen.diskBytes())
            + ", of "
            + Formatting.gibibytes(installer.freeBytes())
            + " free for "
            + installer.folder(chosen.release()));
    installer.checkSpace(chosen);
    if (!yes && !confirmed(out)) {
      out.println("nothing was downloaded");
      return ExitCode.DONE;
    }
    InstalledEngine engine =
        installer.install(
            chosen,
            line -> {
              out.println(line);
              out.flush();
            });
    out.println(
        "installed "
            + engine.title()
            + ", "
            + Formatting.gibibytes(engine.bytes())
            + ", in "
            + engine.folder());
    out.println("next: 'gpu check' loads it; 'doctor' checks the driver");
    return ExitCode.DONE;
  }

  private EngineSource source() throws IOException {
    if (local != null) {
      return new LocalSource(local);
    }
    return switch (source) {
      case MAVEN -> new MavenSource();
      case DJL -> new DjlSource();
    };
  }

  private static boolean confirmed(PrintWriter out) throws IOException {
    if (Invocation.terminalColumns() == 0) {
      throw new InvalidConfigException(
          "--yes", "no terminal to ask for confirmation", "--yes to download without a question");
    }
    out.print("Continue? [y/N] ");
    out.flush();
    String answer =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
  }
}
