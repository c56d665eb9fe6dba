package org.mtlbench.reports.run;

import java.util.Objects;
import java.util.Optional;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.run.PlannedCell;

/**
 * A planned cell and its record.
 *
 * @param cell the planned cell
 * @param record its record; absent until the cell has ended
 */
public record Outcome(PlannedCell cell, Optional<CellRecord> record) {
  /** Checks for null. */
  public Outcome {
    Objects.requireNonNull(cell, "cell");
    Objects.requireNonNull(record, "record");
  }

  /** The status in words; {@code missing} if there is no record. */
  public String status() {
    return record.map(known -> known.status().word()).orElse("missing");
  }

  /** The record, if the cell is done. */
  public Optional<CellRecord> result() {
    return record.filter(CellRecord::hasResult);
  }
}
