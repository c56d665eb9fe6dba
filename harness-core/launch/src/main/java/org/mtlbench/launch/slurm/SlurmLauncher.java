package org.mtlbench.launch.slurm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.engine.run.RunOutcome;
import org.mtlbench.engine.run.RunStart;
import org.mtlbench.engine.task.PreparedTasks;
import org.mtlbench.engine.task.TaskState;
import org.mtlbench.engine.task.TaskStates;
import org.mtlbench.engine.task.Tasks;
import org.mtlbench.launch.Follower;
import org.mtlbench.launch.Launch;
import org.mtlbench.launch.Launcher;
import org.mtlbench.launch.ShellText;
import org.mtlbench.launch.TaskEnd;
import org.mtlbench.results.FailureKind;

/**
 * Submits one job array to Slurm and follows it. Slurm decides when and where a task runs, and
 * requeues it after the failure of a node, a preemption, or its time limit.
 */
public final class SlurmLauncher implements Launcher {
  private static final Duration POLL = Duration.ofSeconds(5);

  /** An array may have an element fewer than its maximum size, since indices are below it. */
  private static final int DEFAULT_MAX_ARRAY = 1001;

  /** States of elements that wait, run, or are about to run again. */
  private static final Set<String> ACTIVE =
      Set.of(
          "PENDING",
          "RUNNING",
          "CONFIGURING",
          "COMPLETING",
          "REQUEUED",
          "REQUEUE_FED",
          "REQUEUE_HOLD",
          "RESIZING",
          "RESV_DEL_HOLD",
          "SIGNALING",
          "SPECIAL_EXIT",
          "STAGE_OUT",
          "STOPPED",
          "SUSPENDED");

  private final SlurmCommands slurm = new SlurmCommands();

  @Override
  public String id() {
    return "slurm";
  }

  @Override
  public String description() {
    return "one job array on Slurm";
  }

  @Override
  public Launched launch(Launch launch) throws IOException, InterruptedException {
    Path folder = launch.options().out();
    int max = slurm.maxArraySize().orElse(DEFAULT_MAX_ARRAY);
    Follower follower = new Follower(folder, launch.plan(), launch.listener());
    RunStart start;
    if (unfinished(launch)) {
      launch.out().accept("attached to Slurm job " + lastJob(folder).id());
      start = follower.startOfAttached();
    } else {
      PreparedTasks tasks =
          Tasks.prepare(
              launch.plugins(),
              launch.plan(),
              launch.options().withSlots(1),
              cellsPerTask(launch, max),
              launch.listener());
      if (tasks.count() > 0) {
        submit(launch, tasks.count());
      }
      start = tasks.start();
    }
    RunOutcome outcome = follower.follow(start, () -> over(folder), POLL, launch.stop()::requested);
    return new Launched(
        outcome,
        true,
        outcome.stopped() && outcome.open() > 0
            ? List.of(
                "Slurm job " + lastJob(folder).id() + " continues",
                "attach: " + launch.attach(),
                "cancel: mtlbench cancel " + ShellText.quote(folder.toString()))
            : List.of());
  }

  /**
   * Whether there is a job to attach to. Elements of a job end some time after their cells: if all
   * of its cells have ended, this waits until Slurm has ended its elements as well, so that failed
   * cells get a new job instead of the failures of the old one.
   */
  private boolean unfinished(Launch launch) throws IOException, InterruptedException {
    Path folder = launch.options().out();
    boolean told = false;
    while (active(folder)) {
      if (launch.stop().requested()
          || !TaskStates.of(folder).read().stream().allMatch(TaskState::ended)) {
        return true;
      }
      if (!told) {
        told = true;
        launch.out().accept("waiting for the end of Slurm job " + lastJob(folder).id());
      }
      Thread.sleep(POLL.toMillis());
    }
    return false;
  }

  /** As few cells per task as fit into one array, unless a number is requested. */
  private static int cellsPerTask(Launch launch, int max) {
    int cells = launch.plan().cells().size();
    int least = (cells + max - 1) / Math.max(1, max);
    int wanted = launch.resources().cellsPerTask();
    if (wanted > 0 && wanted < least) {
      throw new InvalidConfigException(
          "--resource cells-per-task",
          "" + wanted,
          "at least "
              + least
              + " for "
              + cells
              + " cells: the cluster allows arrays of "
              + max
              + " tasks (MaxArraySize)");
    }
    return Math.max(1, wanted == 0 ? least : wanted);
  }

