package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlbench.cli.command.ExitCode;

/**
 * Tests which engine the launcher script starts the program with, on machines with 0, 1 and 8 GPUs
 * that are folders. A set's jar has a program that prints its class path and environment; without
 * the set, the real program runs.
 */
@Timeout(600)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it is a script for bash")
class GpuLaunchTest {
  private static final String NATIVE = "pytorch-native-cpu-2.7.1-linux-x86_64.jar";

  private static final String MANIFEST =
      """
      {"schema": 1, "version": "2.5.1+cu124", "flavor": "cu124", "source": "a test",
       "libraries": "lib", "files": {"lib/libtorch_cuda.so": {"size": 4, "sha256": "00"}}}
      """;

  private static final String PROGRAM =
      """
      package org.mtlbench.cli;

      public final class MtlBench {
        public static void main(String[] arguments) {
          System.out.println("started with " + String.join(" ", arguments));
          System.out.println("class path " + System.getProperty("java.class.path"));
          System.out.println("reason " + System.getProperty("mtlbench.engine.reason"));
          System.getenv().forEach((name, value) -> System.out.println(name + "=" + value));
        }
      }
      """;

  @TempDir Path root;
  private Path set;
  private Path machine;

  /** Installs the script as in a release, whose libraries are next to it. */
  @BeforeEach
  void install() throws IOException {
    Files.copy(Path.of("..", "..", "mtlbench"), root.resolve("mtlbench"));
    assertThat(root.resolve("mtlbench").toFile().setExecutable(true)).isTrue();
    Path lib = Files.createDirectory(root.resolve("lib"));
    classPathJar(lib.resolve("program.jar"));
    classPathJar(lib.resolve(NATIVE));
    machine = Files.createDirectory(root.resolve("machine"));
    set = root.resolve("cache/mtlbench/engines/2.5.1-cu124");
  }

  /** A jar whose manifest refers to this test's class path. */
  private static void classPathJar(Path file) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(
        Attributes.Name.CLASS_PATH,
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" ")));
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      jar.finish();
    }
  }

  private void installSet() throws IOException {
    Path jars = Files.createDirectories(set.resolve("jars"));
    Files.writeString(
        Files.createDirectory(set.resolve("lib")).resolve("libtorch_cuda.so"), "cuda");
    Files.writeString(set.resolve("engine.json"), MANIFEST);
    new JarFixture("engine", "none")
        .source("org.mtlbench.cli.MtlBench", PROGRAM)
        .write(jars.resolve("api-0.33.0.jar"));
  }

  private void installDriver(String version, int gpus) throws IOException {
    Path cards = Files.createDirectories(machine.resolve("proc/driver/nvidia/gpus"));
    Files.writeString(
        cards.resolveSibling("version"), "NVRM version: NVIDIA Kernel Module  " + version + "  x");
    for (int gpu = 0; gpu < gpus; gpu++) {
      Files.createDirectory(cards.resolve(String.valueOf(gpu)));
    }
    Files.createFile(Files.createDirectories(machine.resolve("usr/lib64")).resolve("libcuda.so.1"));
  }

  private record Ended(int code, List<String> lines) {
    String text() {
      return String.join("\n", lines);
    }
  }

  private Ended run(String engine, String... arguments) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(
                    Stream.of("bash", root.resolve("mtlbench").toString()), Stream.of(arguments))
                .toList());
    builder.environment().put("XDG_CACHE_HOME", root.resolve("cache").toString());
    builder.environment().put("MTLBENCH_SYSTEM_ROOT", machine.toString());
    builder.environment().put("MTLBENCH_ENGINE", engine);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output.lines().toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "560.35.03 | 1 | auto  | driver 560.35.03 and 1 GPU found",
        "560.35.03 | 8 | gpu:7 | driver 560.35.03 and 8 GPUs found"
      })
  void startsWithSetWhereDriverIs(String driver, int gpus, String device, String reason)
      throws IOException, InterruptedException {
    installSet();
    installDriver(driver, gpus);

    Ended ended = run("", "run", "quick", "--device", device);

    assertThat(ended.code()).as(ended.text()).isZero();
    assertThat(ended.lines())
        .contains("started with run quick --device " + device, "reason " + reason)
        .contains("PYTORCH_LIBRARY_PATH=" + set.resolve("lib"))
        .contains("PYTORCH_VERSION=2.5.1", "PYTORCH_FLAVOR=cu124", "CUDA_DEVICE_ORDER=PCI_BUS_ID");
    assertThat(ended.lines())
        .as("the CPU library is not on the class path")
        .contains(
            "class path " + set.resolve("jars/api-0.33.0.jar") + ":" + root + "/lib/program.jar");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "none      | 0 | --device=auto",
        "560.35.03 | 8 | --device=cpu",
        "535.104   | 8 | --device=gpu"
      })
  void startsWithCpuLibraryElsewhere(String driver, int gpus, String device)
      throws IOException, InterruptedException {
    installSet();
    if (!driver.equals("none")) {
      installDriver(driver, gpus);
    }

    Ended ended = run("", "plan", "missing.yaml", device);

    assertThat(ended.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(ended.text()).as("of the real program").startsWith("missing.yaml: found no file");
  }

  @Test
  void usesOrRejectsNamedSet() throws IOException, InterruptedException {
    installSet();
    assertThat(run(set.toString(), "plan", "--device", "cpu").lines())
        .contains("reason MTLBENCH_ENGINE names it");

    Files.writeString(set.resolve("lib/libtorch_cuda.so"), "half a library");
    Ended damaged = run(set.toString(), "plan");

    assertThat(damaged.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(damaged.text())
        .contains("libtorch_cuda.so is missing or has changed", "mtlbench gpu install");
  }

  /** A run on the processor where a GPU was requested is an error with the next step. */
  @Test
  void rejectsGpuWithNextStep() throws IOException, InterruptedException {
    Ended none = run("", "run", "quick", "--device", "gpu");
    assertThat(none.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(none.text())
        .contains("--device: found gpu, but no GPU can be used: no NVIDIA driver was found")
        .contains("Install the NVIDIA driver");

    installDriver("560.35.03", 8);
    Ended noSet = run("", "run", "quick", "--device", "gpu:0,1");
    assertThat(noSet.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(noSet.text())
        .contains("no engine set with CUDA is installed")
        .contains("Run 'mtlbench gpu install'");
  }
}
