package org.mtlbench.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.engine.catalogue.LoadedPlugins;
import org.mtlbench.engine.catalogue.Plugins;
import org.mtlbench.engine.environment.Durations;
import org.mtlbench.engine.isolation.IsolatedPlugins;

/**
 * The folder of jars with further plugins, and the time limit of calls into these. They are read
 * before the command line is parsed, since commands are created with the plugins. A folder from the
 * environment is added to the command line, so that commands shown to the user, for example to
 * resume a run, contain it too.
 */
final class PluginArguments {
  static final String FOLDER = "--plugins";
  static final String FOLDER_VARIABLE = "MTLBENCH_PLUGINS";
  static final String TIMEOUT = "--plugin-timeout";
  static final String TIMEOUT_VARIABLE = "MTLBENCH_PLUGIN_TIMEOUT";

  private static final Duration MAX_TIMEOUT = Duration.ofDays(1);

  private final Setting folder;
  private final Setting timeout;
  private final List<String> arguments;

  /**
   * The value of an option, otherwise of an environment variable.
   *
   * @param source name of the option or the variable, for messages
   * @param typed whether the option is on the command line, with or without a value
   */
  private record Setting(Optional<String> value, String source, boolean typed) {
    static Setting of(
        String option, String variable, List<String> arguments, Map<String, String> environment) {
      Optional<String> value = value(option, arguments);
      boolean typed = value.isPresent() || arguments.contains(option);
      Optional<String> set =
          Optional.ofNullable(environment.get(variable)).filter(text -> !text.isBlank());
      return typed || set.isEmpty()
          ? new Setting(value, option, typed)
          : new Setting(set, "$" + variable, false);
    }

    /** The option's value; empty if it is missing, which the parser reports. */
    private static Optional<String> value(String option, List<String> arguments) {
      for (int i = 0; i < arguments.size(); i++) {
        String argument = arguments.get(i);
        if (argument.startsWith(option + "=")) {
          return Optional.of(argument.substring(option.length() + 1));
        }
        if (argument.equals(option) && i + 1 < arguments.size()) {
          return Optional.of(arguments.get(i + 1));
        }
      }
      return Optional.empty();
    }
  }

  private PluginArguments(Setting folder, Setting timeout, List<String> arguments) {
    this.folder = folder;
    this.timeout = timeout;
    this.arguments = List.copyOf(arguments);
  }

  /** Reads the arguments from a command line, otherwise from the environment. */
  static PluginArguments of(String... arguments) {
    return of(System.getenv(), arguments);
  }

  static PluginArguments of(Map<String, String> environment, String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    Setting folder = Setting.of(FOLDER, FOLDER_VARIABLE, all, environment);
    Setting timeout = Setting.of(TIMEOUT, TIMEOUT_VARIABLE, all, environment);
    if (!folder.typed() && folder.value().isPresent()) {
      all.add(FOLDER + "=" + folder.value().get());
    }
    return new PluginArguments(folder, timeout, all);
  }

  /** The command line, including the folder. */
  String[] arguments() {
    return arguments.toArray(String[]::new);
  }

  /**
   * The built-in plugins, loaded in this process, or together with those of jars in a separate one.
   * Plugins are loaded on first use.
   *
   * @param notices receives a line when a plugin takes long
   * @throws InvalidConfigException naming the source of an invalid value
   */
  Plugins plugins(Consumer<String> notices) {
    List<Path> jars = jars();
    return jars.isEmpty()
        ? LoadedPlugins.of(PluginArguments.class.getClassLoader())
        : new IsolatedPlugins(jars, IsolatedPlugins.Settings.of(jars, limit(), notices));
  }

  /** The jars of the folder, by name; none without a folder. */
  List<Path> jars() {
    try {
      return folder.value().map(Path::of).map(IsolatedPlugins::jars).orElse(List.of());
    } catch (InvalidConfigException e) {
      throw new InvalidConfigException(
          e.problems().stream()
              .map(p -> new Problem(folder.source(), p.value(), p.allowed()))
              .toList());
    }
  }

  private Duration limit() {
    return timeout.value().map(this::limit).orElse(IsolatedPlugins.Settings.LIMIT);
  }

  private Duration limit(String text) {
    return Durations.parse(text)
        .filter(time -> time.toSeconds() >= 1 && time.compareTo(MAX_TIMEOUT) <= 0)
        .orElseThrow(
            () ->
                new InvalidConfigException(
                    timeout.source(),
                    "'" + text + "'",
                    "a time from 1 second to 1 day, for example 30s or 2m"));
  }
}
