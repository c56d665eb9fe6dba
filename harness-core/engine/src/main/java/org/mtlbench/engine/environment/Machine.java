package org.mtlbench.engine.environment;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.LibUtils;
import ai.djl.util.Utils;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.mtlbench.engine.device.ComputeDevice;

/** Properties of the machine and versions of software, as stored in results. */
public final class Machine {
  private Machine() {}

  /**
   * Prevents network access of the tensor engine: it downloads no libraries, unless the system
   * property {@code ai.djl.offline} is set otherwise, and sends no usage report. Must be called
   * before the engine is loaded.
   */
  public static void stayOffline() {
    System.setProperty("ai.djl.offline", System.getProperty("ai.djl.offline", "true"));
    System.setProperty("OPT_OUT_TRACKING", "true");
  }

  /** Version and vendor of the virtual machine. */
  public static String java() {
    return System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")";
  }

  /** Name, version and architecture of the operating system. */
  public static String os() {
    return String.join(
        " ",
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("os.arch"));
  }

  /** The host name; {@code this machine} if it has none. */
  public static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "this machine";
    }
  }

  /** The number of processors available to this process. */
  public static int cpus() {
    return Runtime.getRuntime().availableProcessors();
  }

  /**
   * Name and version of the tensor engine, with the CUDA version of a library for GPUs; loads the
   * engine, and unpacks its libraries on first use.
   */
  public static String engine() {
    Engine engine = Engine.getInstance();
    return engine.getEngineName()
        + " "
        + engine.getVersion()
        + (hasCuda() ? "+" + cudaVersion() : "")
        + " (DJL "
        + Engine.getDjlVersion()
        + ")";
  }

  private static String cudaVersion() {
    String flavor = Utils.getEnvOrSystemProperty("PYTORCH_FLAVOR");
    return flavor == null || flavor.isBlank() ? "cuda" : flavor;
  }

  /** The folder of the engine's native libraries; loads the engine. */
  public static String libraryFolder() {
    Engine.getInstance();
    return LibUtils.getLibtorchPath();
  }

  /** Whether the engine's library was built with CUDA; loads the engine. */
  public static boolean hasCuda() {
    return Files.exists(Path.of(libraryFolder(), System.mapLibraryName("torch_cuda")));
  }

  /**
   * The number of GPUs that the engine can use; loads the engine.
   *
   * @throws org.mtlbench.api.error.HarnessException if it cannot be loaded
   */
  public static int gpus() {
    EngineLibraries.load();
    // DJL counts the GPUs of the CUDA runtime, also if its own library cannot use them.
    return hasCuda() ? Engine.getInstance().getGpuCount() : 0;
  }

  /** The engine's device. */
  public static Device device(ComputeDevice device) {
    return device.isGpu() ? Device.gpu(device.gpu().getAsInt()) : Device.cpu();
  }

  /** The engine's device in a worker, for which only one GPU is visible. */
  public static Device workerDevice(ComputeDevice device) {
    return device.isGpu() ? Device.gpu(0) : Device.cpu();
  }

  /** The version of this program; {@code unversioned} if it runs from class files. */
  public static String program() {
    String version = Machine.class.getPackage().getImplementationVersion();
    return version == null ? "unversioned" : version;
  }

  /** The revision of the git checkout, set by the launcher; empty otherwise. */
  public static Optional<String> revision() {
    return Optional.ofNullable(System.getProperty("mtlbench.revision"))
        .filter(revision -> !revision.isBlank());
  }
}
