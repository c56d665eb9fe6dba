package org.mtlbench.engine.environment;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.LibUtils;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** What a result says of the machine and the versions it came from. */
public final class Machine {
  private Machine() {}

  /**
   * Keeps the tensor engine from the network: no download of libraries, unless the system property
   * {@code ai.djl.offline} says otherwise, and no usage report. It looks when it is loaded.
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

  /** The machine's name in its network; {@code this machine} where it has none. */
  public static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "this machine";
    }
  }

  /** Processors this process may use. */
  public static int cpus() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** Name and version of the tensor engine; loads it, and unpacks its libraries on first use. */
  public static String engine() {
    Engine engine = Engine.getInstance();
    return engine.getEngineName()
        + " "
        + engine.getVersion()
        + " (DJL "
        + Engine.getDjlVersion()
        + ")";
  }

  /** Where the engine's native libraries were loaded from; loads it. */
  public static String libraryFolder() {
    Engine.getInstance();
    return LibUtils.getLibtorchPath();
  }

  /**
   * GPUs the engine can use; loads it.
   *
   * @throws org.mtlbench.api.error.HarnessException if it does not load
   */
  public static int gpus() {
    EngineLibraries.load();
    return Engine.getInstance().getGpuCount();
  }

  /**
   * The engine's name for a device.
   *
   * @param name {@code cpu} or {@code gpu:N}
   */
  public static Device device(String name) {
    return name.equals("cpu")
        ? Device.cpu()
        : Device.gpu(Integer.parseInt(name.substring("gpu:".length())));
  }

  /**
   * The engine's name for a device in a worker, which sees one GPU and no other.
   *
   * @param name {@code cpu} or {@code gpu:N}
   */
  public static Device workerDevice(String name) {
    return device(name.equals("cpu") ? name : "gpu:0");
  }

  /** This program's version; {@code unversioned} where it runs from class files. */
  public static String program() {
    String version = Machine.class.getPackage().getImplementationVersion();
    return version == null ? "unversioned" : version;
  }

  /** State of the git checkout that the launcher started from; empty elsewhere. */
  public static Optional<String> revision() {
    return Optional.ofNullable(System.getProperty("mtlbench.revision"))
        .filter(revision -> !revision.isBlank());
  }
}
