package org.mtlbench.engine.run;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Why a worker ended that left no record, in one line. */
final class WorkerExit {
  /** Above this the system ended the process by a signal. */
  private static final int SIGNAL_BASE = 128;

  private static final int TAIL_BYTES = 4096;
  private static final int LONGEST_LINE = 200;

  private WorkerExit() {}

  /**
   * Describes the end of a worker.
   *
   * @param exitCode as the system gave it
   * @param log what the worker printed; may be missing
   */
  static String describe(int exitCode, Path log) {
    String how = "the worker ended with exit code " + exitCode + cause(exitCode);
    String last = lastLine(log);
    return last.isEmpty() ? how : how + "; its last words: " + last;
  }

  private static String cause(int exitCode) {
    return switch (exitCode - SIGNAL_BASE) {
      case 4 -> " (illegal instruction)";
      case 6 -> " (aborted by native code)";
      case 7, 11 -> " (a memory fault in native code)";
      case 9 -> " (killed, often by the system for lack of memory)";
      case 15 -> " (asked to end by another process)";
      default -> exitCode > SIGNAL_BASE ? " (signal " + (exitCode - SIGNAL_BASE) + ")" : "";
    };
  }

  static String lastLine(Path log) {
    List<String> lines = tail(log).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    if (lines.isEmpty()) {
      return "";
    }
    String last = lines.get(lines.size() - 1);
    return last.length() <= LONGEST_LINE ? last : last.substring(0, LONGEST_LINE - 3) + "...";
  }

  private static String tail(Path log) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(Math.max(0, file.length() - TAIL_BYTES));
      byte[] bytes = new byte[TAIL_BYTES];
      int read = Math.max(0, file.read(bytes));
      return new String(bytes, 0, read, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
