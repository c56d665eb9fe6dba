package org.mtlbench.engine.process;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.mtlbench.engine.log.LogTail;
import org.mtlbench.engine.worker.ThrownFailure;
import org.mtlbench.results.FailureKind;
import org.mtlbench.results.FailureRecord;

/**
 * The reason for the end of a worker that wrote no record.
 *
 * @param kind what happened
 * @param reason in one line
 */
public record WorkerExit(FailureKind kind, String reason) {
  /** Exit codes above this value mean that the process was ended by a signal. */
  private static final int SIGNAL_BASE = 128;

  /** The exit code of a worker whose heap is full, as set on its command line. */
  private static final int HEAP_FULL = 3;

  private static final String HEAP_WORDS = "Terminating due to java.lang.OutOfMemoryError";
  private static final List<String> NATIVE_WORDS =
      List.of(
          "insufficient memory for the Java Runtime Environment",
          "Could not reserve enough space",
          "Failed to reserve memory",
          "std::bad_alloc");
  private static final String THROWN_WORDS = "Exception in thread \"main\" ";
  private static final int MAX_LINE_LENGTH = 200;

  /** Lines of stack traces, warnings of libtorch, and lines of the worker's own logger. */
  private static final Pattern NOISE =
      Pattern.compile("^\\s+at |^\\s*\\.\\.\\. \\d+ |^Caused by: |^\\[W|^\\d{4}-\\d\\d-\\d\\dT");

  /** The class name before the message of an exception. */
  private static final Pattern JAVA_TYPE =
      Pattern.compile("(?:[a-z]\\w*\\.)+[A-Z][\\w$]*(?:Exception|Error)(?:: |$)");

  /**
   * Determines the reason from the exit code and the log.
   *
   * @param exitCode exit code of the process
   * @param log log of the worker; may be missing
   */
  public static WorkerExit of(int exitCode, Path log) {
    List<String> tail = LogTail.of(log);
    if (exitCode == HEAP_FULL && says(tail, HEAP_WORDS)) {
      return new WorkerExit(
          FailureKind.OUT_OF_HEAP,
          "out of memory: the worker's Java heap of " + WorkerCommand.HEAP + " was full");
    }
    String how = "the worker ended with exit code " + exitCode;
    if (exitCode != 0 && NATIVE_WORDS.stream().anyMatch(words -> says(tail, words))) {
      return with(
          FailureKind.OUT_OF_NATIVE_MEMORY, "out of memory outside of the Java heap: " + how, tail);
    }
    if (exitCode != 0 && tail.stream().anyMatch(ThrownFailure::deviceMemory)) {
      return with(
          FailureKind.OUT_OF_DEVICE_MEMORY,
          "out of GPU memory: " + ThrownFailure.DEVICE_ADVICE + "; " + how,
          tail);
    }
    int signal = exitCode - SIGNAL_BASE;
    String cause =
        switch (signal) {
          case 4 -> " (crashed: illegal instruction)";
          case 6 -> " (crashed: aborted by native code)";
          case 7, 11 -> " (crashed: a memory fault in native code)";
          case 8 -> " (crashed: an arithmetic fault in native code)";
          case 9 -> " (killed, often by the system for lack of memory)";
          case 15 -> " (killed: asked to end by another process)";
          default ->
              signal > 0
                  ? " (killed by signal " + signal + ")"
                  : says(tail, THROWN_WORDS)
                      ? " (an error outside of the cell's training)"
                      : " and left no result, as when a plugin ends the process";
        };
    return with(kind(signal, tail), how + cause, tail);
  }

  private static FailureKind kind(int signal, List<String> tail) {
    return switch (signal) {
      case 4, 6, 7, 8, 11 -> FailureKind.CRASHED;
      default ->
          signal > 0
              ? FailureKind.KILLED
              : says(tail, THROWN_WORDS) ? FailureKind.THREW : FailureKind.EXITED;
    };
  }

  private static WorkerExit with(FailureKind kind, String how, List<String> tail) {
    String words = lastWords(tail);
    return new WorkerExit(kind, words.isEmpty() ? how : how + "; last output: " + words);
  }

  /** The last line of output, without stack traces and warnings of libraries; may be empty. */
  public static String lastWords(List<String> tail) {
    List<String> said = tail.stream().filter(line -> !NOISE.matcher(line).find()).toList();
    String last =
        said.stream()
            .filter(line -> line.startsWith(THROWN_WORDS))
            .map(line -> line.substring(THROWN_WORDS.length()))
            .findFirst()
            .orElse(said.isEmpty() ? "" : said.get(said.size() - 1));
    String words = JAVA_TYPE.matcher(last).replaceAll("");
    return words.length() <= MAX_LINE_LENGTH
        ? words
        : words.substring(0, MAX_LINE_LENGTH - 3) + "...";
  }

  private static boolean says(List<String> tail, String words) {
    return tail.stream().anyMatch(line -> line.contains(words));
  }

  /** The failure for the record. */
  public FailureRecord failure(Path log) {
    return new FailureRecord(kind, LogTail.of(log));
  }
}
