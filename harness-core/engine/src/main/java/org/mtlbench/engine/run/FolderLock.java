package org.mtlbench.engine.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.engine.environment.Machine;
import org.mtlbench.engine.plan.Shard;
import org.mtlbench.results.folder.PlainFile;
import org.mtlbench.results.json.CorruptRecordException;

/**
 * Locks a run folder for one runner, or for several runners of shards with the same count; the
 * system releases the lock when the process ends for any reason. The lock prevents mistakes of
 * users; results do not depend on it, see {@link org.mtlbench.engine.lock.Claim}.
 *
 * <p>A runner of the whole plan locks {@code run.lock} exclusively. Shards share it, and each locks
 * an additional file. Each file contains the name of its holder.
 */
final class FolderLock implements Closeable {
  /** The lock's file in the run folder. */
  static final String FILE = "run.lock";

  private static final String RUN = "run";

  private static final Pattern SHARD_FILE = Pattern.compile("run-(\\d+)-of-(\\d+)\\.lock");

  /** The locked byte is after the content, which can thus be read where locks prevent reading. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private static final int MAX_HOLDER_BYTES = 200;

  private final List<FileChannel> channels = new ArrayList<>();

  private FolderLock() {}

  /** The name of a run or shard, with which its files in the run folder start. */
  static String name(Optional<Shard> shard) {
    return shard.map(s -> RUN + "-" + s.index() + "-of-" + s.count()).orElse(RUN);
  }

  /** Whether a file of the run folder is one of its locks. */
  static boolean isLockFile(String name) {
    return name.equals(FILE) || SHARD_FILE.matcher(name).matches();
  }

  /**
   * Acquires the lock.
   *
   * @param folder existing run folder
   * @param shard shard to run; the whole plan if empty
   * @throws HarnessException if another runner holds it; the message names its process
   */
  static FolderLock take(Path folder, Optional<Shard> shard) throws IOException {
    FolderLock lock = new FolderLock();
    boolean taken = false;
    try {
      if (shard.isPresent()) {
        lock.takeShard(folder, shard.get());
      } else if (!lock.attempt(folder.resolve(FILE), false)) {
        throw rejected(folder, holders(folder));
      }
      taken = true;
      return lock;
    } finally {
      if (!taken) {
        lock.close();
      }
    }
  }

  private void takeShard(Path folder, Shard shard) throws IOException {
    if (!attempt(folder.resolve(FILE), true)) {
      throw rejected(folder, holders(folder));
    }
    Path own = folder.resolve(name(Optional.of(shard)) + ".lock");
    if (!attempt(own, false)) {
      throw rejected(folder, holder(own));
    }
    // Locks before checking for others, so that of two different divisions started at once both are
    // rejected.
    for (Path other : shardFiles(folder)) {
      Matcher match = SHARD_FILE.matcher(other.getFileName().toString());
      boolean sameDivision = match.matches() && match.group(2).equals("" + shard.count());
      if (!sameDivision && held(other)) {
        throw rejected(folder, holder(other) + " for a shard of another division");
      }
    }
  }

  private boolean attempt(Path file, boolean shared) throws IOException {
    PlainFile.moveAside(file);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    channels.add(channel);
    if (!lock(channel, shared)) {
      return false;
    }
    if (!shared) {
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(self().getBytes(StandardCharsets.UTF_8)), 0);
    }
    return true;
  }

  private static boolean lock(FileChannel channel, boolean shared) throws IOException {
    try {
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, shared);
      return lock != null;
    } catch (OverlappingFileLockException e) {
      // held by this process: rejected like any other
      return false;
    } catch (IOException e) {
      // A file system without locks: a second run is not detected; each cell still has one result,
      // see Claim.
      return true;
    }
  }

  private static boolean held(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return !lock(channel, false);
    }
  }

  /**
   * Describes the holder of the folder: the runner of the whole plan, otherwise the first running
   * shard.
   */
  private static String holders(Path folder) throws IOException {
    for (Path file : shardFiles(folder)) {
      if (held(file)) {
        return holder(file);
      }
    }
    return holder(folder.resolve(FILE));
  }

  private static List<Path> shardFiles(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "run-*-of-*.lock")) {
      entries.forEach(files::add);
    }
    return files;
  }

  private static String holder(Path file) throws IOException {
    try {
      byte[] text = PlainFile.read(file, MAX_HOLDER_BYTES);
      return text.length == 0 ? "another process" : new String(text, StandardCharsets.UTF_8);
    } catch (CorruptRecordException e) {
      return "another process";
    }
  }

  private static String self() {
    return "process " + ProcessHandle.current().pid() + " on " + Machine.host();
  }

  private static HarnessException rejected(Path folder, String holder) {
    return new HarnessException(
        ErrorCategory.FOLDER_IN_USE,
        "run folder: " + folder + " is in use by " + holder,
        "Wait for that run or end it, or name another folder with --out");
  }

  @Override
  public void close() throws IOException {
    for (FileChannel channel : channels) {
      channel.close();
    }
  }
}
