package org.mtlbench.cli;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.mtlbench.cli.command.ExitCode;
import org.mtlbench.cli.command.UsageErrors;
import org.mtlbench.cli.module.GuiceFactory;
import org.mtlbench.cli.module.LaunchModule;
import org.mtlbench.cli.module.PluginsModule;
import org.mtlbench.cli.module.ReportsModule;
import org.mtlbench.cli.option.NumberConverter;
import org.mtlbench.cli.option.PathConverter;
import org.mtlbench.cli.text.Invocation;
import org.mtlbench.cli.text.TextStyle;
import org.mtlbench.engine.catalogue.Plugins;
import org.mtlbench.engine.environment.Machine;
import picocli.CommandLine;

/** The entry point of the program. */
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
      // picocli does not handle errors, for example of memory, or exceptions before parsing
      code = Failures.report(e, false, err);
    }
    out.flush();
    err.flush();
    return code;
  }

  private static int attempt(PrintWriter out, PrintWriter err, String... arguments) {
    PluginArguments given = PluginArguments.of(arguments);
    Plugins plugins =
        given.plugins(
            notice -> {
              err.println(notice);
              err.flush();
            });
    // reflection instead of generated classes, which take longer to generate than they save
    System.setProperty("guice_bytecode_gen_option", "DISABLED");
    Injector injector =
        Guice.createInjector(new PluginsModule(plugins), new ReportsModule(), new LaunchModule());
    CommandLine commands =
        new CommandLine(RootCommand.class, new GuiceFactory(injector))
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            // an argument that starts with @ is not a file of further arguments
            .setExpandAtFiles(false)
            .registerConverter(Path.class, new PathConverter())
            .registerConverter(Double.class, new NumberConverter())
            .registerConverter(double.class, new NumberConverter())
            .setParameterExceptionHandler(new UsageErrors())
            .setExecutionExceptionHandler(new Failures());
    commands.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            TextStyle.inOutput() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    commands.setCommandName(Invocation.name());
    return commands.execute(given.arguments());
  }

  private static PrintWriter writer(FileDescriptor stream) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
  }
}
