package org.mtlbench.cli.option;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.launch.Launcher;
import org.mtlbench.launch.Profiles;
import org.mtlbench.launch.Resources;
import picocli.CommandLine.Option;

/** Options for where the cells run. */
public final class LaunchArguments {
  /** The name of the launcher that is the default. */
  public static final String LOCAL = "local";

  @Option(
      names = "--on",
      paramLabel = "LAUNCHER",
      defaultValue = LOCAL,
      description =
          "Where cells run: local (default), slurm, command (a command per task) or print (print"
              + " what would be submitted).")
  private String launcher;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "Resources of tasks: a profile of the file --clusters.")
  private String profile;

  @Option(
      names = "--clusters",
      paramLabel = "FILE",
      description = "File of profiles; default ~/.config/mtlbench/clusters.yaml.")
  private Path clusters;

  @Option(
      names = "--resource",
      paramLabel = "KEY=VALUE",
      description =
          "A resource of tasks, for example time=4:00:00; replaces the profile's. May be repeated.")
  private List<String> resources = List.of();

  /**
   * The launcher.
   *
   * @throws InvalidConfigException if there is none of this name
   */
  public Launcher launcher(Map<String, Launcher> launchers) {
    Launcher found = launchers.get(launcher);
    if (found == null) {
      throw new InvalidConfigException(
          "--on",
          "'" + launcher + "'",
          "one of " + String.join(", ", new TreeSet<>(launchers.keySet())));
    }
    return found;
  }

  /**
   * The resources of tasks.
   *
   * @throws InvalidConfigException if the profile or an entry is invalid
   */
  public Resources resources() {
    return Profiles.read(
        Optional.ofNullable(clusters).orElseGet(Profiles::defaultFile),
        Optional.ofNullable(profile),
        resources);
  }
}
