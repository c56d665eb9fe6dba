package org.mtlbench.cli.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.SecondsRecord;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.json.CorruptRecordException;
import org.mtlbench.results.run.PlannedCell;
import org.mtlbench.results.run.RunRecord;

/**
 * A run folder that is read again and again, from any machine. A record that is incomplete or not
 * visible yet is read the next time.
 */
public final class WatchedRun {
  /** The shortest time without activity after which a cell counts as silent. */
  static final Duration MIN_SILENCE = Duration.ofMinutes(5);

  /** The token of the first attempt of a cell. */
  private static final long FIRST = 1;

  /** How many epochs without an event make a cell silent, if that is longer. */
  private static final int SILENT_EPOCHS = 3;

  private final RunFolder folder;
  private final Activity activity;
  private final Map<String, CellFollower> followers = new HashMap<>();
  private final Map<String, CachedRecord> records = new HashMap<>();
  private RunRecord run;
  private FileTime runTime;

  /** A record that was read, and the time of its file. */
  private record CachedRecord(FileTime time, CellRecord record) {}

  private WatchedRun(RunFolder folder, Clock clock) throws IOException {
    this.folder = folder;
    this.activity = new Activity(folder, clock);
    this.runTime = Files.getLastModifiedTime(folder.runFile());
    this.run = folder.readRun();
  }

  /**
   * Opens a run folder.
   *
   * @throws HarnessException if there is no such folder or no {@code run.json} in it
   * @throws CorruptRecordException if {@code run.json} is not a valid record
   * @throws org.mtlbench.results.json.SchemaException if it is in another schema version
   */
  public static WatchedRun open(Path root, Clock clock) throws IOException {
    if (!Files.isDirectory(root)) {
      throw new HarnessException(
          ErrorCategory.STORAGE,
          root + (Files.exists(root) ? ": a file, not a run folder" : ": there is no such folder"),
          "Name the folder given by --out, or one in runs/");
    }
    RunFolder folder = RunFolder.at(root);
    if (!folder.hasRun()) {
      throw new HarnessException(
          ErrorCategory.STORAGE,
          root + ": not a run folder: run.json is missing",
          "Start the run first, or name the folder given by --out");
    }
    return new WatchedRun(folder, clock);
  }

  /**
   * Reads what has changed.
   *
   * @throws org.mtlbench.results.json.SchemaException if a file is in another schema version
   * @throws IOException if a file cannot be read at the moment
   */
  public RunState read() throws IOException {
    readPlan();
    activity.read();
    List<CellRecord> ended = new ArrayList<>();
    List<RunningCell> running = new ArrayList<>();
    List<PlannedCell> waiting = new ArrayList<>();
    for (PlannedCell cell : run.cells()) {
      Optional<CellRecord> record = record(cell.id());
      if (record.isPresent()) {
        ended.add(record.get());
        followers.remove(cell.id());
        continue;
      }
      CellFollower follower = follower(cell.id());
      follower.read();
      Optional<Duration> quiet = activity.quiet(cell.id());
      boolean begun = follower.begun() || folder.attempts(cell.id()).exists(FIRST);
      if (begun && quiet.isPresent()) {
        running.add(running(cell, follower, quiet.get()));
      } else {
        waiting.add(cell);
      }
    }
    running.sort(Comparator.comparing(cell -> !cell.silent()));
    return new RunState(
        run.cells(), ended, running, run.datasets(), secondsLeft(ended, running, waiting.size()));
  }

  /** The follower of the newest attempt, each of which has an event file of its own. */
  private CellFollower follower(String id) {
    Path events = folder.eventFile(id);
    return followers.compute(
        id,
        (key, known) -> known != null && known.follows(events) ? known : new CellFollower(events));
  }

  /** Reads the plan again if it has changed: a run may be started again with more seeds. */
  private void readPlan() throws IOException {
    FileTime time = Files.getLastModifiedTime(folder.runFile());
    if (!time.equals(runTime)) {
      run = folder.readRun();
      runTime = time;
    }
  }

  private Optional<CellRecord> record(String id) throws IOException {
    Path file = folder.cellFile(id);
    if (!Files.isRegularFile(file)) {
      records.remove(id);
      return Optional.empty();
    }
    FileTime time = Files.getLastModifiedTime(file);
    CachedRecord known = records.get(id);
    if (known == null || !known.time().equals(time)) {
      Optional<CellRecord> record = folder.readCell(id);
      record.ifPresent(found -> records.put(id, new CachedRecord(time, found)));
      return record;
    }
    return Optional.of(known.record());
  }

  private static RunningCell running(PlannedCell cell, CellFollower follower, Duration quiet) {
    OptionalDouble expected = follower.expectedSeconds();
    double epoch = follower.lastEpoch().map(last -> last.seconds()).orElse(0.0);
    long epochs = Math.round(SILENT_EPOCHS * epoch);
    boolean silent = quiet.toSeconds() >= Math.max(MIN_SILENCE.toSeconds(), epochs);
    double share = follower.share();
    OptionalDouble left =
        expected.isPresent() && !silent
            ? OptionalDouble.of(expected.getAsDouble() * (1 - share))
            : OptionalDouble.empty();
    return new RunningCell(cell, follower.lastEpoch(), share, left, quiet, silent);
  }

  /**
   * The remaining time: cells that have not begun take as long as those with a result did on
   * average, or as running ones are expected to take.
   */
  private OptionalDouble secondsLeft(
      List<CellRecord> ended, List<RunningCell> running, int waiting) {
    long active = running.stream().filter(cell -> !cell.silent()).count();
    OptionalDouble usual =
        ended.stream()
            .filter(CellRecord::hasResult)
            .flatMap(record -> record.seconds().stream())
            .mapToDouble(SecondsRecord::total)
            .average();
    if (usual.isEmpty()) {
      usual =
          running.stream()
              .map(cell -> followers.get(cell.cell().id()).expectedSeconds())
              .filter(OptionalDouble::isPresent)
              .mapToDouble(OptionalDouble::getAsDouble)
              .average();
    }
    if (active == 0 || usual.isEmpty()) {
      return OptionalDouble.empty();
    }
    double each = usual.getAsDouble();
    double sum = waiting * each;
    double longest = 0;
    for (RunningCell cell : running) {
      double left = cell.secondsLeft().orElse(each * (1 - cell.share()));
      sum += left;
      longest = Math.max(longest, left);
    }
    return OptionalDouble.of(Math.max(longest, sum / active));
  }
}
