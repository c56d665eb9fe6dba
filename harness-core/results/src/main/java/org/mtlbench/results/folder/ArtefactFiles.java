package org.mtlbench.results.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.mtlbench.results.ArtefactRecord;
import org.mtlbench.results.check.Check;
import org.mtlbench.results.json.CorruptRecordException;
import org.mtlbench.results.json.ResultsJson;
import org.mtlbench.results.json.SchemaException;

/** The artefacts of a run folder: a record and a file of tensors each. */
public final class ArtefactFiles {
  private final Path folder;
  private final ResultsJson json = new ResultsJson();

  ArtefactFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Publishes an artefact, first the tensors, then the record, unless another process has published
   * one with this key. Anything but a plain file in their place is moved aside.
   *
   * @param record record of these tensors
   * @return whether this call wrote the record
   */
  public boolean publish(ArtefactRecord record, byte[] tensors) throws IOException {
    PlainFile.moveAside(tensorFile(record));
    PlainFile.moveAside(recordFile(record.key()));
    // The name contains the checksum: what is in place has this content, or is corrupt.
    AtomicFile.write(tensorFile(record), tensors);
    return AtomicFile.publish(recordFile(record.key()), json.toDocument(record));
  }

  /**
   * Removes the record of an artefact that cannot be used, so that another can be published. A
   * record that replaces it meanwhile is kept.
   *
   * @param unusable the record as it was read; empty for an invalid one
   */
  public void remove(String key, Optional<ArtefactRecord> unusable) throws IOException {
    Path file = recordFile(key);
    PlainFile.moveAside(file);
    byte[] found;
    try {
      found = PlainFile.read(file, RunFolder.MAX_RECORD_BYTES);
    } catch (NoSuchFileException e) {
      return;
    } catch (CorruptRecordException e) {
      Files.deleteIfExists(file);
      return;
    }
    if (read(key).equals(unusable)) {
      AtomicFile.remove(file, found);
    }
  }

  /** Reads the record of an artefact; empty if it is missing or invalid. */
  public Optional<ArtefactRecord> read(String key) throws IOException {
    Path file = recordFile(key);
    try {
      byte[] bytes = PlainFile.read(file, RunFolder.MAX_RECORD_BYTES);
      ArtefactRecord record = json.readArtefact(file.toString(), bytes);
      return Optional.of(record).filter(found -> found.key().equals(key));
    } catch (NoSuchFileException | CorruptRecordException | SchemaException e) {
      return Optional.empty();
    }
  }

  /** The record of an artefact. */
  public Path recordFile(String key) {
    return folder.resolve(Check.id("key", key) + ".json");
  }

  /**
   * The tensors of an artefact, in the safetensors format. The name contains the start of their
   * checksum, so that the record of one process never describes the tensors of another.
   */
  public Path tensorFile(ArtefactRecord record) {
    String checksum = record.tensors().substring(0, Math.min(16, record.tensors().length()));
    return folder.resolve(Check.id("key", record.key()) + "-" + checksum + ".safetensors");
  }

  /** The lock file held by the worker that makes an artefact. */
  public Path lockFile(String key) {
    return folder.resolve(Check.id("key", key) + ".lock");
  }
}
