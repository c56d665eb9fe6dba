package org.mtlbench.cli;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.mtlbench.cli.command.ExitCode;
import org.mtlbench.cli.command.UsageErrors;
import org.mtlbench.cli.module.GuiceFactory;
import org.mtlbench.cli.module.PluginsModule;
import org.mtlbench.cli.module.ReportsModule;
import org.mtlbench.cli.option.NumberConverter;
import org.mtlbench.cli.option.PathConverter;
import org.mtlbench.cli.text.Invocation;
import org.mtlbench.engine.environment.Machine;
import org.mtlbench.engine.plugins.PluginLoader;
import org.mtlbench.engine.plugins.PluginRegistry;
import picocli.CommandLine;

/** The program. */
public final class MtlBench {
  private MtlBench() {}

  /** Runs a command and ends the process with its {@link ExitCode}. */
  public static void main(String[] arguments) {
    Machine.stayOffline();
    int code = execute(writer(FileDescriptor.out), writer(FileDescriptor.err), arguments);
    System.exit(code);
  }

  /**
   * Runs a command in this process.
   *
   * @return the {@link ExitCode}
   */
  public static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    int code;
    try {
      code = attempt(out, err, arguments);
    } catch (RuntimeException | Error e) {
      // picocli passes on errors, for example of memory, and what comes before it
      code = Failures.report(e, false, err);
    }
    out.flush();
    err.flush();
    return code;
  }

  private static int attempt(PrintWriter out, PrintWriter err, String... arguments) {
    PluginFolder plugins = PluginFolder.of(arguments);
    List<Path> jars = plugins.jars();
    PluginRegistry registry = PluginLoader.load(MtlBench.class.getClassLoader(), jars);
    Injector injector = Guice.createInjector(new PluginsModule(registry), new ReportsModule());
    CommandLine commands =
        new CommandLine(RootCommand.class, new GuiceFactory(injector))
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            // a text that begins with @ is a text, not a file to take arguments from
            .setExpandAtFiles(false)
            .registerConverter(Path.class, new PathConverter())
            .registerConverter(Double.class, new NumberConverter())
            .registerConverter(double.class, new NumberConverter())
            .setParameterExceptionHandler(new UsageErrors())
            .setExecutionExceptionHandler(new Failures());
    commands.setCommandName(Invocation.name());
    return commands.execute(plugins.arguments());
  }

  private static PrintWriter writer(FileDescriptor stream) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
  }
}
