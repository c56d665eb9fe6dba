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
import org.mtlbench.results.ArtefactRecord;
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
 * cells/ID.json       a record for each cell that ended
 * events/ID.jsonl     what a cell reported on its way
 * logs/ID.log         what its worker printed
 * checkpoints/        where an interrupted cell goes on
 * artefacts/          what cells share, such as teachers
 * </pre>
 *
 * Records are written atomically, so that any number of readers may look at any time. A report
 * needs {@code run.json}, {@code cells/} and {@code events/}; in a run that is kept, events may be
 * compressed, {@code events/ID.jsonl.gz}.
 */
public final class RunFolder {
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

  /** The run folder at a path; nothing is read or made. */
  public static RunFolder at(Path root) {
    return new RunFolder(root);
  }

  /**
   * Makes the folder and its parts, where they are missing; links to folders count as folders.
   *
   * @throws UnwritableException naming the part that cannot be made
   */
  public RunFolder create() throws UnwritableException {
    for (Path folder : List.of(cells(), events(), logs(), checkpoints(), artefacts())) {
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
   * @throws CorruptRecordException if there is none, or it is not a whole and valid record
   */
  public RunRecord readRun() throws IOException {
    byte[] bytes;
    try {
      bytes = PlainFile.read(runFile(), MAX_RUN_BYTES);
    } catch (FileSystemException e) {
      if (Files.isRegularFile(runFile())) {
        throw e;
      }
      throw new CorruptRecordException(root.toString(), "no run.json, not a run folder", e);
    }
    return json.readRun(runFile().toString(), bytes);
  }

  /** Writes a cell's record atomically. */
  public void writeCell(CellRecord cell) throws IOException {
    AtomicFile.write(cellFile(cell.id()), json.toDocument(cell));
  }

  /**
   * Reads a cell's record; empty if there is none, or none that is whole and valid.
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
   * Reads every cell's record. A file that is half-written, corrupt or not named after its cell
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
      return new CellsRead(List.of(), List.of(cells() + ": a file in place of a folder"));
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
      throw new CorruptRecordException(file.toString(), "holds another cell, " + cell.id());
    }
    return cell;
  }

  /**
   * Deletes temporary files that a crash left behind.
   *
   * @param olderThan younger ones may belong to a writer at work and stay
   * @return how many were deleted
   */
  public int deleteStaleTemporaries(Duration olderThan) throws IOException {
    int deleted = 0;
    for (Path folder : List.of(root, cells(), checkpoints(), artefacts())) {
      deleted += AtomicFile.deleteStale(folder, olderThan);
    }
    return deleted;
  }

  /**
   * Deletes temporary files that writers of a file left behind. Nobody may be writing it.
   *
   * @return how many were deleted
   */
  public static int deleteTemporariesOf(Path target) throws IOException {
    return AtomicFile.deleteOf(target);
  }

  /**
   * Writes what cells share: first the tensors, then the record that vouches for them, each
   * atomically. What is in their place and is no file is moved aside.
   *
   * @param record of these tensors
   */
  public void writeArtefact(ArtefactRecord record, byte[] tensors) throws IOException {
    PlainFile.moveAside(artefactTensors(record.key()));
    PlainFile.moveAside(artefactFile(record.key()));
    AtomicFile.write(artefactTensors(record.key()), tensors);
    AtomicFile.write(artefactFile(record.key()), json.toDocument(record));
  }

  /** Reads an artefact's record; empty if there is none, or none that is whole and valid. */
  public Optional<ArtefactRecord> readArtefact(String key) throws IOException {
    Path file = artefactFile(key);
    try {
      byte[] bytes = PlainFile.read(file, MAX_RECORD_BYTES);
      ArtefactRecord record = json.readArtefact(file.toString(), bytes);
      return Optional.of(record).filter(found -> found.key().equals(key));
    } catch (NoSuchFileException | CorruptRecordException | SchemaException e) {
      return Optional.empty();
    }
  }

  /** The folder itself. */
  public Path root() {
    return root;
  }

  /** {@code run.json}. */
  public Path runFile() {
    return root.resolve("run.json");
  }

  /** A cell's record. */
  public Path cellFile(String id) {
    return cells().resolve(Check.id("id", id) + JSON);
  }

  /** A cell's events. */
  public Path eventFile(String id) {
    return events().resolve(Check.id("id", id) + ".jsonl");
  }

  /** What a cell's worker printed. */
  public Path logFile(String id) {
    return logs().resolve(Check.id("id", id) + ".log");
  }

  /** Where a cell goes on that was interrupted. */
  public Path checkpointFile(String id) {
    return checkpoints().resolve(Check.id("id", id) + ".checkpoint");
  }

  /** Locked by the worker that trains a cell. */
  public Path cellLock(String id) {
    return checkpoints().resolve(Check.id("id", id) + ".lock");
  }

  /** An artefact's record. */
  public Path artefactFile(String key) {
    return artefacts().resolve(Check.id("key", key) + JSON);
  }

  /** An artefact's tensors, in the safetensors format. */
  public Path artefactTensors(String key) {
    return artefacts().resolve(Check.id("key", key) + ".safetensors");
  }

  /** Locked by whoever makes an artefact. */
  public Path artefactLock(String key) {
    return artefacts().resolve(Check.id("key", key) + ".lock");
  }

  /** The folder of the cells' records. */
  public Path cells() {
    return root.resolve("cells");
  }

  /** The folder of the cells' events. */
  public Path events() {
    return root.resolve("events");
  }

  /** The folder of the workers' logs. */
  public Path logs() {
    return root.resolve("logs");
  }

  /** The folder of checkpoints. */
  public Path checkpoints() {
    return root.resolve("checkpoints");
  }

  /** The folder of what cells share. */
  public Path artefacts() {
    return root.resolve("artefacts");
  }
}
