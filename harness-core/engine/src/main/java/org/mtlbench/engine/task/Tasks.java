package org.mtlbench.engine.task;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.logging.Logger;
import org.mtlbench.api.config.Checks;
import org.mtlbench.engine.catalogue.Plugins;
import org.mtlbench.engine.cell.CellListener;
import org.mtlbench.engine.cell.CellRun;
import org.mtlbench.engine.device.ComputeDevice;
import org.mtlbench.engine.environment.Machine;
import org.mtlbench.engine.lock.Claim;
import org.mtlbench.engine.log.LogTail;
import org.mtlbench.engine.log.RunLog;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.run.RunListener;
import org.mtlbench.engine.run.RunOptions;
import org.mtlbench.engine.run.RunSetup;
import org.mtlbench.engine.worker.CellRecords;
import org.mtlbench.engine.worker.RecordPublication;
import org.mtlbench.engine.worker.WorkOrder;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.FailureKind;
import org.mtlbench.results.FailureRecord;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.folder.RunFolder;

/**
 * Prepares the tasks of a run folder, and carries one out.
 *
 * <p>Tasks are independent and can be repeated: a task trains only the cells that have no
 * up-to-date result, from their checkpoints. The engine decides when a task runs. A task that
 * starts claims its cells whether or not another process still trains them, see {@link
 * org.mtlbench.engine.lock.Claim}; that process stops at the next boundary and cannot write over
 * its successor.
 */
public final class Tasks {
  private Tasks() {}

  /**
   * Checks the folder and the source data, and writes {@code run.json} and {@code tasks.jsonl}. All
   * paths in them are absolute. The folder is locked meanwhile, so that a local run in it is
   * detected.
   *
   * <p>Replaces the tasks of an earlier call, with other indices. Hence no task may be queued or
   * running then; if there is one nevertheless, no cell gets two results, but it may train another
   * cell than it was started for.
   *
   * @param options run folder, first device, threads, data, checkpoint interval, policy (time
   *     limit, retries, only failed cells) and part of the plan; {@code slots} is the number of
   *     cells that share a machine, for records: 1 if the engine gives each task its own processors
   * @param cellsPerTask maximum number of cells of a task, at least 1
   * @param listener receives warnings only
   * @return the tasks and the state at their start; no task if every cell has a result
   * @throws org.mtlbench.api.config.InvalidConfigException if the folder contains something else,
   *     source data cannot be used, or {@code cellsPerTask} is out of range
   * @throws org.mtlbench.api.error.HarnessException if the folder is in use by a local run, or
   *     cannot be written
   */
  public static PreparedTasks prepare(
      Plugins plugins, Plan plan, RunOptions options, int cellsPerTask, RunListener listener)
      throws IOException {
    Checks.start()
        .that(cellsPerTask >= 1, "cells per task", cellsPerTask, "a whole number from 1")
        .finish();
    RunFolder folder = RunFolder.at(options.out());
    try (RunSetup setup = RunSetup.open(plugins, plan, options);
        RunLog log = RunLog.open(folder.logs().resolve("run.log"), line -> {})) {
      RunSetup.Cells cells = setup.write(listener, log.logger());
      List<PlannedCell> toRun = cells.start().toRun();
      int count = (toRun.size() + cellsPerTask - 1) / cellsPerTask;
      List<List<PlannedCell>> planned = new ArrayList<>();
      List<TaskList.Task> tasks = new ArrayList<>();
      for (int index = 0; index < count; index++) {
        List<PlannedCell> group = new ArrayList<>();
        List<TaskList.Cell> orders = new ArrayList<>();
        // every count-th cell, so that each task has a long one first and tasks are about as long
        for (int i = index; i < toRun.size(); i += count) {
          group.add(toRun.get(i));
          orders.add(TaskList.Cell.of(folder, cells.orders().get(i)));
        }
        planned.add(group);
        tasks.add(new TaskList.Task(index, orders));
      }
      TaskList.write(folder, options.policy(), tasks);
      log.logger()
          .info(
              count
                  + " tasks of up to "
                  + cellsPerTask
                  + " cells prepared by process "
                  + ProcessHandle.current().pid()
                  + " on "
                  + Machine.host());
      return new PreparedTasks(cells.start(), planned);
    }
  }

