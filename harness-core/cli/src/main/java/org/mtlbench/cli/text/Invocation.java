package org.mtlbench.cli.text;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How the user called the program, for messages that tell what to type. */
public final class Invocation {
  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

  private static final int USUAL_LINES = 24;
  private static final int MIN_COLUMNS = 80;
  private static final int PIPE_COLUMNS = 100;

  private Invocation() {}

  /** The program's name as typed; the launcher passes it on. */
  public static String name() {
    return System.getProperty("mtlbench.command", "mtlbench");
  }

  /** The same as it is typed in another folder: a relative path is that from there. */
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

  /** Columns to fit text into: those of the terminal, at least 80; for files and pipes 100. */
  public static int columns() {
    int terminal = terminalColumns();
    return terminal == 0 ? PIPE_COLUMNS : Math.max(MIN_COLUMNS, terminal);
  }

  /** Columns of the terminal that standard output is, set by the launcher; 0 if it is none. */
  public static int terminalColumns() {
    return Integer.getInteger("mtlbench.columns", 0);
  }

  /** Lines of that terminal; a usual number where it is not known. */
  public static int terminalLines() {
    return Integer.getInteger("mtlbench.lines", USUAL_LINES);
  }

  /** A command line of this program that can be typed into a shell. */
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
