package org.mtlbench.results.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.check.Check;
import org.mtlbench.results.json.CorruptRecordException;
import org.mtlbench.results.json.ResultsJson;
import org.mtlbench.results.json.SchemaException;
import org.mtlbench.results.run.RunRecord;

/**
 * A run's folder:
 *
 * <pre>
 * run.json            the matrix, the machine, the plan
 * tasks.jsonl         the tasks for an engine, if there is one
 * cells/ID.json       one record per ended cell
 * events/ID.jsonl     events of a cell; events/ID.TOKEN.jsonl while an attempt runs
 * logs/ID.log         log of its worker
 * claims/ID.TOKEN     one file per attempt; TOKEN is 1, 2, 3, ...
 * checkpoints/        state of interrupted cells, ID.TOKEN.checkpoint
 * artefacts/          networks that cells share, such as teachers
 * </pre>
 *
 * Records are written atomically, so they can be read at any time. A report needs {@code run.json},
 * {@code cells/} and {@code events/}; in an archived run, events may be compressed, {@code
 * events/ID.jsonl.gz}.
 */
public final class RunFolder {
  /** The current version of the descriptions of saved models in {@link #models}. */
  public static final int MODEL_SCHEMA = 1;

  /** The largest {@code run.json} that is read: the plan of some 200,000 cells. */
  public static final long MAX_RUN_BYTES = 256L << 20;

  /** The largest record of a cell or an artefact that is read; most have some kilobytes. */
  public static final long MAX_RECORD_BYTES = 64L << 20;

  private static final String JSON = ".json";

  private final Path root;
  private final ResultsJson json = new ResultsJson();

  private RunFolder(Path root) {
    this.root = Objects.requireNonNull(root, "root");
  }

  /** The run folder at a path; does not access the file system. */
  public static RunFolder at(Path root) {
    return new RunFolder(root);
  }

  /**
   * Creates the folder and its subfolders if missing; links to folders count as folders.
   *
   * @throws UnwritableException naming the folder that cannot be created
   */
  public RunFolder create() throws UnwritableException {
    for (Path folder : List.of(cells(), events(), logs(), claims(), checkpoints(), artefacts())) {
      try {
        // createDirectories of Java 17 rejects a link to a folder
        if (!Files.isDirectory(folder)) {
          Files.createDirectories(folder);
        }
      } catch (IOException e) {
        throw UnwritableException.of(folder, e);
      }
    }
    return this;
  }

  /** Whether there is a {@code run.json}. */
  public boolean hasRun() {
    return Files.exists(runFile());
  }

  /** Writes {@code run.json} atomically. */
  public void writeRun(RunRecord run) throws IOException {
    AtomicFile.write(runFile(), json.toDocument(run));
  }

  /**
   * Reads {@code run.json}.
   *
   * @throws SchemaException if it is in another schema version
   * @throws CorruptRecordException if it is missing or not a valid record
   */
  public RunRecord readRun() throws IOException {
    byte[] bytes;
    try {
      bytes = PlainFile.read(runFile(), MAX_RUN_BYTES);
    } catch (FileSystemException e) {
      if (Files.isRegularFile(runFile())) {
        throw e;
      }
      throw new CorruptRecordException(root.toString(), "not a run folder: run.json is missing", e);
    }
    return json.readRun(runFile().toString(), bytes);
  }

  /**
   * Publishes a cell's record: it is written unless there is one already, of whatever content. Of
   * several processes that publish the record of a cell, one succeeds.
   *
   * @return whether this call wrote it
   * @throws UnwritableException if it cannot be written
   */
  public boolean publishCell(CellRecord cell) throws IOException {
    return AtomicFile.publish(cellFile(cell.id()), json.toDocument(cell));
  }

  /**
   * Removes what is in place of a cell's record if it is outdated, so that another can be
   * published. A record that replaces it meanwhile is kept; anything but a plain file is moved
   * aside.
   *
   * @param outdated whether a record may be removed; an invalid one is removed in any case
   */
  public void removeCell(String id, Predicate<CellRecord> outdated) throws IOException {
    Path file = cellFile(id);
    PlainFile.moveAside(file);
    byte[] found;
    try {
      found = PlainFile.read(file, MAX_RECORD_BYTES);
    } catch (NoSuchFileException e) {
      return;
    } catch (CorruptRecordException e) {
      Files.deleteIfExists(file);
      return;
    }
    Optional<CellRecord> record;
    try {
      record = Optional.of(json.readCell(file.toString(), found));
    } catch (CorruptRecordException e) {
      record = Optional.empty();
    }
    if (record.filter(cell -> cell.id().equals(id) && !outdated.test(cell)).isEmpty()) {
      AtomicFile.remove(file, found);
    }
  }