  /**
   * Carries out a task: trains its cells one after the other, each in a worker process, from its
   * checkpoint if there is one. A cell with an up-to-date result is not trained; one that failed is
   * tried again. Reads everything from the folder, which may have another path than when the task
   * was prepared.
   *
   * @param folder the run folder
   * @param index index of the task, from 0
   * @param follower receives log lines of this process and of workers
   * @param stopping polled regularly; when true, the worker writes a checkpoint and the task ends
   * @return how the cells ended
   * @throws org.mtlbench.api.config.InvalidConfigException if there is no such task, or it was
   *     prepared by another version of the program
   * @throws org.mtlbench.results.folder.UnwritableException if the folder cannot be written
   */
  public static TaskOutcome work(
      Path folder, int index, Consumer<String> follower, BooleanSupplier stopping)
      throws IOException, InterruptedException {
    RunFolder run = RunFolder.at(folder.toAbsolutePath().normalize());
    TaskList.Header header = TaskList.readHeader(run);
    TaskList.Task task = TaskList.read(run, index);
    run.create();
    try (RunLog log = RunLog.open(run.logs().resolve("task-" + index + ".log"), follower)) {
      log.logger()
          .info(
              "task "
                  + index
                  + " by process "
                  + ProcessHandle.current().pid()
                  + " on "
                  + Machine.host());
      TaskOutcome outcome = new Work(header, stopping).run(run, task, log);
      log.logger().info("task " + index + " ended: " + outcome.sentence());
      return outcome;
    }
  }

  /**
   * Publishes a failure of a cell whose process is gone, as its engine says. Claims the cell, so
   * that a process that lives nevertheless stops.
   *
   * @param index index of the cell's task
   * @param reason one sentence
   * @return the record in place afterwards, which may be a result; empty if another process has
   *     claimed the cell meanwhile
   */
  public static Optional<CellRecord> fail(
      Path folder, int index, String cell, FailureKind kind, String reason) throws IOException {
    RunFolder run = RunFolder.at(folder.toAbsolutePath().normalize());
    WorkOrder order =
        TaskList.read(run, index).cells().stream()
            .map(entry -> entry.order().inFolder(run.root()))
            .filter(candidate -> candidate.cell().id().equals(cell))
            .findFirst()
            .orElseThrow();
    Claim claim = Claim.take(run, cell);
    CellStatus status = kind == FailureKind.TIMED_OUT ? CellStatus.TIMEOUT : CellStatus.FAILED;
    CellRecord record =
        CellRecords.lost(order, Instant.now(), status, reason)
            .failing(new FailureRecord(kind, LogTail.of(run.logFile(cell))));
    return new RecordPublication(order.claimed(claim.token())).publish(record);
  }

  /** The cells of one task in one process. */
  private static final class Work {
    private final TaskList.Header header;
    private final BooleanSupplier stopping;
    private int done;
    private int failed;
    private int superseded;

    Work(TaskList.Header header, BooleanSupplier stopping) {
      this.header = header;
      this.stopping = stopping;
    }

    TaskOutcome run(RunFolder folder, TaskList.Task task, RunLog log)
        throws IOException, InterruptedException {
      Deque<Attempted> queue = new ArrayDeque<>();
      for (TaskList.Cell cell : task.cells()) {
        CellListener logged = new Logged(cell.order().cell().id(), log.logger());
        queue.add(
            new Attempted(
                cell.order().device(),
                new CellRun(cell.order().inFolder(folder.root()), header.timeout(), logged, log)));
      }
      while (!queue.isEmpty() && !stopping.getAsBoolean()) {
        Attempted next = queue.remove();
        Optional<CellRecord> record = next.run().run(next.device(), stopping);
        if (record.isEmpty()) {
          superseded += next.run().superseded() ? 1 : 0;
        } else if (anotherAttempt(next.run(), record.get())) {
          // after the other cells, when the machine may have resources again
          queue.add(next);
        } else {
          end(record.get(), log.logger());
        }
      }
      int open = task.cells().size() - done - failed - superseded;
      return new TaskOutcome(done, failed, superseded, open);
    }

    private boolean anotherAttempt(CellRun run, CellRecord record) {
      return run.attempts() <= header.retries()
          && !stopping.getAsBoolean()
          && record.failure().map(FailureRecord::kind).filter(k -> k.infrastructure()).isPresent();
    }

    private void end(CellRecord record, Logger log) {
      log.info(
          "cell "
              + record.id()
              + " ended: "
              + record.status().word()
              + record.reason().map(reason -> ", " + reason).orElse(""));
      switch (record.status()) {
        case DONE, DIVERGED -> done++;
        case FAILED, TIMEOUT -> failed++;
      }
    }
  }

  private record Attempted(ComputeDevice device, CellRun run) {}

  /** Logs what happens to a cell; its events are in its event file. */
  private record Logged(String cell, Logger log) implements CellListener {
    @Override
    public void started() {
      log.info("cell " + cell + " started");
    }

    @Override
    public void reported(Event event) {
      // the event file is the report
    }

    @Override
    public void warned(String sentence) {
      log.warning(sentence);
    }
  }
}
