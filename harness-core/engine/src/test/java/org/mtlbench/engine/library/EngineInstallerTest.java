package org.mtlbench.engine.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.hash.Hashing;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;

/** Installs sets of small files, from a server on this machine and from local folders. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "sets are for Linux")
class EngineInstallerTest {
  @TempDir Path folder;
  private HttpServer server;
  private final List<String> ranges = new ArrayList<>();
  private byte[] archive;

  @BeforeEach
  void serve() throws IOException {
    archive = archive();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String range = String.valueOf(exchange.getRequestHeaders().getFirst("Range"));
          ranges.add(range);
          int start = range.equals("null") ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
          byte[] content =
              exchange.getRequestURI().getPath().contains("pytorch-native")
                  ? Arrays.copyOfRange(archive, start, archive.length)
                  : new byte[0];
          exchange.sendResponseHeaders(
              content.length == 0 ? 404 : start == 0 ? 200 : 206, content.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(content);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static byte[] archive() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name :
          List.of(
              "META-INF/MANIFEST.MF",
              "pytorch/cu124/linux-x86_64/libtorch_cuda.so",
              "pytorch/cu124/linux-x86_64/libcudart-8774224f.so.12")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private MavenFiles maven() {
    return new MavenFiles("http://localhost:" + server.getAddress().getPort() + "/", false);
  }

  private MavenArtefact artefact(String sha256) {
    return new MavenArtefact(
        "ai.djl.pytorch", "pytorch-native-cu124", "2.5.1", "linux-x86_64", archive.length, sha256);
  }

  private String sum() {
    return Hashing.sha256().hashBytes(archive).toString();
  }

  private Path engines() {
    return folder.resolve("engines");
  }

  /** A source of a staged folder; DJL's jars are empty files. */
  private EngineSource source(Consumer<Path> stage) {
    return new EngineSource() {
      private final EngineSource files = new FakeMachine.FakeSource(EngineRelease.CUDA_12_4);

      @Override
      public EngineRelease release() {
        return files.release();
      }

      @Override
      public String description() {
        return files.description();
      }

      @Override
      public OptionalLong downloadBytes() {
        return files.downloadBytes();
      }

      @Override
      public long diskBytes() {
        return files.diskBytes();
      }

      @Override
      public Staged stage(Path staging, Path downloads, Consumer<String> progress)
          throws IOException, InterruptedException {
        stage.accept(staging);
        return files.stage(staging, downloads, progress);
      }
    };
  }

  @Test
  void installsCompleteSetAndFindsItAgain() throws IOException, InterruptedException {
    EngineInstaller installer = new EngineInstaller(engines());
    assertThat(installer.installed(EngineRelease.CUDA_12_4)).isEmpty();

    InstalledEngine engine =
        installer.install(new FakeMachine.FakeSource(EngineRelease.CUDA_12_4), line -> {});

    assertThat(engine.damageByChecksum()).isEmpty();
    assertThat(engine.title()).isEqualTo("PyTorch 2.5.1+cu124 (DJL 0.33.0)");
    assertThat(engine.folder().resolve("cuda/libcudart.so")).hasContent("runtime");
    assertThat(engine.folder().resolve("cuda/libcaffe2_nvrtc.so")).exists();
    assertThat(entries(engine.folder().resolve("lib")))
        .as("loaded at start, also without a driver")
        .containsExactlyInAnyOrder("libtorch_cuda.so", "libcudart-8774224f.so.12");
    assertThat(installer.installed(EngineRelease.CUDA_12_4)).isPresent();
    assertThat(entries(engines())).containsExactly("2.5.1-cu124");

    Files.writeString(engine.folder().resolve("lib/libtorch_cuda.so"), "CUDA");
    assertThat(engine.damage()).as("of the same size").isEmpty();
    assertThat(engine.damageByChecksum().orElseThrow()).endsWith("has another checksum");
    Files.writeString(engine.folder().resolve("lib/libtorch_cuda.so"), "");
    assertThat(installer.installed(EngineRelease.CUDA_12_4)).isEmpty();

    installer.install(new FakeMachine.FakeSource(EngineRelease.CUDA_12_4), line -> {});
    assertThat(installer.installed(EngineRelease.CUDA_12_4)).isPresent();
    assertThat(entries(engines())).containsExactly("2.5.1-cu124");
  }

  @Test
  void leavesNoSetIfInstallationFails() throws IOException {
    EngineInstaller installer = new EngineInstaller(engines());
    EngineSource broken =
        source(
            staging -> {
              throw new IllegalStateException("interrupted");
            });

    assertThatThrownBy(() -> installer.install(broken, line -> {})).hasMessage("interrupted");

    assertThat(entries(engines())).isEmpty();
  }

  @Test
  void deletesStagingFolderOfKilledInstallation() throws IOException, InterruptedException {
    Path abandoned = Files.createDirectories(engines().resolve(".staging-999999999"));
    Files.createFile(abandoned.resolve("half"));

    new EngineInstaller(engines())
        .install(new FakeMachine.FakeSource(EngineRelease.CUDA_12_4), line -> {});

    assertThat(abandoned).doesNotExist();
  }

  @Test
  void resumesDownloadAndVerifiesChecksum() throws IOException, InterruptedException {
    Path downloads = Files.createDirectories(folder.resolve("downloads"));
    Files.write(
        downloads.resolve("pytorch-native-cu124-2.5.1-linux-x86_64.jar.part"),
        Arrays.copyOf(archive, 10));

    List<Path> files = maven().resolve(List.of(artefact(sum())), downloads, line -> {});

    assertThat(ranges).containsExactly("bytes=10-");
    assertThat(files.get(0)).hasBinaryContent(archive);
    assertThatThrownBy(() -> maven().resolve(List.of(artefact("00")), downloads, line -> {}))
        .isInstanceOf(HarnessException.class)
        .hasMessageContaining("SHA-256 of ")
        .hasMessageEndingWith("expected 00");
    assertThat(ranges).as("a complete file is not downloaded again").hasSize(1);
  }

  @Test
  void reportsMissingNetworkWithNextStep() throws IOException {
    server.stop(0);
    assertThatThrownBy(() -> maven().resolve(List.of(artefact(sum())), folder, line -> {}))
        .isInstanceOfSatisfying(
            HarnessException.class,
            e -> {
              assertThat(e.category()).isEqualTo(ErrorCategory.DEVICE);
              assertThat(e.hint()).contains("run the command again, which resumes", "--from DIR");
            })
        .hasMessageStartingWith("download of http://localhost:");
  }

  @Test
  void rejectsFullDisk() {
    EngineSource large = new FakeMachineLarge(new FakeMachine.FakeSource(EngineRelease.CUDA_12_4));
    assertThatThrownBy(() -> new EngineInstaller(engines()).install(large, line -> {}))
        .isInstanceOfSatisfying(
            HarnessException.class,
            e -> {
              assertThat(e.category()).isEqualTo(ErrorCategory.STORAGE);
              assertThat(e.hint()).contains("XDG_CACHE_HOME");
            });
    assertThat(engines()).doesNotExist();
  }

  private record FakeMachineLarge(EngineSource files) implements EngineSource {
    @Override
    public EngineRelease release() {
      return files.release();
    }

    @Override
    public String description() {
      return files.description();
    }

    @Override
    public OptionalLong downloadBytes() {
      return files.downloadBytes();
    }

    @Override
    public long diskBytes() {
      return Long.MAX_VALUE;
    }

    @Override
    public Staged stage(Path staging, Path downloads, Consumer<String> progress) {
      throw new IllegalStateException("staged without space");
    }
  }

  private static List<String> entries(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** A PyTorch as installed by pip. */
  private Path torch(String version, int abi) throws IOException {
    Path torch = folder.resolve("site-packages/torch");
    Path lib = Files.createDirectories(torch.resolve("lib"));
    Files.writeString(lib.resolve("libtorch.so"), "torch");
    Files.writeString(lib.resolve("libtorch_cuda.so"), "cuda");
    Files.writeString(torch.resolve("version.py"), "__version__ = '" + version + "'\n");
    Path cmake = Files.createDirectories(torch.resolve("share/cmake/Torch"));
    Files.writeString(
        cmake.resolve("TorchConfig.cmake"),
        "set(TORCH_CXX_FLAGS \"-D_GLIBCXX_USE_CXX11_ABI=" + abi + "\")\n");
    Path runtime = Files.createDirectories(folder.resolve("site-packages/nvidia/cuda_runtime/lib"));
    Files.writeString(runtime.resolve("libcudart.so.12"), "runtime");
    return torch;
  }

  /** The program's own DJL is of the version that fits. */
  @Test
  void linksLocalTorch() throws IOException, InterruptedException {
    Path torch = torch("2.7.1+cu128", 1);

    InstalledEngine engine =
        new EngineInstaller(engines()).install(new LocalSource(torch, maven()), line -> {});

    assertThat(engine.environment(Map.of()))
        .containsEntry("PYTORCH_LIBRARY_PATH", torch.resolve("lib").toString())
        .containsEntry("PYTORCH_FLAVOR", "cu128");
    assertThat(engine.folder().resolve("cuda/libcudart.so")).hasContent("runtime");
    assertThat(entries(engine.folder().resolve("jars"))).hasSize(3);
    assertThat(engine.damage()).isEmpty();
    Files.writeString(torch.resolve("lib/libtorch.so"), "another version");
    assertThat(engine.damage().orElseThrow()).contains("torch/lib/libtorch.so is missing or has");
  }

  @Test
  void rejectsLocalTorchOfOtherVersions() throws IOException {
    Path torch = torch("2.6.0+cu124", 1);
    assertThatThrownBy(() -> new LocalSource(torch, maven()))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("(PyTorch 2.6.0+cu124), expected one of the versions")
        .hasMessageContaining("2.5.1+cu124, 2.7.1+cu128");
    Files.delete(torch.resolve("lib/libtorch_cuda.so"));
    assertThatThrownBy(() -> new LocalSource(torch, maven())).hasMessageContaining("a CPU build");
    assertThatThrownBy(() -> new LocalSource(folder, maven()))
        .hasMessageContaining("which contains lib/libtorch.so");
  }

  @Test
  void reportsMixedVersions() {
    assertThat(
            new ProgramJars(paths("api-0.33.0.jar", "pytorch-engine-0.35.1.jar")).mixedVersions())
        .hasValueSatisfying(text -> assertThat(text).contains("api=[0.33.0]"));
    assertThat(
            new ProgramJars(
                    paths("pytorch-jni-2.5.1-0.33.0.jar", "pytorch-native-cpu-2.7.1-linux.jar"))
                .mixedVersions())
        .isPresent();
    assertThat(ProgramJars.ofThisProcess().mixedVersions()).isEmpty();
    assertThat(ProgramJars.ofThisProcess().bundled()).isTrue();
  }

  private static List<Path> paths(String... names) {
    return Arrays.stream(names).map(Path::of).toList();
  }
}
