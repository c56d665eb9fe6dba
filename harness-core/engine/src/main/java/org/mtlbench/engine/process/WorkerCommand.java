package org.mtlbench.engine.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.engine.device.ComputeDevice;
import org.mtlbench.engine.worker.WorkerMain;

/**
 * The command of a worker process, with the same Java installation and class path as this process.
 */
final class WorkerCommand {
  /** The heap size, for the buffers of clusterings; tensors are outside the heap. */
  static final String HEAP = "2 GiB";

  private static final String HEAP_OPTION = "-Xmx2g";

  private static final Path SHELL = Path.of("/bin/sh");

  private WorkerCommand() {}

  /** Creates a process builder; standard input is a pipe, all output goes to the log. */
  static ProcessBuilder of(int threads, ComputeDevice device, Path log) {
    List<String> command = new ArrayList<>(ignoringSignals());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            HEAP_OPTION,
            "-XX:+UseSerialGC",
            // A small young generation clears the garbage of an epoch immediately; with the default
            // it would grow for dozens of epochs and look like a leak.
            "-Xms64m",
            "-Xmn32m",
            // Ten times the defaults: a worker computes in native code, so the optimising compiler
            // would cost a short cell a second of processor time for nothing. Hot loops in Java,
            // such as those of a clustering, still reach it.
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000",
            // With a full heap, even writing the reason may fail.
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
    // appends, so that the runner can shorten the log
    process
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    process.environment().put("OMP_NUM_THREADS", String.valueOf(threads));
    process.environment().put("MKL_NUM_THREADS", String.valueOf(threads));
    process.environment().put("OPT_OUT_TRACKING", "true");
    NativeMemory.keep(process.environment());
    GpuEnvironment.set(process.environment(), device);
    return process;
  }

  /**
   * Ctrl-C is sent to the whole process group of the terminal, and TERM by engines such as Slurm to
   * all processes of a task, including workers, before the parent can stop them. A Java process
   * keeps ignoring signals that were ignored when it started.
   */
  private static List<String> ignoringSignals() {
    return File.separatorChar == '/' && Files.isExecutable(SHELL)
        ? List.of(SHELL.toString(), "-c", "trap '' INT TERM; exec \"$@\"", "worker")
        : List.of();
  }
}
