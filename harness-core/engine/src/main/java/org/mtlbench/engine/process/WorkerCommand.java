package org.mtlbench.engine.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.engine.worker.WorkerMain;

/** How a worker's process is started: the same Java and class path as this process. */
final class WorkerCommand {
  /** Heap for the buffers of clusterings; tensors live outside of it. */
  static final String HEAP = "2 GiB";

  private static final String HEAP_OPTION = "-Xmx2g";

  private static final Path SHELL = Path.of("/bin/sh");

  private WorkerCommand() {}

  /**
   * A process that is ready to be started; standard input is a pipe, everything else goes to the
   * log.
   *
   * @param device {@code cpu} or {@code gpu:N}
   */
  static ProcessBuilder of(int threads, String device, Path log) {
    List<String> command = new ArrayList<>(ignoringInterrupts());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            HEAP_OPTION,
            "-XX:+UseSerialGC",
            // What an epoch leaves on the heap is cleared at once in a small room for what is
            // young; the default would grow for dozens of epochs and look like a leak.
            "-Xms64m",
            "-Xmn32m",
            // With a full heap not even the reason can be relied on to be written down.
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:ErrorFile=" + log + ".crash",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Dai.djl.offline=true",
            "-Dai.djl.pytorch.num_interop_threads=1",
            "-Dai.djl.pytorch.num_threads=" + threads));
    command.addAll(List.of("-cp", ProgramClassPath.of(WorkerMain.class.getClassLoader())));
    command.add(WorkerMain.class.getName());
    ProcessBuilder process = new ProcessBuilder(command);
    // appended to, so that the runner can shorten it
    process
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    process.environment().put("OMP_NUM_THREADS", String.valueOf(threads));
    process.environment().put("MKL_NUM_THREADS", String.valueOf(threads));
    process.environment().put("OPT_OUT_TRACKING", "true");
    NativeMemory.keep(process.environment());
    VisibleGpu.set(process.environment(), device);
    return process;
  }

  /**
   * Ctrl-C reaches every process of the terminal's group, workers too, before the runner can ask
   * them to stop in order. A Java process leaves signals alone that are ignored when it starts.
   */
  private static List<String> ignoringInterrupts() {
    return File.separatorChar == '/' && Files.isExecutable(SHELL)
        ? List.of(SHELL.toString(), "-c", "trap '' INT; exec \"$@\"", "worker")
        : List.of();
  }
}
