package org.mtlbench.engine.run;

import com.google.common.base.Throwables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mtlbench.engine.device.ComputeDevice;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.FailureRecord;

/** Runs cells in order, as many at a time as there are slots. */
final class Slots {
  private final RunOptions options;
  private final RunListener listener;
  private final AtomicBoolean stopping;
  private final SlotAdmission admission;
  private final Queue<PlannedRun> queue = new ConcurrentLinkedQueue<>();

  /**
   * Creates slots, which can be used once.
   *
   * @param admission decides when each slot starts
   * @param stopping when set, workers stop and no further cell starts; set here if a slot fails
   *     with an exception, and if a cell fails in a run that stops at the first failure
   */
  Slots(RunOptions options, RunListener listener, AtomicBoolean stopping, SlotAdmission admission) {
    this.options = options;
    this.admission = admission;
    this.listener = listener;
    this.stopping = stopping;
  }

  /** Runs cells; returns when all have ended, or, after a stop, when the running ones have. */
  void run(List<PlannedRun> cells) throws IOException, InterruptedException {
    if (cells.isEmpty()) {
      return;
    }
    queue.addAll(cells);
    ExecutorService pool = Executors.newFixedThreadPool(options.slots());
    try {
      List<Callable<Boolean>> slots = new ArrayList<>();
      for (int slot = 0; slot < Math.min(options.slots(), cells.size()); slot++) {
        ComputeDevice device = options.device(slot);
        int number = slot;
        slots.add(
            () ->
                admission.await(number, () -> stopping.get() || queue.isEmpty()) && serve(device));
      }
      for (Future<Boolean> slot : pool.invokeAll(slots)) {
        slot.get();
      }
    } catch (ExecutionException e) {
      Throwables.throwIfInstanceOf(e.getCause(), IOException.class);
      Throwables.throwIfUnchecked(e.getCause());
      throw new IllegalStateException("a slot failed", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  /** Runs cells until there are none; returns whether there was no exception. */
  private boolean serve(ComputeDevice device) throws IOException, InterruptedException {
    boolean well = false;
    try {
      for (PlannedRun cell = next(); cell != null; cell = next()) {
        Optional<CellRecord> record = cell.run().run(device, stopping::get);
        if (record.isPresent()) {
          ended(cell, record.get());
        }
      }
      well = true;
    } finally {
      if (!well) {
        // An error of one slot, for example a full disk, stops the others too.
        stopping.set(true);
      }
    }
    return well;
  }

  private PlannedRun next() {
    return stopping.get() ? null : queue.poll();
  }

  private void ended(PlannedRun cell, CellRecord record) {
    if (anotherAttempt(cell, record)) {
      listener.retrying(cell.cell(), record, cell.run().attempts(), options.policy().retries());
      // Retries after the other cells, when resources of the machine may be available again.
      queue.add(cell);
      return;
    }
    listener.cellEnded(cell.cell(), record);
    if (options.policy().failFast() && !record.hasResult()) {
      stopping.set(true);
    }
  }

  private boolean anotherAttempt(PlannedRun cell, CellRecord record) {
    return cell.run().attempts() <= options.policy().retries()
        && !stopping.get()
        && record.failure().map(FailureRecord::kind).filter(k -> k.infrastructure()).isPresent();
  }
}
