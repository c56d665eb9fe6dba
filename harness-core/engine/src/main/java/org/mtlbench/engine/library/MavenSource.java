package org.mtlbench.engine.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The complete set that Maven repositories have: DJL, its native interface and libraries. */
public final class MavenSource implements EngineSource {
  private static final String DJL = EngineRelease.CUDA_12_4.djl();
  private static final String TORCH = EngineRelease.CUDA_12_4.torch();

  /** DJL and its native interface. */
  static final List<MavenArtefact> CLASSES =
      List.of(
          new MavenArtefact(
              "ai.djl",
              "api",
              DJL,
              "",
              973_278,
              "f69536645360f6475c8696a1a25289b76fa2794fcd5556d274a055b2b561930f"),
          new MavenArtefact(
              "ai.djl.pytorch",
              "pytorch-engine",
              DJL,
              "",
              98_681,
              "9fbc8b549d0efb8dcd5e52a3cbb96fd1338af5e02d0967ccd37464bc2e83ebaf"),
          new MavenArtefact(
              "ai.djl.pytorch",
              "pytorch-jni",
              TORCH + "-" + DJL,
              "",
              4_935_950,
              "b2d165380eed06aa5967a3226eeaa5b4adde44ec4a8460e6c4062e7cf810d798"));

  private static final MavenArtefact LIBRARIES =
      new MavenArtefact(
          "ai.djl.pytorch",
          "pytorch-native-cu124",
          TORCH,
          "linux-x86_64",
          2_457_619_283L,
          "da69ff27b16765818d859736ce60e8e0e3405f339eb1645685bbb74e8ad1fa9f");

  /** The libraries unpacked, and the jars. */
  private static final long UNPACKED = 4_070_000_000L;

  private final MavenFiles files;
  private final MavenArtefact libraries;

  /** The source for this machine. */
  public MavenSource() {
    this(MavenFiles.ofThisMachine(), LIBRARIES);
  }

  MavenSource(MavenFiles files, MavenArtefact libraries) {
    this.files = files;
    this.libraries = libraries;
  }

  @Override
  public EngineRelease release() {
    return EngineRelease.CUDA_12_4;
  }

  @Override
  public String description() {
    return files.description();
  }

  @Override
  public OptionalLong downloadBytes() {
    return OptionalLong.of(
        libraries.bytes() + CLASSES.stream().mapToLong(MavenArtefact::bytes).sum());
  }

  @Override
  public long diskBytes() {
    // The archive is in the local repository of Maven, or next to the set until it is unpacked.
    return UNPACKED + libraries.bytes();
  }

  @Override
  public Staged stage(Path staging, Path downloads, Consumer<String> progress)
      throws IOException, InterruptedException {
    classes(files, staging, downloads, progress);
    Path archive = files.resolve(List.of(libraries), downloads, progress).get(0);
    progress.accept("unpacking " + archive.getFileName() + " ...");
    unpack(archive, Files.createDirectories(staging.resolve(InstalledEngine.LIBRARIES)));
    if (files.remain()) {
      progress.accept(
          "the archive stays in Maven's local repository; to free "
              + (libraries.bytes() >> 20)
              + " MiB, delete "
              + archive);
    }
    return new Staged(release().flavor(), InstalledEngine.LIBRARIES);
  }

  /** Copies DJL and its native interface to a set. */
  static void classes(MavenFiles files, Path staging, Path downloads, Consumer<String> progress)
      throws IOException, InterruptedException {
    Path jars = Files.createDirectories(staging.resolve(InstalledEngine.JARS));
    for (Path jar : files.resolve(CLASSES, downloads, progress)) {
      Files.copy(jar, jars.resolve(jar.getFileName()));
    }
  }

  /** Unpacks the native libraries; reading an entry compares it with its CRC-32. */
  private static void unpack(Path archive, Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        String name = entry.getName();
        if (!entry.isDirectory() && name.startsWith("pytorch/") && name.contains(".so")) {
          try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, folder.resolve(name.substring(name.lastIndexOf('/') + 1)));
          }
        }
      }
    }
  }
}
