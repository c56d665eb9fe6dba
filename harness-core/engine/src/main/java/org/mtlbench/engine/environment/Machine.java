package org.mtlbench.engine.environment;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.LibUtils;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

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
   * Name and version of the tensor engine; loads the engine, and unpacks its libraries on first
   * use.
   */
  public static String engine() {
    Engine engine = Engine.getInstance();
    return engine.getEngineName()
        + " "
        + engine.getVersion()
        + " (DJL "
        + Engine.getDjlVersion()
        + ")";
  }

  /** The folder of the engine's native libraries; loads the engine. */
  public static String libraryFolder() {
    Engine.getInstance();
    return LibUtils.getLibtorchPath();
  }

  /**
   * The number of GPUs that the engine can use; loads the engine.
   *
   * @throws org.mtlbench.api.error.HarnessException if it cannot be loaded
   */
  public static int gpus() {
    EngineLibraries.load();
    return Engine.getInstance().getGpuCount();
  }

  /**
   * The engine's device for a device name.
   *
   * @param name {@code cpu} or {@code gpu:N}
   */
  public static Device device(String name) {
    return name.equals("cpu")
        ? Device.cpu()
        : Device.gpu(Integer.parseInt(name.substring("gpu:".length())));
  }

  /**
   * The engine's device in a worker, for which only one GPU is visible.
   *
   * @param name {@code cpu} or {@code gpu:N}
   */
  public static Device workerDevice(String name) {
    return device(name.equals("cpu") ? name : "gpu:0");
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
