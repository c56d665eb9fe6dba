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

  /** Creates names for the cells of a run. */
  CellNames(List<PlannedCell> cells) {
    architecture = differs(cells, spec -> spec.architecture().name());
    dataset = differs(cells, spec -> spec.dataset().name());
    seed = differs(cells, CellSpec::seed);
  }

  private static boolean differs(List<PlannedCell> cells, Function<CellSpec, ?> part) {
    return cells.stream().map(PlannedCell::spec).map(part).distinct().limit(2).count() > 1;
  }

  /** The name of a cell, for example {@code MGDA | hps} in a run with one dataset and one seed. */
  String of(PlannedCell cell) {
    CellSpec spec = cell.spec();
    List<String> parts = new ArrayList<>(List.of(spec.label()));
    if (architecture) {
      parts.add(spec.architecture().name());
    }
    if (dataset) {
      parts.add(spec.dataset().name());
    }
    if (seed) {
      parts.add("seed " + spec.seed());
    }
    return String.join(" | ", parts);
  }
}
