package org.mtlbench.engine.worker;

import java.io.IOException;
import java.util.Optional;
import org.mtlbench.engine.lock.Claim;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.folder.RunFolder;

/**
 * Publishes the record of a claimed cell. The first up-to-date result of a cell is never replaced.
 */
public final class RecordPublication {
  private final RunFolder folder;
  private final WorkOrder order;
  private final Claim claim;

  /**
   * Creates a publication.
   *
   * @param order a work order with the token of a claim
   */
  public RecordPublication(WorkOrder order) {
    this.folder = RunFolder.at(order.out());
    this.order = order;
    this.claim = Claim.held(folder, order.cell().id(), order.token());
  }

  /**
   * Publishes a record. Failures, and results of other code or data, are replaced; a result of a
   * process that had the claim before and was not yet superseded when it published is kept.
   *
   * @return the record in place afterwards; empty if the claim is superseded, then nothing was
   *     written
   * @throws org.mtlbench.results.folder.UnwritableException if it cannot be written
   */
  public Optional<CellRecord> publish(CellRecord record) throws IOException {
    while (!claim.superseded()) {
      if (folder.publishCell(record)) {
        return Optional.of(record);
      }
      Optional<CellRecord> inPlace = result();
      if (inPlace.isPresent()) {
        return inPlace;
      }
      removeOutdated();
    }
    return Optional.empty();
  }

  /** The cell's record, if it is an up-to-date result. */
  public Optional<CellRecord> result() throws IOException {
    return folder.readCell(order.cell().id()).filter(order::hasResult);
  }

  /** Removes a record that is not an up-to-date result. */
  public void removeOutdated() throws IOException {
    folder.removeCell(order.cell().id(), record -> !order.hasResult(record));
  }
}
