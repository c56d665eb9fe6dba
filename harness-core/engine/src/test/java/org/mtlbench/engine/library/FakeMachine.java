package org.mtlbench.engine.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.mtlbench.engine.device.GpuDriver;

/** A folder that looks like the root of a machine with GPUs, and sets without real libraries. */
final class FakeMachine {
  private final Path root;
  private final Map<String, String> environment = new HashMap<>();

  FakeMachine(Path root) {
    this.root = root;
    environment.put("MTLBENCH_SYSTEM_ROOT", root.toString());
  }

  /** Adds the kernel module of a driver and GPUs. */
  FakeMachine driver(String version, int gpus) throws IOException {
    Path driver = Files.createDirectories(root.resolve("proc/driver/nvidia/gpus"));
    Files.writeString(
        driver.resolveSibling("version"),
        "NVRM version: NVIDIA UNIX x86_64 Kernel Module  "
            + version
            + "  Thu Feb 22 01:44:30 UTC 2024\nGCC version:  gcc version 11.4.0\n");
    for (int gpu = 0; gpu < gpus; gpu++) {
      Files.createDirectory(driver.resolve("0000:%02x:00.0".formatted(gpu)));
    }
    return this;
  }

  /** Adds the driver's library. */
  FakeMachine driverLibrary() throws IOException {
    Files.createFile(Files.createDirectories(root.resolve("usr/lib64")).resolve("libcuda.so.1"));
    return this;
  }

  /** Adds nvidia-smi that prints lines. */
  FakeMachine tool(String... lines) throws IOException {
    Path tool = Files.createDirectories(root.resolve("usr/bin")).resolve("nvidia-smi");
    Files.writeString(tool, "#!/bin/sh\ncat <<'END'\n" + String.join("\n", lines) + "\nEND\n");
    if (!tool.toFile().setExecutable(true)) {
      throw new IOException(tool + " cannot be made executable");
    }
    return this;
  }

  FakeMachine variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Map<String, String> environment() {
    return environment;
  }

  GpuDriver examined() {
    return GpuDriver.examine(environment);
  }

  Path engines() {
    return root.resolve("engines");
  }

  /** Installs a set by the real installer. */
  InstalledEngine install(EngineRelease release) throws IOException, InterruptedException {
    return new EngineInstaller(engines()).install(new FakeSource(release), line -> {});
  }

  /** A source with small files in the place of jars and libraries. */
  record FakeSource(EngineRelease release) implements EngineSource {
    @Override
    public String description() {
      return "a test";
    }

    @Override
    public OptionalLong downloadBytes() {
      return OptionalLong.of(1);
    }

    @Override
    public long diskBytes() {
      return 1;
    }

    @Override
    public Staged stage(Path staging, Path downloads, Consumer<String> progress)
        throws IOException {
      Path jars = Files.createDirectory(staging.resolve("jars"));
      for (String jar :
          List.of(
              "api-" + release.djl(),
              "pytorch-engine-" + release.djl(),
              "pytorch-jni-" + release.torch() + "-" + release.djl())) {
        Files.writeString(jars.resolve(jar + ".jar"), jar);
      }
      Path libraries = Files.createDirectory(staging.resolve("lib"));
      Files.writeString(libraries.resolve("libtorch_cuda.so"), "cuda");
      Files.writeString(libraries.resolve("libcudart-8774224f.so.12"), "runtime");
      Files.writeString(libraries.resolve("libcaffe2_nvrtc.so"), "needs the driver");
      return new Staged(release.flavor(), "lib");
    }
  }
}