  /** Writes a cell's record atomically, also over another. */
  public void writeCell(CellRecord cell) throws IOException {
    AtomicFile.write(cellFile(cell.id()), json.toDocument(cell));
  }

  /**
   * Reads the record of a cell; empty if it is missing or invalid.
   *
   * @throws SchemaException if it is in another schema version
   */
  public Optional<CellRecord> readCell(String id) throws IOException {
    try {
      return Optional.of(readCellFile(cellFile(id)));
    } catch (NoSuchFileException | CorruptRecordException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads the records of all cells. A file that is truncated, corrupt or not named after its cell
   * gives a warning instead of a record.
   *
   * @throws SchemaException if one is in another schema version
   */
  public CellsRead readCells() throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> listing = Files.newDirectoryStream(cells(), "*" + JSON)) {
      listing.forEach(files::add);
    } catch (NoSuchFileException e) {
      return new CellsRead(List.of(), List.of());
    } catch (NotDirectoryException e) {
      return new CellsRead(List.of(), List.of(cells() + ": a file, not a folder"));
    }
    Collections.sort(files);
    List<CellRecord> records = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (Path file : files) {
      try {
        records.add(readCellFile(file));
      } catch (CorruptRecordException e) {
        warnings.add(e.getMessage());
      } catch (FileSystemException e) {
        warnings.add(file + ": cannot be read: " + UnwritableException.reason(e));
      }
    }
    return new CellsRead(records, warnings);
  }

  private CellRecord readCellFile(Path file) throws IOException {
    CellRecord cell = json.readCell(file.toString(), PlainFile.read(file, MAX_RECORD_BYTES));
    if (!file.getFileName().toString().equals(cell.id() + JSON)) {
      throw new CorruptRecordException(file.toString(), "contains another cell, " + cell.id());
    }
    return cell;
  }

  /**
   * Deletes temporary files left by a crash.
   *
   * @param olderThan younger files are kept, since they may belong to an active writer
   * @return the number of deleted files
   */
  public int deleteStaleTemporaries(Duration olderThan) throws IOException {
    int deleted = 0;
    for (Path folder : List.of(root, cells(), claims(), checkpoints(), artefacts())) {
      deleted += AtomicFile.deleteStale(folder, olderThan);
    }
    return deleted;
  }

  /** The folder itself. */
  public Path root() {
    return root;
  }

  /** {@code run.json}. */
  public Path runFile() {
    return root.resolve("run.json");
  }

  /** The record of a cell. */
  public Path cellFile(String id) {
    return cells().resolve(Check.id("id", id) + JSON);
  }

  /**
   * The file with the events of a cell: that of its newest attempt until it ends, then {@code
   * events/ID.jsonl}.
   */
  public Path eventFile(String id) {
    Path published = publishedEvents(id);
    CellAttempts attempts = attempts(id);
    Path newest = attempts.eventFile(attempts.newest());
    if (Files.isRegularFile(newest)) {
      return newest;
    }
    return Files.exists(published) ? published : attempts.newestEvents().orElse(published);
  }

  /** The events of a cell that ended; written by its last attempt. */
  public Path publishedEvents(String id) {
    return events().resolve(Check.id("id", id) + ".jsonl");
  }

  /** The files of the attempts of a cell. */
  public CellAttempts attempts(String id) {
    return new CellAttempts(this, Check.id("id", id));
  }

  /** The log of a cell's worker. */
  public Path logFile(String id) {
    return logs().resolve(Check.id("id", id) + ".log");
  }

  /** The artefacts. */
  public ArtefactFiles artefactFiles() {
    return new ArtefactFiles(artefacts());
  }

  /** The folder of cell records. */
  public Path cells() {
    return root.resolve("cells");
  }

  /** The folder of events. */
  public Path events() {
    return root.resolve("events");
  }

  /** The folder of worker logs. */
  public Path logs() {
    return root.resolve("logs");
  }

  /** The folder of claims. */
  public Path claims() {
    return root.resolve("claims");
  }

  /** The file of the tasks for an engine. */
  public Path tasksFile() {
    return root.resolve("tasks.jsonl");
  }

  /** The folder of checkpoints. */
  public Path checkpoints() {
    return root.resolve("checkpoints");
  }

  /** The folder of trained models; created when the first one is saved. */
  public Path models() {
    return root.resolve("models");
  }

  /** The folder of artefacts. */
  public Path artefacts() {
    return root.resolve("artefacts");
  }
}
