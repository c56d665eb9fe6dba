package org.mtlbench.engine.worker;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.engine.plan.CellSpec;

/**
 * Predicts which parameters a step changes, from the definitions of methods and architectures.
 *
 * <p>Initially alpha2 = 0, and the gradient of a monitor is proportional to alpha2: the monitor
 * does not change in the first step, in which alpha2 does, and changes in the second. Running
 * statistics do not depend on alpha2.
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

  /** The parameters, including buffers, that the step of an epoch changes. */
  Set<String> of(Phase phase, int epoch, WatchedTraining training) {
    List<String> owners = owners(phase.name());
    return training.names().stream()
        .filter(name -> owners.stream().anyMatch(name::startsWith))
        .filter(name -> training.isBuffer(name) || !asleep(name, phase.name(), epoch))
        .collect(Collectors.toSet());
  }

  /** The network trained by a phase with one forward pass per step; empty if there is none. */
  Map<String, Double> passes(Phase phase) {
    return owners(phase.name()).stream()
        .filter(owner -> !owner.equals("adaptors/"))
        .collect(Collectors.toMap(owner -> owner.substring(0, owner.length() - 1), owner -> 1.0));
  }

  /** The parameters that a phase trains. */
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
    // the retraining starts with the alphas of the search
    boolean firstStep = epoch == 1 && !phase.equals("retrain");
    // the proximal step changes the layers regularised by GrOWL
    boolean regularised = phase.equals("search") && name.endsWith(".linear.weight");
    return monitor && firstStep && !regularised;
  }

  /** Whether the phase starts from the parameters of the opened method. */
  static boolean startsAfresh(Phase phase) {
    return !Set.of("cluster", "retrain").contains(phase.name());
  }
}