  private void submit(Launch launch, int tasks) throws IOException, InterruptedException {
    Path folder = launch.options().out().toAbsolutePath().normalize();
    SlurmScript script = SlurmScript.of(launch, "0-" + (tasks - 1));
    Path file = folder.resolve(SlurmScript.FILE);
    Files.writeString(file, script.text());
    String job = slurm.submit(file, script.options());
    SubmittedJobs.read(folder).plus(new SubmittedJobs.Job(job, tasks, Instant.now()), folder);
    launch.out().accept("submitted Slurm job " + job + ", " + tasks + " tasks: " + file);
  }

  private static SubmittedJobs.Job lastJob(Path folder) throws IOException {
    List<SubmittedJobs.Job> jobs = SubmittedJobs.read(folder).jobs();
    return jobs.get(jobs.size() - 1);
  }

  @Override
  public boolean active(Path folder) throws IOException, InterruptedException {
    SubmittedJobs submitted = SubmittedJobs.read(folder);
    return !submitted.jobs().isEmpty()
        && slurm.elements(submitted.ids()).values().stream()
            .anyMatch(element -> ACTIVE.contains(element.state()));
  }

  @Override
  public String cancel(Path folder) throws IOException, InterruptedException {
    SubmittedJobs submitted = SubmittedJobs.read(folder);
    if (submitted.jobs().isEmpty()) {
      throw new InvalidConfigException(
          "DIR", folder.toString(), "a run folder for which a job was submitted");
    }
    if (!active(folder)) {
      return "nothing to cancel: no task of " + folder + " waits or runs";
    }
    slurm.cancel(submitted.ids());
    return "cancelled Slurm job " + String.join(", ", submitted.ids());
  }

  /** The tasks of the last job that are over; all of them if Slurm has forgotten the job. */
  private Map<Integer, TaskEnd> over(Path folder) throws IOException, InterruptedException {
    SubmittedJobs.Job job = lastJob(folder);
    Map<Integer, SlurmCommands.Element> elements;
    try {
      elements = slurm.elements(List.of(job.id()));
    } catch (IOException e) {
      // The controller may be restarting; the query is repeated.
      return Map.of();
    }
    Map<Integer, TaskEnd> over = new HashMap<>();
    for (int index = 0; index < job.tasks(); index++) {
      SlurmCommands.Element element = elements.get(index);
      if (element == null) {
        over.put(
            index,
            new TaskEnd(
                FailureKind.CANCELLED,
                "cancelled, or ended long ago: Slurm has no such task any more"));
      } else if (!ACTIVE.contains(element.state())) {
        over.put(index, end(element, job, index));
      }
    }
    return over;
  }

  private static TaskEnd end(SlurmCommands.Element element, SubmittedJobs.Job job, int index) {
    String task = "task " + index + " of Slurm job " + job.id();
    return switch (element.state()) {
      case "OUT_OF_MEMORY" ->
          new TaskEnd(
              FailureKind.OUT_OF_NATIVE_MEMORY,
              "out of memory: "
                  + task
                  + " exceeded its memory; request more with --resource"
                  + " memory=...");
      case "TIMEOUT", "DEADLINE" ->
          new TaskEnd(
              FailureKind.TIMED_OUT,
              "time limit: " + task + " exceeded it; request more with --resource time=...");
      case "NODE_FAIL", "BOOT_FAIL" ->
          new TaskEnd(FailureKind.NODE_FAILED, "node failure: " + task + " lost its node");
      case "PREEMPTED" ->
          new TaskEnd(FailureKind.PREEMPTED, "preempted: " + task + " was not requeued");
      case "CANCELLED" ->
          new TaskEnd(FailureKind.CANCELLED, "cancelled: " + task + " was cancelled");
      // COMPLETED, FAILED and states of other versions of Slurm
      default ->
          new TaskEnd(
              FailureKind.EXITED,
              task
                  + " ended as "
                  + element.state().toLowerCase(Locale.ROOT)
                  + " without a record; see logs/slurm-"
                  + job.id()
                  + "_"
                  + index
                  + ".log");
    };
  }
}
