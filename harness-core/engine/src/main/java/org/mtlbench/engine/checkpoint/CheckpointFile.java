package org.mtlbench.engine.checkpoint;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.google.common.hash.Hashing;
import com.google.common.hash.HashingInputStream;
import com.google.common.hash.HashingOutputStream;
import com.google.common.io.ByteStreams;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.results.folder.AtomicFile;
import org.mtlbench.results.folder.PlainFile;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.json.CorruptRecordException;
import org.mtlbench.results.json.ResultsJson;

/**
 * A checkpoint on disk: the progress as JSON, the numbers, the tensors, and the SHA-256 of
 * everything before it, by which incomplete files are detected. It is written and read by the same
 * machine, in its byte order.
 */
public final class CheckpointFile {
  /**
   * The maximum size of a checkpoint; a worker with a Java heap of 2 GiB cannot write a larger one.
   */
  public static final long MAX_BYTES = 2L << 30;

  private static final int DIGEST = 32;
  private static final int BUFFER = 1 << 16;
  private static final String BROKEN = "the file is corrupt";

  private final Path path;
  private final ResultsJson json = new ResultsJson();

  /** Creates a checkpoint file object for a path, without accessing the file. */
  public CheckpointFile(Path path) {
    this.path = path;
  }

  /**
   * Writes the checkpoint atomically.
   *
   * @throws org.mtlbench.results.folder.UnwritableException if it cannot be written; an earlier
   *     checkpoint is kept
   */
  void write(Checkpoint checkpoint) throws IOException {
    byte[] progress = json.toLine(checkpoint.progress()).getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(path, out -> write(progress, checkpoint.state(), out));
  }

  private static void write(byte[] progress, HostState state, OutputStream out) throws IOException {
    HashingOutputStream hashed = new HashingOutputStream(Hashing.sha256(), out);
    DataOutputStream data = new DataOutputStream(hashed);
    data.writeInt(progress.length);
    data.write(progress);
    data.writeInt(state.numbers().size());
    for (Map.Entry<String, double[]> entry : state.numbers().entrySet()) {
      data.writeUTF(entry.getKey());
      data.writeInt(entry.getValue().length);
      for (double value : entry.getValue()) {
        data.writeDouble(value);
      }
    }
    data.writeInt(state.tensors().size());
    for (Map.Entry<String, HostTensor> entry : state.tensors().entrySet()) {
      HostTensor tensor = entry.getValue();
      data.writeUTF(entry.getKey());
      data.writeUTF(tensor.type().name());
      data.writeInt(tensor.shape().dimension());
      for (long size : tensor.shape().getShape()) {
        data.writeLong(size);
      }
      data.writeInt(tensor.bytes().length);
      data.write(tensor.bytes());
    }
    data.flush();
    out.write(hashed.hash().asBytes());
  }

  /**
   * Reads the checkpoint; empty if there is none.
   *
   * @param key key of the cell that resumes
   * @throws UnusableCheckpointException if it is corrupt, too large, of another version, or has
   *     another key
   */
  public Optional<Checkpoint> read(CheckpointKey key) throws IOException {
    return whole(key, CheckpointFile::state);
  }

  /**
   * Verifies the complete file and returns only the progress, using little memory; empty if there
   * is none.
   *
   * @param key key of the cell that resumes
   * @throws UnusableCheckpointException as for {@link #read}
   */
  public Optional<ProgressState> verify(CheckpointKey key) throws IOException {
    return whole(key, data -> HostState.NONE).map(Checkpoint::progress);
  }

  /** Reads or skips the data after the progress. */
  @FunctionalInterface
  private interface Rest {
    HostState read(DataInputStream data) throws IOException;
  }

  private Optional<Checkpoint> whole(CheckpointKey key, Rest rest) throws IOException {
    try (InputStream file = open()) {
      checkDigest(file);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    Checkpoint found;
    try (DataInputStream data = new DataInputStream(new BufferedInputStream(open(), BUFFER))) {
      ProgressState progress = progress(data);
      found = new Checkpoint(progress, rest.read(data));
    } catch (UnusableCheckpointException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new UnusableCheckpointException(String.valueOf(e.getMessage()));
    }
    check(key, found.progress());
    return Optional.of(found);
  }

  private InputStream open() throws IOException {
    try {
      PlainFile.check(path, MAX_BYTES);
    } catch (CorruptRecordException e) {
      throw new UnusableCheckpointException(e.getMessage());
    }
    return Files.newInputStream(path);
  }

  private void checkDigest(InputStream file) throws IOException {
    long length = Files.size(path) - DIGEST;
    if (length <= 0) {
      throw new UnusableCheckpointException(BROKEN);
    }
    HashingInputStream content =
        new HashingInputStream(Hashing.sha256(), ByteStreams.limit(file, length));
    ByteStreams.exhaust(content);
    if (!Arrays.equals(content.hash().asBytes(), file.readNBytes(DIGEST))) {
      throw new UnusableCheckpointException(BROKEN);
    }
  }

  /**
   * Reads only the progress, in a time independent of the model's size; empty if there is no
   * checkpoint. For display only: corruption after the progress is not detected.
   *
   * @param key key of the cell that resumes
   * @throws UnusableCheckpointException as for {@link #read}
   */
  public Optional<ProgressState> readProgress(CheckpointKey key) throws IOException {
    ProgressState found;
    try (InputStream in = open()) {
      found = progress(new DataInputStream(in));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (UnusableCheckpointException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new UnusableCheckpointException(BROKEN);
    }
    check(key, found);
    return Optional.of(found);
  }

  private static void check(CheckpointKey key, ProgressState found)
      throws UnusableCheckpointException {
    Optional<String> difference = key.differenceOf(found.key());
    if (difference.isPresent()) {
      throw new UnusableCheckpointException(difference.get());
    }
  }

  private ProgressState progress(DataInputStream data) throws IOException {
    int length = data.readInt();
    if (length < 0 || length > RunFolder.MAX_RECORD_BYTES) {
      throw new UnusableCheckpointException(BROKEN);
    }
    byte[] text = data.readNBytes(length);
    String place = path.toString();
    var tree = json.readTree(place, text);
    ResultsJson.checkSchema(place, tree, ProgressState.SCHEMA, ProgressState.SCHEMA);
    return json.bind(place, tree, ProgressState.class);
  }

  private static HostState state(DataInputStream data) throws IOException {
    Map<String, double[]> numbers = new LinkedHashMap<>();
    for (int left = data.readInt(); left > 0; left--) {
      String name = data.readUTF();
      double[] values = new double[data.readInt()];
      for (int i = 0; i < values.length; i++) {
        values[i] = data.readDouble();
      }
      numbers.put(name, values);
    }
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    for (int left = data.readInt(); left > 0; left--) {
      String name = data.readUTF();
      DataType type = DataType.valueOf(data.readUTF());
      long[] sizes = new long[data.readInt()];
      for (int i = 0; i < sizes.length; i++) {
        sizes[i] = data.readLong();
      }
      byte[] bytes = new byte[data.readInt()];
      data.readFully(bytes);
      tensors.put(name, new HostTensor(new Shape(sizes), type, bytes));
    }
    return new HostState(tensors, numbers);
  }

  /** The size of the file in bytes. */
  long size() throws IOException {
    return Files.size(path);
  }

  /** Deletes the file if it exists. */
  public void delete() throws IOException {
    Files.deleteIfExists(path);
  }
}
