package org.mtlbench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.cli.option.PathConverter;
import org.mtlbench.engine.plugins.PluginLoader;

/**
 * The folder of jars with further plugins. It is looked up before the command line is parsed, since
 * commands are made with the plugins. A folder from the environment is added to the command line,
 * so that whatever repeats the command, for example to resume a run, names it too.
 */
final class PluginFolder {
  static final String OPTION = "--plugins";
  static final String VARIABLE = "MTLBENCH_PLUGINS";

  private final Optional<String> folder;
  private final String source;
  private final List<String> arguments;

  private PluginFolder(Optional<String> folder, String source, List<String> arguments) {
    this.folder = folder;
    this.source = source;
    this.arguments = List.copyOf(arguments);
  }

  /** The folder of a command line, or else of this process's environment. */
  static PluginFolder of(String... arguments) {
    return of(System.getenv(), arguments);
  }

  static PluginFolder of(Map<String, String> environment, String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    Optional<String> typed = typed(all);
    String set = environment.getOrDefault(VARIABLE, "");
    if (typed.isPresent() || set.isBlank() || all.contains(OPTION)) {
      return new PluginFolder(typed, OPTION, all);
    }
    all.add(OPTION + "=" + set);
    return new PluginFolder(Optional.of(set), "$" + VARIABLE, all);
  }

  /** The option's value; empty without one, which the parser will tell the user. */
  private static Optional<String> typed(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.startsWith(OPTION + "=")) {
        return Optional.of(argument.substring(OPTION.length() + 1));
      }
      if (argument.equals(OPTION) && i + 1 < arguments.size()) {
        return Optional.of(arguments.get(i + 1));
      }
    }
    return Optional.empty();
  }

  /** The command line, with the folder in it. */
  String[] arguments() {
    return arguments.toArray(String[]::new);
  }

  /**
   * The jars of the folder, by name; none without a folder.
   *
   * @throws InvalidConfigException naming where the folder was given, if there is none of that name
   */
  List<Path> jars() {
    try {
      return folder
          .map(text -> PathConverter.parse(OPTION, text))
          .map(PluginLoader::jars)
          .orElse(List.of());
    } catch (InvalidConfigException e) {
      throw new InvalidConfigException(
          e.problems().stream().map(p -> new Problem(source, p.value(), p.allowed())).toList());
    }
  }
}
