package org.mtlbench.engine.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The NVIDIA driver of the machine, found without loading a library.
 *
 * @param version version of the kernel module, or of {@code nvidia-smi}; empty without a driver
 * @param gpus number of GPUs of the machine
 * @param cards the GPUs as {@code nvidia-smi} reports them; empty if the tool fails or was not run
 * @param library whether the driver's library {@code libcuda.so.1} was found
 * @param hidden whether {@code CUDA_VISIBLE_DEVICES} hides all GPUs from this process
 */
public record GpuDriver(
    Optional<DriverVersion> version,
    int gpus,
    List<GpuInfo> cards,
    boolean library,
    boolean hidden) {
  /** A machine without a driver. */
  public static final GpuDriver NONE = new GpuDriver(Optional.empty(), 0, List.of(), false, false);

  /** The folder under which {@code /proc} and libraries are looked for, for tests. */
  static final String ROOT = "MTLBENCH_SYSTEM_ROOT";

  /** Read by the CUDA driver: the devices of a process, by index or id, in order. */
  public static final String VISIBLE = "CUDA_VISIBLE_DEVICES";

  private static final String LIBRARY = "libcuda.so.1";

  /** Where distributions, containers, WSL and NixOS have the driver's libraries. */
  private static final List<String> LIBRARY_FOLDERS =
      List.of(
          "usr/lib/x86_64-linux-gnu",
          "usr/lib/x86_64-linux-gnu/nvidia/current",
          "usr/lib/aarch64-linux-gnu",
          "usr/lib64",
          "usr/lib64/nvidia",
          "usr/lib",
          "usr/lib/nvidia",
          "usr/lib/wsl/lib",
          "usr/local/nvidia/lib64",
          "usr/local/cuda/compat",
          "run/opengl-driver/lib");

  /** Copies the list. */
  public GpuDriver {
    cards = List.copyOf(cards);
  }

  /** Whether there is a driver. */
  public boolean present() {
    return version.isPresent();
  }

  /**
   * Examines the machine.
   *
   * @param environment environment variables of this process
   */
  public static GpuDriver examine(Map<String, String> environment) {
    Path root = Path.of(environment.getOrDefault(ROOT, "/"));
    boolean real = root.equals(Path.of("/"));
    Optional<List<String>> listed =
        SystemTool.lines(
            real ? "nvidia-smi" : root.resolve("usr/bin/nvidia-smi").toString(),
            "--query-gpu=" + GpuInfo.QUERY,
            "--format=csv,noheader,nounits");
    List<GpuInfo> cards =
        listed.orElse(List.of()).stream().map(GpuInfo::parse).flatMap(Optional::stream).toList();
    Optional<DriverVersion> version =
        kernelModule(root)
            .or(
                () ->
                    listed.stream()
                        .flatMap(List::stream)
                        .map(line -> line.substring(line.lastIndexOf(',') + 1))
                        .map(DriverVersion::find)
                        .flatMap(Optional::stream)
                        .findFirst());
    return new GpuDriver(
        version,
        Math.max(
            cards.size(),
            Math.max(
                matching(root.resolve("proc/driver/nvidia/gpus"), ".*"),
                matching(root.resolve("dev"), "nvidia\\d+"))),
        cards,
        libraryFolders(root, environment).stream()
            .anyMatch(folder -> Files.exists(folder.resolve(LIBRARY))),
        hidesAll(environment.get(VISIBLE)));
  }

  private static Optional<DriverVersion> kernelModule(Path root) {
    try (Stream<String> lines = Files.lines(root.resolve("proc/driver/nvidia/version"))) {
      return lines.findFirst().flatMap(DriverVersion::find);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static int matching(Path folder, String pattern) {
    try (Stream<Path> entries = Files.list(folder)) {
      return (int) entries.filter(entry -> entry.getFileName().toString().matches(pattern)).count();
    } catch (IOException e) {
      return 0;
    }
  }

  private static List<Path> libraryFolders(Path root, Map<String, String> environment) {
    List<Path> folders = new ArrayList<>(LIBRARY_FOLDERS.stream().map(root::resolve).toList());
    for (String folder : environment.getOrDefault("LD_LIBRARY_PATH", "").split(":", -1)) {
      if (!folder.isBlank()) {
        folders.add(Path.of(folder));
      }
    }
    return folders;
  }

  /** An empty value and an invalid number hide all GPUs. */
  private static boolean hidesAll(String visible) {
    return visible != null && (visible.isBlank() || visible.strip().startsWith("-"));
  }
}
