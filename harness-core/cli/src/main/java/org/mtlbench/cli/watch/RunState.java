package org.mtlbench.cli.watch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.FailureKind;
import org.mtlbench.results.FailureRecord;
import org.mtlbench.results.run.PlannedCell;
import org.mtlbench.results.score.TaskRecord;

/**
 * The state of a run at one time.
 *
 * @param planned all cells of the plan
 * @param ended the records of ended cells, in the order of the plan
 * @param running the cells that have begun, silent ones first, then in the order of the plan
 * @param datasets the tasks of each dataset, by its id
 * @param secondsLeft remaining time of the run with as many workers as are active now; empty if
 *     nothing is known about it
 */
public record RunState(
    List<PlannedCell> planned,
    List<CellRecord> ended,
    List<RunningCell> running,
    Map<String, List<TaskRecord>> datasets,
    OptionalDouble secondsLeft) {
  /** Makes defensive copies of the collections. */
  public RunState {
    planned = List.copyOf(planned);
    ended = List.copyOf(ended);
    running = List.copyOf(running);
    datasets = Map.copyOf(datasets);
  }

  /** The number of planned cells. */
  public int cells() {
    return planned.size();
  }

  /** The number of cells that ended with a status. */
  public int count(CellStatus status) {
    return Math.toIntExact(ended.stream().filter(cell -> cell.status() == status).count());
  }

  /** The number of cells that ended without a result, excluding diverged ones. */
  public int failed() {
    return count(CellStatus.FAILED) + count(CellStatus.TIMEOUT);
  }

  /** The number of cells that have begun and show no activity. */
  public int silent() {
    return Math.toIntExact(running.stream().filter(RunningCell::silent).count());
  }

  /** The number of cells that have not begun. */
  public int waiting() {
    return cells() - ended.size() - running.size();
  }

  /** Whether all cells have ended. */
  public boolean over() {
    return ended.size() == cells();
  }

  /** The completed share of the cells, 0 to 1, with that of the epochs of running ones. */
  public double share() {
    double begun = running.stream().mapToDouble(RunningCell::share).sum();
    return planned.isEmpty() ? 1 : (ended.size() + begun) / cells();
  }

  /** Failed cells by reason, for example {@code 2 out of memory}; empty if there are none. */
  public List<String> failures() {
    Map<FailureKind, Integer> kinds = new EnumMap<>(FailureKind.class);
    int unknown = 0;
    for (CellRecord cell : ended) {
      if (cell.status() == CellStatus.FAILED || cell.status() == CellStatus.TIMEOUT) {
        if (cell.failure().isPresent()) {
          kinds.merge(cell.failure().map(FailureRecord::kind).orElseThrow(), 1, Integer::sum);
        } else {
          unknown++;
        }
      }
    }
    Map<String, Integer> reasons = new LinkedHashMap<>();
    kinds.forEach((kind, count) -> reasons.merge(reason(kind), count, Integer::sum));
    if (unknown > 0) {
      reasons.put("unknown reason", unknown);
    }
    List<String> lines = new ArrayList<>();
    reasons.forEach((reason, count) -> lines.add(count + " " + reason));
    return lines;
  }

  private static String reason(FailureKind kind) {
    return switch (kind) {
      case THREW -> "exception";
      case OUT_OF_HEAP, OUT_OF_NATIVE_MEMORY -> "out of memory";
      case OUT_OF_DEVICE_MEMORY -> "out of GPU memory";
      case EXITED -> "exited";
      case KILLED -> "killed";
      case CRASHED -> "crashed";
      case TIMED_OUT -> "time limit";
      case NODE_FAILED -> "node failure";
      case PREEMPTED -> "preempted";
      case CANCELLED -> "cancelled";
    };
  }
}
