package org.mtlbench.engine.lock;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.mtlbench.engine.environment.Machine;
import org.mtlbench.results.folder.CellAttempts;
import org.mtlbench.results.folder.RunFolder;

/**
 * The right to train a cell and to publish its result, with a fencing token. It needs no file
 * locks: a claim is a file that only one process can create, also on network file systems.
 *
 * <p>A claim ends when another process claims the cell, whether or not its holder still lives. Who
 * may do so is decided by whoever starts attempts: the runner of a folder for its own cells, or an
 * engine such as Slurm, which starts a task again once it believes it dead. A holder that lives on,
 * for example one that was stopped and continued, notices at the next boundary and stops without
 * writing. Until then it writes only to files with its own token.
 */
public final class Claim {
  private static final Duration CHECK = Duration.ofSeconds(1);

  private final CellAttempts attempts;
  private final long token;
  private long checked = System.nanoTime();
  private boolean noticed;

  private Claim(CellAttempts attempts, long token) {
    this.attempts = attempts;
    this.token = token;
  }

  /**
   * Claims a cell; supersedes all earlier claims.
   *
   * @throws org.mtlbench.results.folder.UnwritableException if the folder cannot be written
   */
  public static Claim take(RunFolder folder, String cell) throws IOException {
    CellAttempts attempts = folder.attempts(cell);
    String holder =
        "process "
            + ProcessHandle.current().pid()
            + " on "
            + Machine.host()
            + " at "
            + Instant.now();
    return new Claim(attempts, attempts.claim(holder));
  }

  /** A claim that this process or its parent holds. */
  public static Claim held(RunFolder folder, String cell, long token) {
    return new Claim(folder.attempts(cell), token);
  }

  /** The token, from 1; higher than those of all earlier claims of the cell. */
  public long token() {
    return token;
  }

  /** Whether another process has claimed the cell since. */
  public boolean superseded() {
    return attempts.exists(token + 1);
  }

  /** As {@link #superseded}, but the file system is accessed at most once per second. */
  public synchronized boolean noticedSuperseded() {
    long now = System.nanoTime();
    if (!noticed && now - checked >= CHECK.toNanos()) {
      checked = now;
      noticed = superseded();
    }
    return noticed;
  }
}
