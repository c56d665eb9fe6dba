package org.mtlbench.launch.print;

import java.io.IOException;
import java.util.List;
import org.mtlbench.engine.run.RunOutcome;
import org.mtlbench.engine.run.RunStart;
import org.mtlbench.engine.task.PreparedTasks;
import org.mtlbench.engine.task.Tasks;
import org.mtlbench.launch.Launch;
import org.mtlbench.launch.Launcher;
import org.mtlbench.launch.ShellText;
import org.mtlbench.launch.kubernetes.IndexedJob;
import org.mtlbench.launch.slurm.SlurmScript;

/**
 * Writes the tasks of the run folder and prints what would be submitted for them: the script of a
 * Slurm job array, or the manifest of a Kubernetes Indexed Job.
 */
public final class PrintLauncher implements Launcher {
  @Override
  public String id() {
    return "print";
  }

  @Override
  public String description() {
    return "prints what would be submitted to Slurm or Kubernetes, runs nothing";
  }

  @Override
  public Launched launch(Launch launch) throws IOException {
    PreparedTasks tasks =
        Tasks.prepare(
            launch.plugins(),
            launch.plan(),
            launch.options().withSlots(1),
            Math.max(1, launch.resources().cellsPerTask()),
            launch.listener());
    if (tasks.count() > 0) {
      launch.out().accept(text(launch, tasks.count()).stripTrailing());
    }
    RunStart start = tasks.start();
    RunOutcome outcome =
        new RunOutcome(start.done(), 0, start.diverged(), start.toRun().size(), 0, false);
    return new Launched(outcome, false, List.of());
  }

  private static String text(Launch launch, int tasks) {
    if (launch.resources().kubernetes().image().isPresent()) {
      return IndexedJob.of(launch).yaml(tasks);
    }
    SlurmScript script = SlurmScript.of(launch, "0-" + (tasks - 1));
    return script.options().isEmpty()
        ? script.text()
        : script.text()
            + "# submit with: sbatch "
            + ShellText.quote(script.options())
            + " "
            + SlurmScript.FILE;
  }
}
