package org.mtlbench.launch.print;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlbench.engine.run.RunOutcome;
import org.mtlbench.engine.run.RunStart;
import org.mtlbench.engine.task.PreparedTasks;
import org.mtlbench.engine.task.Tasks;
import org.mtlbench.launch.Launch;
import org.mtlbench.launch.Launcher;
import org.mtlbench.launch.ShellText;
import org.mtlbench.launch.kubernetes.IndexedJob;
import org.mtlbench.launch.slurm.SlurmScript;
import org.mtlbench.results.folder.AtomicFile;

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
    // rejects what cannot be printed before anything is written
    Optional<IndexedJob> job =
        launch.resources().kubernetes().image().map(image -> IndexedJob.of(launch));
    PreparedTasks tasks =
        Tasks.prepare(
            launch.plugins(),
            launch.plan(),
            launch.options().withSlots(1),
            Math.max(1, launch.resources().cellsPerTask()),
            launch.listener());
    List<String> notes = new ArrayList<>();
    int count = tasks.count();
    if (count > 0 && job.isPresent()) {
      String manifest = job.get().yaml(count);
      launch.out().accept(manifest.stripTrailing());
      Path file = launch.options().out().resolve(IndexedJob.FILE);
      AtomicFile.write(file, manifest.getBytes(UTF_8));
      notes.add("submit with: kubectl apply -f " + ShellText.quote(file.toString()));
    } else if (count > 0) {
      SlurmScript script = SlurmScript.of(launch, "0-" + (count - 1));
      launch.out().accept(script.text().stripTrailing());
      Path file = launch.options().out().resolve(SlurmScript.FILE);
      AtomicFile.write(file, script.text().getBytes(UTF_8));
      List<String> command = new ArrayList<>(List.of("sbatch"));
      command.addAll(script.options());
      command.add(file.toString());
      notes.add("submit with: " + ShellText.quote(command));
    }
    RunStart start = tasks.start();
    RunOutcome outcome =
        new RunOutcome(start.done(), 0, start.diverged(), start.toRun().size(), 0, false);
    return new Launched(outcome, false, notes);
  }
}
