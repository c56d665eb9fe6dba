package org.mtlbench.cli.text;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mtlbench.engine.process.ProgramClassPath;

/** The program name and terminal size, for messages that contain commands. */
public final class Invocation {
  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

  private static final int USUAL_LINES = 24;
  private static final int MIN_COLUMNS = 80;
  private static final int PIPE_COLUMNS = 100;

  private Invocation() {}

  /** The program's name as typed, provided by the launcher. */
  public static String name() {
    return System.getProperty("mtlbench.command", "mtlbench");
  }

  /** The program's name as typed in another folder; a relative path is adjusted. */
  public static String nameIn(Path folder) {
    Path typed = Path.of(name());
    boolean findable = typed.isAbsolute() || !name().contains("/");
    return quote(
        findable
            ? name()
            : folder
                .toAbsolutePath()
                .normalize()
                .relativize(typed.toAbsolutePath().normalize())
                .toString());
  }

  /**
   * The command that starts this program in another process or on another machine with the same
   * files: the launcher script, or Java with the class path of this process.
   */
  public static List<String> program() {
    String typed = System.getProperty("mtlbench.command", "");
    if (typed.contains("/")) {
      return List.of(Path.of(typed).toAbsolutePath().normalize().toString());
    }
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(
        java,
        "-XX:+UseSerialGC",
        "-cp",
        ProgramClassPath.of(Invocation.class.getClassLoader()),
        "org.mtlbench.cli.MtlBench");
  }

  /** The width for text: that of the terminal, at least 80; 100 for files and pipes. */
  public static int columns() {
    int terminal = terminalColumns();
    return terminal == 0 ? PIPE_COLUMNS : Math.max(MIN_COLUMNS, terminal);
  }

  /** The width of the terminal, set by the launcher; 0 if standard output is not a terminal. */
  public static int terminalColumns() {
    return Integer.getInteger("mtlbench.columns", 0);
  }

  /** The height of the terminal; a default value if unknown. */
  public static int terminalLines() {
    return Integer.getInteger("mtlbench.lines", USUAL_LINES);
  }

  /** A command line of this program, quoted for a shell. */
  public static String of(List<String> arguments) {
    return quote(name())
        + arguments.stream().map(a -> " " + quote(a)).collect(Collectors.joining());
  }

  private static String quote(String argument) {
    return PLAIN.matcher(argument).matches()
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
