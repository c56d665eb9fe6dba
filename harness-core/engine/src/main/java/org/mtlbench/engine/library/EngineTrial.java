package org.mtlbench.engine.library;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Loads an engine in a process of its own and multiplies matrices on the processor and on each GPU:
 * a process that fails to load a library cannot try another one, and may crash.
 */
public final class EngineTrial {
  private static final int SIDE = 256;

  private EngineTrial() {}

  /**
   * How a trial ended.
   *
   * @param exitCode exit code of the process; 0 if everything worked
   * @param lines its output
   */
  public record Outcome(int exitCode, List<String> lines) {
    /** Copies the list. */
    public Outcome {
      lines = List.copyOf(lines);
    }

    /** Whether everything worked. */
    public boolean successful() {
      return exitCode == 0;
    }

    /** The last line of output. */
    public String lastLine() {
      return lines.isEmpty() ? "exit code " + exitCode : lines.get(lines.size() - 1);
    }
  }

  /** Tries a set. */
  public static Outcome run(InstalledEngine engine) throws IOException, InterruptedException {
    return run(
        ProgramJars.ofThisProcess().classPath(engine.folder()),
        List.of("-Dai.djl.offline=true"),
        engine.environment(System.getenv()));
  }

  static Outcome run(String classPath, List<String> properties, Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(properties);
    command.addAll(List.of("-cp", classPath, EngineTrial.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.environment().put("OPT_OUT_TRACKING", "true");
    Process process = builder.start();
    try (BufferedReader out = process.inputReader()) {
      List<String> lines = out.lines().toList();
      return new Outcome(process.waitFor(), lines);
    } finally {
      process.destroy();
    }
  }

  /** Loads the engine and computes; prints one line per device. */
  public static void main(String[] arguments) {
    Map<String, Device> devices = new LinkedHashMap<>();
    try {
      Engine engine = Engine.getInstance();
      System.out.println(
          "loaded PyTorch " + engine.getVersion() + " with DJL " + Engine.getDjlVersion());
      devices.put("cpu", Device.cpu());
      for (int gpu = 0; gpu < engine.getGpuCount(); gpu++) {
        devices.put("gpu:" + gpu, Device.gpu(gpu));
      }
      devices.forEach(EngineTrial::compute);
      System.out.println(devices.size() - 1 + " GPUs found");
    } catch (RuntimeException | LinkageError e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      String reason =
          cause instanceof UnknownHostException
              ? "unknown host " + cause.getMessage()
              : String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
      System.out.println("does not work: " + reason);
      System.exit(1);
    }
  }

  private static void compute(String name, Device device) {
    try (NDManager manager = NDManager.newBaseManager(device)) {
      NDArray ones = manager.ones(new Shape(SIDE, SIDE));
      float sum = ones.matMul(ones).sum().getFloat();
      if (sum != (float) SIDE * SIDE * SIDE) {
        throw new IllegalStateException(name + " computes " + sum);
      }
      System.out.println(name + ": matrix product correct");
    }
  }
}
