package org.mtlbench.datasets.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.datasets.cifar10.Cifar10File;
import org.mtlbench.datasets.cifar10.Cifar10Fixture;
import org.mtlbench.datasets.source.Sha256;

class Cifar10FetchTest {
  private static final String NAME = "cifar-10-binary.tar.gz";
  private static final String INSIDE = "cifar-10-batches-bin/";

  @TempDir Path root;

  private final List<String> log = new ArrayList<>();

  @Test
  void extractsSixFilesOnly() throws Exception {
    Map<String, byte[]> entries = whole();
    entries.put(INSIDE + "batches.meta.txt", new byte[] {1});
    entries.put("../evil.bin", new byte[] {1});
    entries.put(INSIDE + "../../data_batch_1.bin", new byte[Cifar10File.LENGTH]);
    byte[] archive = archive(entries);
    try (FakeMirror mirror = new FakeMirror(archive).cuttingAfter(archive.length / 2 + 1)) {
      // the archive is as announced, but zeros are not what CIFAR-10 consists of
      assertThatThrownBy(() -> fetch(sha256(archive), mirror).fetchTo(root))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("data_batch_1.bin is not the published one");
      assertThat(mirror.ranges()).hasSize(2);
    }
    for (Cifar10File file : Cifar10File.values()) {
      assertThat(root.resolve("cifar10").resolve(file.fileName())).hasSize(Cifar10File.LENGTH);
    }
    try (var files = Files.list(root.resolve("cifar10"))) {
      assertThat(files).hasSize(6);
    }
    try (var files = Files.list(root)) {
      assertThat(files).containsExactly(root.resolve("cifar10"));
    }
    assertThat(root.resolveSibling("evil.bin")).doesNotExist();
  }

  @Test
  void usesExistingArchiveWithoutDownload() throws Exception {
    byte[] archive = archive(whole());
    Path folder = Files.createDirectory(root.resolve("cifar10"));
    Files.write(folder.resolve(NAME), archive);
    try (FakeMirror mirror = new FakeMirror(new byte[1])) {
      assertThatThrownBy(() -> fetch(sha256(archive), mirror).fetchTo(root))
          .hasMessageContaining("is not the published one");
      assertThat(mirror.ranges()).isEmpty();
    }
    assertThat(log).contains(NAME + ": already there, verified", NAME + ": unpacked and deleted");
    assertThat(folder.resolve(NAME)).doesNotExist();
    assertThat(folder.resolve("test_batch.bin")).hasSize(Cifar10File.LENGTH);
  }

  @Test
  void keepsValidFilesAndRenamesDamagedOnes() throws Exception {
    Path folder = root.resolve("cifar10");
    Cifar10Fixture.writeBlankCifar10(folder);
    Path damaged = Files.write(folder.resolve("data_batch_4.bin"), new byte[] {1, 2, 3});
    try (FakeMirror gone = new FakeMirror(new byte[1]).answering(404)) {
      assertThatThrownBy(() -> fetch(sha256(new byte[1]), gone).fetchTo(root))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(NAME + " could not be fetched")
          .hasMessageContaining(gone.folder() + NAME + ": HTTP status 404");
      assertThat(damaged).doesNotExist();
      assertThat(folder.resolve("data_batch_4.bin.broken")).hasBinaryContent(new byte[] {1, 2, 3});
      Files.move(folder.resolve("data_batch_4.bin.broken"), root.resolve("aside"));
      Cifar10Fixture.writeBlankCifar10(folder);
      fetch(sha256(new byte[1]), gone).fetchTo(root);
      assertThat(gone.ranges()).hasSize(1);
    }
    assertThat(log).filteredOn(line -> line.contains("kept")).hasSize(5 + 6);
  }

  @Test
  void rejectsArchiveWithOtherContent() throws Exception {
    byte[] archive = archive(Map.of("x", new byte[10]));
    try (FakeMirror mirror = new FakeMirror(archive)) {
      assertThatThrownBy(() -> fetch(sha256(new byte[1]), mirror).fetchTo(root))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("wrong content, SHA-256 " + sha256(archive));
    }
    try (var files = Files.list(root.resolve("cifar10"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void namesFilesMissingInArchive() throws Exception {
    Map<String, byte[]> entries = whole();
    entries.remove(INSIDE + "data_batch_5.bin");
    fails(archive(entries), "no data_batch_5.bin in the archive");
    entries.put(INSIDE + "data_batch_5.bin", new byte[7]);
    fails(archive(entries), "data_batch_5.bin has 7 bytes, expected 30730000");
    byte[] archive = archive(whole());
    fails(Arrays.copyOf(archive, archive.length / 2), "a damaged archive");
    fails(new byte[] {1, 2, 3}, "a damaged archive");
  }

  private void fails(byte[] archive, String reason) throws Exception {
    Path folder = Files.createTempDirectory(root, "fails");
    try (FakeMirror mirror = new FakeMirror(archive)) {
      assertThatThrownBy(() -> fetch(sha256(archive), mirror).fetchTo(folder))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(NAME)
          .hasMessageContaining(reason);
    }
    assertThat(folder.resolve("cifar10/data_batch_5.bin")).doesNotExist();
    try (var files = Files.list(folder.resolve("cifar10"))) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
    }
  }

  private Cifar10Fetch fetch(String sha256, FakeMirror mirror) {
    return new Cifar10Fetch(
        List.of(mirror.folder().resolve(NAME)),
        sha256,
        new Downloader(Duration.ofSeconds(20), log::add),
        log::add);
  }

  private static Map<String, byte[]> whole() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (Cifar10File file : Cifar10File.values()) {
      entries.put(INSIDE + file.fileName(), new byte[Cifar10File.LENGTH]);
    }
    return entries;
  }

  private static byte[] archive(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        TarArchiveEntry header = new TarArchiveEntry(entry.getKey(), true);
        header.setSize(entry.getValue().length);
        tar.putArchiveEntry(header);
        tar.write(entry.getValue());
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static String sha256(byte[] bytes) throws IOException {
    return Sha256.of(new ByteArrayInputStream(bytes));
  }
}
