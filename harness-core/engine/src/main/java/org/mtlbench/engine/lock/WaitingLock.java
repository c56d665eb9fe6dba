package org.mtlbench.engine.lock;

import static org.mtlbench.engine.log.WorkerLogger.LOG;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.mtlbench.results.folder.PlainFile;

/**
 * A file lock that one process holds at a time, while others wait. The system releases it when the
 * process ends for any reason. On a file system without locks every process gets it at once, so it
 * may only avoid work that would be done twice, never protect files.
 */
public final class WaitingLock implements Closeable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final FileChannel channel;

  private WaitingLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits until the lock is free and acquires it.
   *
   * @param file created if it is missing; not deleted, since others may wait for it. Anything other
   *     than a regular file in its place is moved aside
   * @param whileWaiting called repeatedly while waiting; may throw to cancel
   */
  public static WaitingLock take(Path file, Runnable whileWaiting) throws IOException {
    PlainFile.moveAside(file);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean held = false;
    try {
      held = attempt(channel);
      while (!held) {
        whileWaiting.run();
        sleep();
        held = attempt(channel);
      }
    } finally {
      if (!held) {
        channel.close();
      }
    }
    return new WaitingLock(channel);
  }

  private static boolean attempt(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      // held by another thread of this process
      return false;
    } catch (IOException e) {
      LOG.info("no file locks, continues without: " + e.getMessage());
      return true;
    }
  }

  private static void sleep() throws IOException {
    try {
      Thread.sleep(POLL.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while another process held a lock");
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
