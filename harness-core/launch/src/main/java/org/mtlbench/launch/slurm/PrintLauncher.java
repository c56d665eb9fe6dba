package org.mtlbench.launch.slurm;

import java.io.IOException;
import java.util.List;
import org.mtlbench.engine.run.RunOutcome;
import org.mtlbench.launch.Launch;
import org.mtlbench.launch.Launcher;
import org.mtlbench.launch.ShellText;

/** Prints the script that would be submitted to Slurm, for all cells of the plan. */
public final class PrintLauncher implements Launcher {
  @Override
  public String id() {
    return "print";
  }

  @Override
  public String description() {
    return "prints what would be submitted to Slurm, runs nothing";
  }

  @Override
  public Launched launch(Launch launch) throws IOException {
    int each = Math.max(1, launch.resources().cellsPerTask());
    int cells = launch.plan().cells().size();
    int tasks = (cells + each - 1) / each;
    SlurmScript script = SlurmScript.of(launch, "0-" + (tasks - 1));
    launch.out().accept(script.text().stripTrailing());
    if (!script.options().isEmpty()) {
      launch.out().accept("# submit: sbatch " + ShellText.quote(script.options()) + " slurm.sh");
    }
    return new Launched(new RunOutcome(0, 0, 0, cells, 0, false), false, List.of());
  }
}
