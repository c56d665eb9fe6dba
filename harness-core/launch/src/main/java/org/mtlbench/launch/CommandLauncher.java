package org.mtlbench.launch;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.engine.run.RunOutcome;
import org.mtlbench.engine.task.PreparedTasks;
import org.mtlbench.engine.task.Tasks;
import org.mtlbench.results.FailureKind;
import org.mtlbench.results.folder.RunFolder;

/**
 * Runs a command of the user's for each task, which submits it to any engine or runs it elsewhere.
 * A command that ends with an error fails the cells of its task that have no result by then.
 */
public final class CommandLauncher implements Launcher {
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(dir|index|program|name)}");
  private static final int SUPERSEDED = 4;
  private static final int SOME_FAILED = 3;

  @Override
  public String id() {
    return "command";
  }

  @Override
  public String description() {
    return "a command per task, for PBS, SGE, LSF, ssh and others";
  }

  @Override
  public Launched launch(Launch launch) throws IOException, InterruptedException {
    String template = launch.resources().template().orElseThrow(CommandLauncher::noTemplate);
    if (!template.contains("{index}")) {
      throw noTemplate();
    }
    PreparedTasks tasks =
        Tasks.prepare(
            launch.plugins(),
            launch.plan(),
            launch.options().withSlots(1),
            Math.max(1, launch.resources().cellsPerTask()),
            launch.listener());
    Commands commands = new Commands(launch, template, tasks.count());
    Follower follower = new Follower(launch.options().out(), launch.plan(), launch.listener());
    RunOutcome outcome = follower.follow(tasks.start(), commands, POLL, launch.stop()::requested);
    List<String> notes = new ArrayList<>();
    if (outcome.stopped()) {
      notes.add(
          "commands that were started continue, the others are not started; the same command starts"
              + " every task without a result again");
    }
    return new Launched(outcome, true, notes);
  }

  private static InvalidConfigException noTemplate() {
    return new InvalidConfigException(
        "--resource template",
        "no template with {index}",
        "a command, for example --resource 'template=ssh node{index} {program} work {dir} --index"
            + " {index}'");
  }

  /** The command of a task: {@code sh -c} with every value quoted. */
  static String command(String template, Launch launch, int index) {
    List<String> program =
        launch.resources().program().isEmpty() ? launch.program() : launch.resources().program();
    String folder = launch.options().out().toAbsolutePath().normalize().toString();
    Map<String, String> values =
        Map.of(
            "dir", ShellText.quote(folder),
            "index", "" + index,
            "program", ShellText.quote(program),
            "name", ShellText.quote(launch.plan().name()));
    // One pass, so that a value that contains a placeholder stays literal.
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(found -> Matcher.quoteReplacement(values.get(found.group(1))));
  }

  /** Starts the commands, as many at a time as permitted, and knows which have failed. */
  private static final class Commands implements Follower.Engine {
    private final Launch launch;
    private final String template;
    private final Deque<Integer> queue = new ArrayDeque<>();
    private final Map<Integer, Process> running = new HashMap<>();
    private final Map<Integer, TaskEnd> failed = new HashMap<>();

    Commands(Launch launch, String template, int tasks) {
      this.launch = launch;
      this.template = template;
      for (int index = 0; index < tasks; index++) {
        queue.add(index);
      }
    }

    @Override
    public Map<Integer, TaskEnd> over() throws IOException {
      for (Map.Entry<Integer, Process> entry : List.copyOf(running.entrySet())) {
        if (!entry.getValue().isAlive()) {
          running.remove(entry.getKey());
          int code = entry.getValue().exitValue();
          if (code != 0 && code != SOME_FAILED && code != SUPERSEDED) {
            failed.put(
                entry.getKey(),
                new TaskEnd(
                    FailureKind.EXITED,
                    "the command of the task ended with exit code "
                        + code
                        + "; its output is "
                        + log(entry.getKey())));
          }
        }
      }
      int limit = launch.resources().parallel();
      while (!queue.isEmpty() && (limit == 0 || running.size() < limit)) {
        int index = queue.remove();
        running.put(
            index,
            new ProcessBuilder("sh", "-c", command(template, launch, index))
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(index)))
                .start());
      }
      return Map.copyOf(failed);
    }

    private File log(int index) {
      return RunFolder.at(launch.options().out())
          .logs()
          .resolve("command-" + index + ".log")
          .toFile();
    }
  }
}
