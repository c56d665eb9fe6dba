package org.mtlbench.engine.isolation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.mtlbench.engine.environment.Durations;
import org.mtlbench.engine.isolation.Breadcrumbs.Crumb;
import org.mtlbench.engine.plugins.CallTrace.Limit;
import org.mtlbench.engine.process.ProgramClassPath;

/** Starts a process that loads plugins and answers one question, and supervises it. */
final class PluginProcess {
  private static final String HEAP_OPTION = "-Xmx2g";
  private static final String HEAP_WORDS = "Terminating due to java.lang.OutOfMemoryError";
  private static final int HEAP_FULL = 3;
  private static final int SIGNAL_BASE = 128;

  private static final Duration POLL = Duration.ofMillis(20);
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration READING_LIMIT = Duration.ofHours(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ExchangeFolder folder;
  private final List<Path> jars;
  private final Duration limit;
  private final Consumer<String> notices;
  private final Consumer<String> log;

  private long noticed;
  private long call;
  private long since = System.nanoTime();
  private long logged;

  /**
   * @param limit time limit of a plugin call that reads no data
   * @param notices receives a line when a call takes long
   * @param log receives the log of a download
   */
  PluginProcess(
      ExchangeFolder folder,
      List<Path> jars,
      Duration limit,
      Consumer<String> notices,
      Consumer<String> log) {
    this.folder = folder;
    this.jars = jars;
    this.limit = limit;
    this.notices = notices;
    this.log = log;
  }

  /** Starts the process and waits for its answer or its end. */
  Ending run() throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command()).redirectErrorStream(true).start();
    try (AtExit atExit =
        new AtExit(
            () -> {
              kill(process);
              folder.delete();
            })) {
      OutputTail output = OutputTail.follow(process.getInputStream());
      Optional<String> late = watch(process);
      if (late.isPresent()) {
        kill(process);
      }
      process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      atExit.stopIfEnding();
      passOnLog();
      Optional<Answer> answer = folder.readAnswer();
      String what =
          answer.isPresent()
              ? answer.get().thrown().map(reason -> "failed (" + reason + ")").orElse("")
              : late.orElseGet(() -> death(process.exitValue(), output.text()));
      return new Ending(
          answer, what, Breadcrumbs.read(folder.breadcrumbs(), jars), exiting(), output.text());
    } finally {
      kill(process);
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            HEAP_OPTION,
            "-XX:+UseSerialGC",
            // the C2 compiler does not pay off in a process that lives for seconds
            "-XX:TieredStopAtLevel=1",
            // a full heap can break any code; the question is then repeated without the plugin
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:ErrorFile=" + folder.crash(),
            "-XX:-CreateCoredumpOnCrash",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Dai.djl.offline=true",
            "-DOPT_OUT_TRACKING=true"));
    command.addAll(List.of("-cp", ProgramClassPath.of(PluginProcessMain.class.getClassLoader())));
    command.addAll(List.of(PluginProcessMain.class.getName(), folder.root().toString()));
    return command;
  }

  /** Waits until the process has answered or ended; returns the reason if it exceeded a limit. */
  private Optional<String> watch(Process process) throws IOException, InterruptedException {
    while (!process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
      passOnLog();
      if (folder.readAnswer().isPresent()) {
        return Optional.empty();
      }
      Optional<Crumb> crumb = Breadcrumbs.read(folder.breadcrumbs(), jars);
      long number = crumb.map(Crumb::number).orElse(0L);
      if (number != call) {
        call = number;
        since = System.nanoTime();
      }
      Duration waited = Duration.ofNanos(System.nanoTime() - since);
      Duration allowed = crumb.map(c -> allowed(c.call().limit())).orElse(START_LIMIT);
      if (waited.compareTo(allowed) > 0) {
        boolean ofUser = crumb.filter(c -> c.call().limit() == Limit.CALL).isPresent();
        return Optional.of(
            "did not return within "
                + Durations.text(allowed)
                + (ofUser ? " (--plugin-timeout)" : ""));
      }
      if (waited.compareTo(PATIENCE) > 0 && crumb.isPresent() && noticed != call) {
        noticed = call;
        notice(crumb.get(), allowed);
      }
    }
    return Optional.empty();
  }

  private Duration allowed(Limit kind) {
    return switch (kind) {
      case CALL -> limit;
      case READING -> READING_LIMIT;
      case NONE -> Duration.ofDays(365);
    };
  }

  private void notice(Crumb crumb, Duration allowed) {
    if (!crumb.call().suspects().isEmpty() && crumb.call().limit() != Limit.NONE) {
      notices.accept(
          "waiting for "
              + crumb.call().suspects().get(0).jar().getFileName()
              + ", while "
              + crumb.call().phrase()
              + "; gives up after "
              + Durations.text(allowed));
    }
  }

  private void passOnLog() throws IOException {
    if (!Files.exists(folder.log())) {
      return;
    }
    byte[] all = Files.readAllBytes(folder.log());
    int end = all.length;
    while (end > logged && all[end - 1] != '\n') {
      end--;
    }
    if (end > logged) {
      String lines = new String(all, (int) logged, end - (int) logged, StandardCharsets.UTF_8);
      lines.lines().forEach(log);
      logged = end;
    }
  }

  private Optional<String> exiting() throws IOException {
    return Files.exists(folder.exiting())
        ? Optional.of(Files.readString(folder.exiting()))
        : Optional.empty();
  }

  private String death(int exitCode, String output) {
    if (exitCode == HEAP_FULL && output.contains(HEAP_WORDS)) {
      return "ran out of memory";
    }
    if (Files.exists(folder.crash())) {
      return "crashed in native code";
    }
    return switch (exitCode - SIGNAL_BASE) {
      case 4, 6, 7, 8, 11 -> "crashed in native code";
      case 9 -> "was killed, often by the system for lack of memory,";
      default ->
          exitCode > SIGNAL_BASE
              ? "was ended by signal " + (exitCode - SIGNAL_BASE)
              : "ended the process with exit code " + exitCode;
    };
  }

  /** Terminates a process and its child processes. */
  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
