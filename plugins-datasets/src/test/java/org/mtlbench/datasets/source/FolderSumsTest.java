package org.mtlbench.datasets.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSumsTest {
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  @TempDir Path root;
  private Path folder;
  private FolderSums sums;

  @BeforeEach
  void write() throws IOException {
    folder = Files.createDirectory(root.resolve("data"));
    sums = new FolderSums(root.resolve("cache"));
    write("b.npy", "beta");
    write("a.npy", "alpha");
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
    Files.setLastModifiedTime(folder.resolve(name), FileTime.from(LONG_AGO));
  }

  private String sum() throws IOException {
    return sums.of(folder, List.of("b.npy", "a.npy"));
  }

  @Test
  void matchesShellTools() throws IOException {
    // printf alpha > a.npy; printf beta > b.npy; LC_ALL=C sha256sum a.npy b.npy | sha256sum
    assertThat(sum()).isEqualTo("18c9bc6a857fc712d5340ee3684757b8b8eadbfcbd6e1c4731cac50a8d41d243");
  }

  @Test
  void dependsOnlyOnNamesAndContents() throws IOException {
    String before = sum();
    Files.setLastModifiedTime(folder.resolve("a.npy"), FileTime.from(LONG_AGO.plusSeconds(60)));
    assertThat(sum()).isEqualTo(before);
    write("a.npy", "alphabet");
    assertThat(sum()).isNotEqualTo(before);
    write("a.npy", "alpha");
    assertThat(sum()).isEqualTo(before);
    Files.move(folder.resolve("a.npy"), folder.resolve("c.npy"));
    assertThat(sums.of(folder, List.of("b.npy", "c.npy"))).isNotEqualTo(before);
  }

  @Test
  void readsUnchangedFilesOnce() throws IOException {
    String before = sum();
    write("a.npy", "ALPHA");
    assertThat(sum()).as("size and time are as before").isEqualTo(before);
    assertThat(new FolderSums(root.resolve("other")).of(folder, List.of("b.npy", "a.npy")))
        .isNotEqualTo(before);
  }

  @Test
  void rereadsRecentlyWrittenFiles() throws IOException {
    FileTime now = FileTime.from(Instant.now());
    Files.setLastModifiedTime(folder.resolve("a.npy"), now);
    String before = sum();
    Files.writeString(folder.resolve("a.npy"), "ALPHA");
    Files.setLastModifiedTime(folder.resolve("a.npy"), now);
    assertThat(sum()).isNotEqualTo(before);
  }

  @Test
  void ignoresCorruptCache() throws IOException {
    String before = sum();
    try (Stream<Path> lists = Files.list(root.resolve("cache/checksums"))) {
      Files.writeString(lists.findFirst().orElseThrow(), "no list\n");
    }
    assertThat(sum()).isEqualTo(before);
    Files.delete(folder.resolve("a.npy"));
    assertThatThrownBy(this::sum).isInstanceOf(IOException.class).hasMessageContaining("a.npy");
  }
}
