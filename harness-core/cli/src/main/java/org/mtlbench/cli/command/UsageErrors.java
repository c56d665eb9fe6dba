package org.mtlbench.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mtlbench.api.config.Problem;
import org.mtlbench.cli.option.PathConverter;
import org.mtlbench.cli.text.ErrorLines;
import org.mtlbench.toolbox.config.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Reports invalid options and arguments, with a suggestion and how to show the help. */
public final class UsageErrors implements CommandLine.IParameterExceptionHandler {
  private static final Map<Class<?>, String> KINDS =
      Map.of(
          int.class,
          "a whole number",
          Integer.class,
          "a whole number",
          long.class,
          "a whole number",
          Long.class,
          "a whole number",
          double.class,
          "a number",
          Double.class,
          "a number");

  @Override
  public int handleParseException(CommandLine.ParameterException exception, String[] arguments) {
    CommandLine command = exception.getCommandLine();
    PrintWriter err = command.getErr();
    ErrorLines.of(message(exception, command.getCommandSpec())).forEach(err::println);
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.BAD_INPUT;
  }

  /** The error for a command without the required subcommand. */
  public static CommandLine.ParameterException missingCommand(CommandSpec command) {
    String message = new Problem("command", "nothing", allowed(command)).message();
    return new CommandLine.ParameterException(command.commandLine(), message);
  }

  private static String allowed(CommandSpec command) {
    return "one of " + String.join(", ", command.subcommands().keySet());
  }

  private static String message(CommandLine.ParameterException exception, CommandSpec command) {
    if (exception instanceof CommandLine.UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      return unmatched(unmatched.getUnmatched().get(0), command);
    }
    ArgSpec argument = exception.getArgSpec();
    if (argument != null && exception.getValue() != null) {
      Optional<String> allowed = allowed(argument, exception.getValue());
      if (allowed.isPresent()) {
        String value = exception.getValue().isBlank() ? "''" : exception.getValue();
        return new Problem(place(argument), value, allowed.get()).message();
      }
    }
    return String.valueOf(exception.getMessage());
  }

  private static String unmatched(String given, CommandSpec command) {
    if (given.startsWith("-")) {
      String name = given.split("=", 2)[0];
      List<String> names =
          command.options().stream()
              .flatMap(option -> Stream.of(option.names()))
              .filter(option -> option.startsWith("--"))
              .toList();
      return new Problem("option", name, "an option of '" + command.qualifiedName() + "'").message()
          + meant(name, names);
    }
    if (command.subcommands().isEmpty()) {
      return new Problem("argument", given, "no further argument").message();
    }
    return new Problem("command", given, allowed(command)).message()
        + meant(given, command.subcommands().keySet().stream().toList());
  }

  private static String meant(String given, List<String> names) {
    return Nearest.find(given, names).map(name -> "; did you mean '" + name + "'?").orElse("");
  }

  private static String place(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? Stream.of(option.names()).max(Comparator.comparingInt(String::length)).orElseThrow()
        : argument.paramLabel();
  }

  private static Optional<String> allowed(ArgSpec argument, String value) {
    Class<?> type = argument.type();
    if (type == Path.class) {
      return Optional.of(PathConverter.allowed(value));
    }
    if (!type.isEnum()) {
      return Optional.ofNullable(KINDS.get(type));
    }
    List<String> words = new ArrayList<>();
    Arrays.stream(type.getEnumConstants())
        .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
        .forEach(words::add);
    return Optional.of(Nearest.allowed(value, words));
  }
}
