package org.mtlbench.launch;

import java.util.List;
import java.util.function.Consumer;
import org.mtlbench.engine.catalogue.Plugins;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.engine.run.RunListener;
import org.mtlbench.engine.run.RunOptions;

/**
 * What to launch.
 *
 * @param plugins the plugins of the plan
 * @param plan the cells
 * @param options run folder, devices, threads, data and policy
 * @param resources what each task needs from the engine
 * @param program the command that starts this program, as arguments
 * @param attach the command line that attaches to this run again
 * @param listener receives the progress of the run
 * @param log receives log lines
 * @param out receives lines for the user
 * @param stop the request to stop
 */
public record Launch(
    Plugins plugins,
    Plan plan,
    RunOptions options,
    Resources resources,
    List<String> program,
    String attach,
    RunListener listener,
    Consumer<String> log,
    Consumer<String> out,
    StopRequest stop) {
  /** Makes a defensive copy of the list. */
  public Launch {
    program = List.copyOf(program);
  }
}
