package org.mtlbench.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.run.RunOutcome;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.folder.RunFolder;

/**
 * A run that has ended. Rows over seeds, their headlines and tables are made from its folder by
 * {@code mtlbench-reports}.
 *
 * @param plan what was to be run
 * @param folder where the records are
 * @param outcome how many cells ended how
 */
public record BenchmarkRun(Plan plan, RunFolder folder, RunOutcome outcome) {
  /**
   * The record of each planned cell that has ended, in the order of the plan: scores of every task
   * and metric, sparsity, epochs, seconds, and the reason where it has no result.
   *
   * @throws IOException if the folder cannot be read
   */
  public List<CellRecord> cells() throws IOException {
    List<CellRecord> records = new ArrayList<>();
    for (PlannedCell cell : plan.cells()) {
      folder.readCell(cell.spec().id()).ifPresent(records::add);
    }
    return List.copyOf(records);
  }
}
