package org.mtlbench.engine.worker;

import java.time.Instant;
import java.util.Optional;
import org.mtlbench.engine.device.DeviceMemory;
import org.mtlbench.engine.environment.Machine;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.CellRecordBuilder;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.ExecutionRecord;
import org.mtlbench.results.ProvenanceRecord;
import org.mtlbench.results.run.CellConfig;
import org.mtlbench.results.run.PlannedCell;

/** The parts of a cell's record that are determined by its work order. */
public final class CellRecords {
  private CellRecords() {}

  /** The planned cell in the form of records. */
  public static PlannedCell planned(CellSpec cell) {
    return new PlannedCell(
        cell.id(),
        cell.label(),
        cell.note(),
        cell.dataset().name(),
        cell.architecture().name(),
        cell.method().id(),
        cell.seed(),
        new CellConfig(
            cell.method().config(), cell.dataset().config(), cell.architecture().config()));
  }

  /** Starts a record. */
  static CellRecordBuilder begin(WorkOrder order) {
    return CellRecord.builder(planned(order.cell())).flags(order.flags());
  }

  /** Adds where and when the cell ran; must be called after it has ended. */
  static void close(
      CellRecordBuilder record, WorkOrder order, Instant started, Optional<Long> peakMemory) {
    WorkOrder.Origin origin = order.origin();
    record
        .execution(
            new ExecutionRecord(
                order.slots(),
                order.threads(),
                order.device().name(),
                peakMemory,
                // without a peak the runner writes the record, which does not train
                peakMemory.isPresent() && order.device().isGpu()
                    ? DeviceMemory.ofThisProcess()
                    : Optional.empty()))
        .provenance(
            new ProvenanceRecord(
                origin.mtlbench(),
                origin.plugins(),
                Machine.java(),
                Machine.os(),
                Machine.engine(),
                Optional.empty(),
                origin.dataChecksums(),
                origin.hash(),
                started,
                Instant.now()));
  }

  /**
   * The record of a cell whose worker left none.
   *
   * @param status failed or timeout
   * @param order the work order
   * @param started start time
   * @param reason one sentence
   */
  public static CellRecord lost(
      WorkOrder order, Instant started, CellStatus status, String reason) {
    CellRecordBuilder record = begin(order);
    close(record, order, started, Optional.empty());
    return record.ended(status, reason);
  }
}
