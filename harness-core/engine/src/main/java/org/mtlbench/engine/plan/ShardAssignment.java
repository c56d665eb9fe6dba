package org.mtlbench.engine.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.mtlbench.engine.cost.Throughput;

/**
 * The cells of a plan that one shard runs. The assignments of all shards partition the plan. They
 * depend on the plan only, not on the machine, on measurements, or on progress.
 *
 * @param shard the shard
 * @param cells ids of its cells; empty if there are more shards than cells
 */
public record ShardAssignment(Shard shard, Set<String> cells) {
  public ShardAssignment {
    cells = Set.copyOf(cells);
  }

  /**
   * Distributes a plan: the longest cells first, each to the shard with the least work so far (R.
   * L. Graham, Bounds on Multiprocessing Timing Anomalies, SIAM J. Appl. Math. 17, 1969), so that
   * the shards' times differ by at most the time of the longest cell.
   *
   * @param plan plan with estimates for {@link Throughput#NOMINAL}, on which all machines agree
   */
  public static ShardAssignment of(Plan plan, Shard shard) {
    List<PlannedCell> longestFirst = new ArrayList<>(plan.cells());
    longestFirst.sort(
        Comparator.comparingDouble(PlannedCell::estimatedSeconds)
            .reversed()
            .thenComparing(cell -> cell.spec().id()));
    PriorityQueue<Load> loads =
        new PriorityQueue<>(Comparator.comparingDouble(Load::seconds).thenComparing(Load::index));
    for (int index = 1; index <= shard.count(); index++) {
      loads.add(new Load(index, 0));
    }
    Set<String> mine = new LinkedHashSet<>();
    for (PlannedCell cell : longestFirst) {
      Load least = loads.remove();
      if (least.index() == shard.index()) {
        mine.add(cell.spec().id());
      }
      loads.add(new Load(least.index(), least.seconds() + cell.estimatedSeconds()));
    }
    return new ShardAssignment(shard, mine);
  }

  private record Load(int index, double seconds) {}
}
