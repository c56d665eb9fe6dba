package org.mtlbench.launch.slurm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.launch.Launch;
import org.mtlbench.launch.Resources;
import org.mtlbench.launch.ShellText;

/**
 * The batch script of a job array, and the options of {@code sbatch} that cannot be written into
 * it.
 *
 * @param text the script
 * @param options options whose values need quotes, which lines {@code #SBATCH} do not understand in
 *     all cases
 */
public record SlurmScript(String text, List<String> options) {
  /** The name of the script in the run folder. */
  public static final String FILE = "slurm.sh";

  /** The most seconds before the time limit at which a task is told to write a checkpoint. */
  private static final long MAX_NOTICE = 120;

  /** Minutes; minutes:seconds; hours:minutes:seconds; days-hours and so on. */
  private static final Pattern TIME = Pattern.compile("(?:(\\d+)-)?(\\d+)(?::(\\d+))?(?::(\\d+))?");

  private static final int MAX_NAME = 64;

  /** Makes a defensive copy of the list. */
  public SlurmScript {
    options = List.copyOf(options);
  }

  /**
   * Creates the script of a launch.
   *
   * @param array value of the option {@code --array}, for example {@code 0-11}
   * @throws InvalidConfigException if a value contains a line break
   */
  public static SlurmScript of(Launch launch, String array) {
    Resources resources = launch.resources();
    Path folder = launch.options().out().toAbsolutePath().normalize();
    int cpus = resources.cpus() == 0 ? launch.options().threads() : resources.cpus();
    List<String> given = new ArrayList<>();
    given.add("--job-name=" + name(launch.plan().name()));
    given.add("--array=" + array + (resources.parallel() > 0 ? "%" + resources.parallel() : ""));
    given.add(
        "--output=" + folder.resolve("logs").toString().replace("%", "%%") + "/slurm-%A_%a.log");
    given.add("--open-mode=append");
    given.add("--requeue");
    given.add("--signal=B:TERM@" + notice(resources.time()));
    given.add("--ntasks=1");
    given.add("--cpus-per-task=" + cpus);
    add(given, "--partition", resources.partition());
    add(given, "--account", resources.account());
    add(given, "--time", resources.time());
    add(given, "--mem", resources.memory());
    add(given, "--gres", resources.gpus().map(gpus -> "gpu:" + gpus));
    add(given, "--constraint", resources.constraint());
    given.addAll(resources.options());
    StringBuilder lines = new StringBuilder();
    List<String> arguments = new ArrayList<>();
    for (String option : given) {
      if (option.codePoints().anyMatch(Character::isISOControl)) {
        throw new InvalidConfigException(
            "--resource", "'" + ShellText.comment(option) + "'", "values without line breaks");
      }
      if (ShellText.plain(option)) {
        lines.append("#SBATCH ").append(option).append('\n');
      } else {
        arguments.add(option);
      }
    }
    return new SlurmScript(text(launch, folder, lines.toString()), arguments);
  }

  /** A quarter of a short time limit, so that most of it is left for training. */
  private static long notice(Optional<String> limit) {
    Matcher time = TIME.matcher(limit.orElse(""));
    if (!time.matches()) {
      return MAX_NOTICE;
    }
    long[] parts = new long[4];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = time.group(i + 1) == null ? 0 : Long.parseLong(time.group(i + 1));
    }
    boolean days = time.group(1) != null;
    boolean hours = days || time.group(4) != null;
    long seconds =
        hours
            ? ((parts[0] * 24 + parts[1]) * 60 + parts[2]) * 60 + parts[3]
            : parts[1] * 60 + parts[2];
    return Math.max(1, Math.min(MAX_NOTICE, seconds / 4));
  }

  private static void add(List<String> options, String name, Optional<String> value) {
    value.ifPresent(text -> options.add(name + "=" + text));
  }

  private static String name(String plan) {
    String plain = plan.replaceAll("[^A-Za-z0-9_.-]", "_");
    return "mtlbench-" + plain.substring(0, Math.min(MAX_NAME, plain.length()));
  }

  private static String text(Launch launch, Path folder, String options) {
    Resources resources = launch.resources();
    List<String> program = resources.program().isEmpty() ? launch.program() : resources.program();
    String prologue =
        resources.prologue().isEmpty() ? "" : String.join("\n", resources.prologue()) + "\n\n";
    return """
        #!/bin/bash
        # One task of the run NAME per element of the array. Written by mtlbench run --on slurm;
        # may be edited and submitted again with sbatch.
        OPTIONS
        folder=FOLDER
        program=(PROGRAM)
        export LC_ALL="${LC_ALL:-C.UTF-8}"

        PROLOGUE\
        "${program[@]}" work "$folder" --index "$SLURM_ARRAY_TASK_ID" &
        task=$!
        # Before its time limit, the task is told to write a checkpoint. The signal interrupts wait.
        trap 'told=yes; kill -TERM "$task" 2>/dev/null' TERM
        told=yes
        while [ "$told" = yes ]; do
          told=no
          wait "$task"
          code=$?
        done
        # 130: it can be resumed. A cancelled job is not running any more and is not requeued.
        if [ "$code" = 130 ] &&
          [ "$(squeue --noheader --jobs="$SLURM_JOB_ID" --format=%T 2>/dev/null)" = RUNNING ]; then
          scontrol requeue "$SLURM_JOB_ID"
          sleep 60
        fi
        exit "$code"
        """
        .replace("OPTIONS\n", options)
        .replace("PROLOGUE", prologue)
        .replace("NAME", ShellText.comment(launch.plan().name()))
        .replace("PROGRAM", ShellText.quote(program))
        .replace("FOLDER", ShellText.quote(folder.toString()));
  }
}
