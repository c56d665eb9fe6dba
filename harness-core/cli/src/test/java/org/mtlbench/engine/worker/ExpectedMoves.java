package org.mtlbench.engine.worker;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.engine.plan.CellSpec;

/**
 * Which parameters a step moves, from the definitions of methods and architectures alone.
 *
 * <p>A monitor is mixed in with alpha2 = 0 at first, and its gradient is alpha2 times something: it
 * stands still in the first step, in which alpha2 leaves 0, and moves in the second. What a running
 * statistic sees does not depend on alpha2.
 */
final class ExpectedMoves {
  private final CellSpec cell;
  private final List<String> tasks;

  /**
   * @param tasks names of the dataset's tasks
   */
  ExpectedMoves(CellSpec cell, List<String> tasks) {
    this.cell = cell;
    this.tasks = List.copyOf(tasks);
  }

  /** The parameters that the step of an epoch moves, out of all there are, buffers included. */
  Set<String> of(Phase phase, int epoch, WatchedTraining training) {
    List<String> owners = owners(phase.name());
    return training.names().stream()
        .filter(name -> owners.stream().anyMatch(name::startsWith))
        .filter(name -> training.isBuffer(name) || !asleep(name, phase.name(), epoch))
        .collect(Collectors.toSet());
  }

  /** The network that a phase trains, with one forward pass per step; empty if it trains none. */
  Map<String, Double> passes(Phase phase) {
    return owners(phase.name()).stream()
        .filter(owner -> !owner.equals("adaptors/"))
        .collect(Collectors.toMap(owner -> owner.substring(0, owner.length() - 1), owner -> 1.0));
  }

  /** What a phase trains. */
  private List<String> owners(String phase) {
    return switch (cell.method().id()) {
      case "stl" -> List.of(singleTask(phase));
      case "kdmtl" ->
          phase.startsWith("teacher ")
              ? List.of(singleTask(phase.substring("teacher ".length())))
              : List.of("network/", "adaptors/");
      case "mgda", "mtan" -> List.of("network/");
      case "ours" -> phase.equals("cluster") ? List.of() : List.of("network/");
      default -> throw new IllegalArgumentException(cell.method().id());
    };
  }

  private String singleTask(String task) {
    return "task-" + tasks.indexOf(task) + "/";
  }

  private boolean asleep(String name, String phase, int epoch) {
    boolean monitor = name.contains("/monitor");
    // the retraining goes on with the alphas of the search
    boolean firstStep = epoch == 1 && !phase.equals("retrain");
    // the proximal step moves the layers that GrOWL regularises
    boolean regularised = phase.equals("search") && name.endsWith(".linear.weight");
    return monitor && firstStep && !regularised;
  }

  /** Whether the phase starts from the parameters of the opened method. */
  static boolean startsAfresh(Phase phase) {
    return !Set.of("cluster", "retrain").contains(phase.name());
  }
}
