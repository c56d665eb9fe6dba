package org.mtlbench.launch;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;

/**
 * What each task needs from an engine, and how many there may be. The entries of a {@linkplain
 * Profiles profile}; on the command line {@code --resource KEY=VALUE}.
 */
public record Resources(
    @ConfigKey("partition or queue") Optional<String> partition,
    @ConfigKey("account to charge") Optional<String> account,
    @ConfigKey("time limit of a task, in the notation of the engine, for example 4:00:00")
        Optional<String> time,
    @ConfigKey("memory of a task, in the notation of the engine, for example 8G")
        Optional<String> memory,
    @ConfigKey("processors of a task; 0 for the number of threads of a cell") int cpus,
    @ConfigKey("GPUs of a task, for example 1 or a100:1") Optional<String> gpus,
    @ConfigKey("features that a node must have") Optional<String> constraint,
    @ConfigKey("lines of shell before the program, for example for modules or containers")
        List<String> prologue,
    @ConfigKey("further options of the engine, one per entry, for example --qos=long")
        List<String> options,
    @ConfigKey("cells per task; 0 for as few as the engine allows") int cellsPerTask,
    @ConfigKey("tasks at the same time; 0 for no limit") int parallel,
    @ConfigKey(
            "command that starts mtlbench on a node, as arguments; the one of this machine if"
                + " empty")
        List<String> program,
    @ConfigKey("command of the launcher 'command', with {dir}, {index}, {program} and {name}")
        Optional<String> template,
    @JsonUnwrapped KubernetesOptions kubernetes) {
  private static final int MAX = 1_000_000;

  /** Nothing requested. */
  public static final Resources NONE =
      new Resources(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          0,
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          0,
          0,
          List.of(),
          Optional.empty(),
          KubernetesOptions.NONE);

  /**
   * Checks the ranges.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException naming the key
   */
  public Resources {
    prologue = List.copyOf(prologue);
    options = List.copyOf(options);
    program = List.copyOf(program);
    String count = "a whole number from 0 to " + MAX;
    Checks.start()
        .that(cpus >= 0 && cpus <= MAX, "cpus", cpus, count)
        .that(cellsPerTask >= 0 && cellsPerTask <= MAX, "cells-per-task", cellsPerTask, count)
        .that(parallel >= 0 && parallel <= MAX, "parallel", parallel, count)
        .finish();
  }
}
