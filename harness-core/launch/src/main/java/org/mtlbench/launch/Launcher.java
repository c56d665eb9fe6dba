package org.mtlbench.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.engine.run.RunOutcome;

/**
 * Runs the cells of a plan somewhere. An implementation writes the tasks of the run folder with
 * {@link org.mtlbench.engine.task.Tasks#prepare} and has {@code mtlbench work DIR --index I} run
 * once for each; it neither schedules nor restarts work that an existing engine takes care of.
 *
 * <p>The launchers of third parties are found as services of this type. They need a public
 * constructor without parameters and must be on the class path of the program.
 */
public interface Launcher {
  /** The name for the option {@code --on}: lower-case letters, digits and hyphens. */
  String id();

  /** What it does, in one phrase. */
  String description();

  /**
   * Runs all cells without a result, or attaches to work that is already under way for the folder.
   *
   * @return the outcome, when all cells have ended or a stop was requested. After a stop, {@link
   *     Launched#notes} contains whether work continues elsewhere
   * @throws InvalidConfigException if the engine, or a resource requested from it, is not
   *     available; nothing was started then
   * @throws IOException if the run folder cannot be read or written
   */
  Launched launch(Launch launch) throws IOException, InterruptedException;

  /**
   * Cancels work that was started for a run folder and still waits or runs.
   *
   * @return one line on what was cancelled
   * @throws InvalidConfigException if this launcher cannot cancel
   */
  default String cancel(Path folder) throws IOException, InterruptedException {
    throw new InvalidConfigException(
        "DIR",
        folder + " (--on " + id() + ")",
        "a run whose launcher can cancel, for example slurm");
  }

  /** Whether work that this launcher started for a run folder still waits or runs. */
  default boolean active(Path folder) throws IOException, InterruptedException {
    return false;
  }

  /**
   * The end of a launch.
   *
   * @param outcome how the cells ended; a launcher that starts nothing counts all of them as open
   * @param started whether cells were run or submitted; if not, there is no report
   * @param notes lines for the user, for example how to attach again
   */
  record Launched(RunOutcome outcome, boolean started, List<String> notes) {
    /** Makes a defensive copy of the list. */
    public Launched {
      notes = List.copyOf(notes);
    }
  }
}
