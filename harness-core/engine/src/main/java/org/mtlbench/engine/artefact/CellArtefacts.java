package org.mtlbench.engine.artefact;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Optional;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.phase.Artefact;
import org.mtlbench.engine.lock.WaitingLock;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.results.ArtefactRecord;
import org.mtlbench.results.PhaseRecord;
import org.mtlbench.results.folder.PlainFile;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.json.CorruptRecordException;
import org.mtlbench.results.score.Scores;

/** The artefacts of a run folder that a cell can use. */
public final class CellArtefacts {
  /** The maximum size of a tensor file, which must fit into a Java heap of 2 GiB. */
  private static final long MAX_TENSOR_BYTES = 1L << 30;

  private final RunFolder folder;
  private final CellSpec cell;
  private final String provenance;

  /**
   * Creates the artefacts of a cell.
   *
   * @param folder existing run folder
   * @param provenance hash over the code, engine and data of the cell
   */
  public CellArtefacts(RunFolder folder, CellSpec cell, String provenance) {
    this.folder = folder;
    this.cell = cell;
    this.provenance = provenance;
  }

  /**
   * An artefact of which this worker holds the lock, so that others wait instead of making it too.
   * Without file locks, several workers may make it; the first one to save it wins.
   */
  public final class Held implements AutoCloseable {
    private final Artefact artefact;
    private final String key;
    private final WaitingLock lock;
    private Optional<ArtefactRecord> unusable = Optional.empty();

    private Held(Artefact artefact, String key, WaitingLock lock) {
      this.artefact = artefact;
      this.key = key;
      this.lock = lock;
    }

    /** The artefact's key. */
    public String key() {
      return key;
    }

    /**
     * Loads the artefact into a model; returns empty if it does not exist, is corrupt, or does not
     * fit the model.
     */
    public Optional<ArtefactRecord> load(Model into) throws IOException {
      Optional<ArtefactRecord> record = folder.artefactFiles().read(key);
      unusable = record;
      if (record.isEmpty()) {
        return Optional.empty();
      }
      boolean loaded;
      try {
        byte[] tensors =
            PlainFile.read(folder.artefactFiles().tensorFile(record.get()), MAX_TENSOR_BYTES);
        loaded =
            checksum(tensors).equals(record.get().tensors()) && ModelTensors.decode(tensors, into);
      } catch (NoSuchFileException | CorruptRecordException e) {
        loaded = false;
      }
      return loaded ? record : Optional.empty();
    }

    /**
     * Saves the result of a phase. If another worker has saved the artefact meanwhile, its content
     * is loaded into the model, so that all cells use the same one.
     *
     * @param made epochs and times of the phase
     * @param scores validation scores
     */
    public void save(PhaseRecord made, Scores scores, Model model) throws IOException {
      byte[] tensors = ModelTensors.encode(model);
      ArtefactRecord record =
          new ArtefactRecord(
              ArtefactRecord.SCHEMA,
              key,
              artefact.name(),
              cell.id(),
              made.epochs(),
              made.wallSeconds(),
              made.cpuSeconds(),
              scores,
              checksum(tensors),
              Instant.now());
      while (!folder.artefactFiles().publish(record, tensors) && load(model).isEmpty()) {
        folder.artefactFiles().remove(key, unusable);
      }
    }

    @Override
    public void close() throws IOException {
      lock.close();
    }
  }

  /**
   * Locks an artefact; waits until no other worker holds it.
   *
   * @param whileWaiting called repeatedly while waiting; may throw to cancel
   */
  public Held hold(Artefact artefact, Runnable whileWaiting) throws IOException {
    String key = ArtefactKey.of(artefact, cell, provenance);
    return new Held(
        artefact, key, WaitingLock.take(folder.artefactFiles().lockFile(key), whileWaiting));
  }

  /** Whether this cell created an artefact. */
  public boolean madeBy(ArtefactRecord made) {
    return made.cell().equals(cell.id());
  }

  private static String checksum(byte[] bytes) {
    return Hashing.sha256().hashBytes(bytes).toString();
  }
}
