package org.mtlbench.reports.run;

import java.util.Objects;
import java.util.Optional;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.run.PlannedCell;

/**
 * A planned cell and what is known of it.
 *
 * @param cell the cell as planned
 * @param record its record; absent as long as it has not ended
 */
public record Outcome(PlannedCell cell, Optional<CellRecord> record) {
  /** Checks presence. */
  public Outcome {
    Objects.requireNonNull(cell, "cell");
    Objects.requireNonNull(record, "record");
  }

  /** The status' word; {@code missing} where there is no record. */
  public String status() {
    return record.map(known -> known.status().word()).orElse("missing");
  }

  /** The record of a cell that is done. */
  public Optional<CellRecord> result() {
    return record.filter(CellRecord::hasResult);
  }
}
