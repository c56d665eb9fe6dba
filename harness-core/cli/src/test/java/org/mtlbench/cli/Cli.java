package org.mtlbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the program in this process or in a separate one. */
public final class Cli {
  private Cli() {}

  /** The result of a command. */
  public record Result(int code, String out, String err) {}

  /** Runs a command in this process, with real worker processes. */
  public static Result run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = MtlBench.execute(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Result(code, out.toString(), err.toString());
  }

  /** Starts a command in a separate process, with its output in a file. */
  public static Process start(Path output, String... arguments) throws IOException {
    return start(System.getProperty("java.class.path"), output, arguments);
  }

  /** As above, with further environment variables. */
  public static Process start(Map<String, String> environment, Path output, String... arguments)
      throws IOException {
    return start(System.getProperty("java.class.path"), environment, output, arguments);
  }

  /** As above, with another class path. */
  static Process start(String classPath, Path output, String... arguments) throws IOException {
    return start(classPath, Map.of(), output, arguments);
  }

  private static Process start(
      String classPath, Map<String, String> environment, Path output, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // the C2 compiler does not pay off in a process that lives for seconds
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(List.of("-cp", classPath));
    command.add(MtlBench.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** A matrix file on a small synthetic dataset; methods in YAML flow style. */
  static String matrix(Path folder, String name, String methods) throws IOException {
    return Files.writeString(
            folder.resolve(name + ".yaml"),
            String.join(
                "\n",
                "name: " + name,
                "datasets:",
                "  - id: multimnist-synthetic",
                "    config: {train-size: 300, validation-size: 60, test-size: 60}",
                "architectures: [hps]",
                "methods: [" + methods + "]",
                "budget: 0.01",
                ""))
        .toString();
  }
}
