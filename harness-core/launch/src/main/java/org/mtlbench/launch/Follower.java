package org.mtlbench.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.run.RunListener;
import org.mtlbench.engine.run.RunOutcome;
import org.mtlbench.engine.run.RunStart;
import org.mtlbench.engine.task.TaskState;
import org.mtlbench.engine.task.TaskStates;
import org.mtlbench.engine.task.Tasks;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventReader;
import org.mtlbench.results.folder.RunFolder;

/**
 * Follows the tasks of a run folder by its files and reports to a listener, as if the run were
 * local. The engine is queried only for the tasks that are over, so that a cell whose process is
 * gone does not stay open forever.
 */
public final class Follower {
  private static final Duration FILES = Duration.ofSeconds(1);

  /** How long files of another node may stay invisible after its process has ended. */
  private static final Duration VISIBILITY = Duration.ofSeconds(20);

  private final RunFolder folder;
  private final Plan plan;
  private final RunListener listener;
  private final Map<String, PlannedCell> planned;
  private final Map<String, Read> read = new HashMap<>();
  private final Set<String> started = new HashSet<>();
  private final Map<String, CellRecord> ended = new HashMap<>();
  private final Map<Integer, Long> overSince = new HashMap<>();

  /** How far the events of an attempt have been read; each attempt has a file of its own. */
  private record Read(long attempt, long offset) {}

  /** A query of the engine. */
  @FunctionalInterface
  public interface Engine {
    /**
     * The tasks that neither wait nor run and will not be started again, with the reason for each,
     * as far as it is known.
     */
    Map<Integer, TaskEnd> over() throws IOException, InterruptedException;
  }

  /** Creates a follower of a folder. */
  public Follower(Path folder, Plan plan, RunListener listener) {
    this.folder = RunFolder.at(folder);
    this.plan = plan;
    this.listener = listener;
    this.planned =
        plan.cells().stream()
            .collect(Collectors.toMap(cell -> cell.spec().id(), Function.identity(), (a, b) -> a));
  }

  /**
   * Follows until all cells of all tasks have ended, or a stop is requested.
   *
   * @param start the state at the start, as reported to the listener
   * @param poll time between two queries of the engine
   */
  public RunOutcome follow(RunStart start, Engine engine, Duration poll, BooleanSupplier stopping)
      throws IOException, InterruptedException {
    listener.begun(start);
    TaskStates tasks = TaskStates.of(folder.root());
    long asked = System.nanoTime() - poll.toNanos();
    while (true) {
      List<TaskState> states = tasks.read();
      states.forEach(this::report);
      if (states.stream().allMatch(TaskState::ended) || stopping.getAsBoolean()) {
        return outcome(start, stopping.getAsBoolean());
      }
      if (System.nanoTime() - asked >= poll.toNanos()) {
        asked = System.nanoTime();
        close(states, engine.over());
      }
      Thread.sleep(FILES.toMillis());
    }
  }

  private void report(TaskState task) {
    for (TaskState.Cell cell : task.cells()) {
      PlannedCell known = planned.get(cell.id());
      if (known == null || ended.containsKey(cell.id())) {
        continue;
      }
      if (cell.progress() != TaskState.Progress.MISSING && started.add(cell.id())) {
        listener.cellStarted(known);
      }
      if (started.contains(cell.id())) {
        events(known);
      }
      cell.record()
          .ifPresent(
              record -> {
                ended.put(cell.id(), record);
                listener.cellEnded(known, record);
              });
    }
  }

  /** Passes on new events; those of a file that is being replaced come in the next round. */
  private void events(PlannedCell cell) {
    String id = cell.spec().id();
    Read before = read.getOrDefault(id, new Read(0, 0));
    long attempt = folder.attempts(id).newestAfter(before.attempt());
    long offset = attempt == before.attempt() ? before.offset() : 0;
    try {
      EventReader.Batch batch = new EventReader(folder.eventFile(id)).readFrom(offset);
      read.put(id, new Read(attempt, batch.offset()));
      for (Event event : batch.events()) {
        listener.reported(cell, event);
      }
    } catch (IOException e) {
      read.put(id, new Read(attempt, 0));
    }
  }

  /** Publishes failures for the cells of tasks that are over and have left none. */
  private void close(List<TaskState> states, Map<Integer, TaskEnd> over)
      throws IOException, InterruptedException {
    overSince.keySet().retainAll(over.keySet());
    for (TaskState task : states) {
      TaskEnd end = over.get(task.index());
      if (end == null || task.ended()) {
        continue;
      }
      long since = overSince.computeIfAbsent(task.index(), index -> System.nanoTime());
      if (System.nanoTime() - since < VISIBILITY.toNanos()) {
        continue;
      }
      for (TaskState.Cell cell : task.cells()) {
        if (cell.record().isEmpty()) {
          Tasks.fail(folder.root(), task.index(), cell.id(), end.kind(), end.reason());
        }
      }
    }
  }

  private RunOutcome outcome(RunStart start, boolean stopped) {
    return RunOutcome.of(
        start,
        cell -> Optional.ofNullable(ended.get(cell.spec().id())).map(CellRecord::status),
        folder,
        stopped);
  }

  /**
   * The state of a run that is under way.
   *
   * @return kept: cells with a result that are not in a task; to run: the cells of all tasks
   */
  public RunStart startOfAttached() throws IOException {
    Set<String> inTasks =
        TaskStates.of(folder.root()).read().stream()
            .flatMap(task -> task.cells().stream())
            .map(TaskState.Cell::id)
            .collect(Collectors.toSet());
    List<PlannedCell> toRun = new ArrayList<>();
    List<PlannedCell> kept = new ArrayList<>();
    int diverged = 0;
    for (PlannedCell cell : plan.cells()) {
      Optional<CellRecord> record = folder.readCell(cell.spec().id());
      if (inTasks.contains(cell.spec().id())) {
        toRun.add(cell);
      } else if (record.isPresent()) {
        kept.add(cell);
        diverged += record.get().hasResult() ? 0 : 1;
      }
    }
    return new RunStart(kept, diverged, 0, toRun, folder.readRun().datasets(), Map.of());
  }
}
