package org.mtlbench.cli.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plan.PlannedCell;

/** Short names for the cells of a run: the label, and the properties that differ between cells. */
final class CellNames {
  private final boolean architecture;
  private final boolean dataset;
  private final boolean seed;

  private CellNames(List<Identity> cells) {
    architecture = differs(cells, Identity::architecture);
    dataset = differs(cells, Identity::dataset);
    seed = differs(cells, Identity::seed);
  }

  /** What distinguishes a cell. */
  private record Identity(String label, String architecture, String dataset, long seed) {
    static Identity of(PlannedCell cell) {
      CellSpec spec = cell.spec();
      return new Identity(
          spec.label(), spec.architecture().name(), spec.dataset().name(), spec.seed());
    }

    static Identity of(org.mtlbench.results.run.PlannedCell cell) {
      return new Identity(cell.label(), cell.architecture(), cell.dataset(), cell.seed());
    }
  }

  /** Creates names for the cells of a run. */
  static CellNames ofPlan(List<PlannedCell> cells) {
    return new CellNames(cells.stream().map(Identity::of).toList());
  }

  /** Creates names for the cells of a run that was recorded. */
  static CellNames ofRecord(List<org.mtlbench.results.run.PlannedCell> cells) {
    return new CellNames(cells.stream().map(Identity::of).toList());
  }

  private static boolean differs(List<Identity> cells, Function<Identity, ?> property) {
    return cells.stream().map(property).distinct().limit(2).count() > 1;
  }

  /** The name of a cell, for example {@code MGDA | hps} in a run with one dataset and one seed. */
  String of(PlannedCell cell) {
    return name(Identity.of(cell));
  }

  /** The same for a recorded cell. */
  String of(org.mtlbench.results.run.PlannedCell cell) {
    return name(Identity.of(cell));
  }

  private String name(Identity cell) {
    List<String> parts = new ArrayList<>(List.of(cell.label()));
    if (architecture) {
      parts.add(cell.architecture());
    }
    if (dataset) {
      parts.add(cell.dataset());
    }
    if (seed) {
      parts.add("seed " + cell.seed());
    }
    return String.join(" | ", parts);
  }
}
