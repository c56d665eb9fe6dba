package org.mtlbench.datasets.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.datasets.RealData;
import org.mtlbench.datasets.mnist.IdxFixture;
import org.mtlbench.datasets.mnist.MnistFile;
import org.mtlbench.datasets.mnist.MnistVariant;

class MnistFetchTest {
  @TempDir Path root;

  private final List<String> log = new ArrayList<>();

  @Test
  void namesEveryFileAndMirrorIfAllFail() throws Exception {
    try (FakeMirror gone = new FakeMirror(new byte[1]).answering(404);
        FakeMirror busy = new FakeMirror(new byte[1]).answering(503)) {
      assertThatThrownBy(() -> fetch(gone, busy).fetchTo(root))
          .isInstanceOf(IOException.class)
          .satisfies(
              e -> {
                for (MnistFile file : MnistFile.values()) {
                  assertThat(e)
                      .hasMessageContaining(
                          gone.folder() + file.archiveName() + ": HTTP status 404")
                      .hasMessageContaining(
                          busy.folder() + file.archiveName() + ": HTTP status 503");
                }
              });
    }
    try (var files = Files.list(root.resolve("mnist"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void keepsValidFilesWithOtherContent() throws Exception {
    IdxFixture.writeBlankMnist(root.resolve("mnist"));
    try (FakeMirror mirror = new FakeMirror(new byte[1])) {
      fetch(mirror).fetchTo(root);
      assertThat(mirror.ranges()).isEmpty();
    }
    assertThat(log).hasSize(4).allSatisfy(line -> assertThat(line).contains("kept"));
  }

  @Test
  void renamesDamagedFiles() throws Exception {
    IdxFixture.writeBlankMnist(root);
    Path damaged = Files.write(root.resolve("t10k-labels-idx1-ubyte.gz"), new byte[] {1, 2, 3});
    try (FakeMirror gone = new FakeMirror(new byte[1]).answering(404)) {
      assertThatThrownBy(() -> fetch(gone).fetchTo(root))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("t10k-labels-idx1-ubyte.gz could not be fetched");
      assertThat(gone.ranges()).hasSize(1);
    }
    assertThat(damaged).doesNotExist();
    assertThat(root.resolve("t10k-labels-idx1-ubyte.gz.broken"))
        .hasBinaryContent(new byte[] {1, 2, 3});
  }

  @Test
  void rejectsFolderThatCannotBeCreated() throws Exception {
    Path file = Files.createFile(root.resolve("file"));
    try (FakeMirror mirror = new FakeMirror(new byte[1])) {
      assertThatThrownBy(() -> fetch(mirror).fetchTo(file))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("cannot create the folder " + file.resolve("mnist"));
    }
  }

  @Test
  void makesNoRequestIfComplete() throws Exception {
    try (FakeMirror mirror = new FakeMirror(new byte[1])) {
      fetch(mirror).fetchTo(RealData.folder());
      assertThat(mirror.ranges()).isEmpty();
    }
    assertThat(log).hasSize(4).allSatisfy(line -> assertThat(line).contains("already there"));
  }

  @Test
  void fetchesFashionIntoItsOwnFolder() throws Exception {
    IdxFixture.writeBlankMnist(root);
    try (FakeMirror other = new FakeMirror(IdxFixture.gzip(new byte[9]))) {
      MnistFetch fetch =
          new MnistFetch(
              MnistVariant.FASHION_MNIST,
              List.of(other.folder()),
              new Downloader(Duration.ofSeconds(20), log::add),
              log::add);
      assertThatThrownBy(() -> fetch.fetchTo(root))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(other.folder() + "t10k-labels-idx1-ubyte.gz")
          .hasMessageContaining(MnistVariant.FASHION_MNIST.archiveSha256(MnistFile.TEST_LABELS));
      // MNIST's files of the same names count for nothing
      assertThat(other.ranges()).hasSize(4);
      assertThat(root.resolve("fashion-mnist")).isEmptyDirectory();
    }
  }

  private MnistFetch fetch(FakeMirror... mirrors) {
    return new MnistFetch(
        MnistVariant.MNIST,
        List.of(mirrors).stream().map(FakeMirror::folder).toList(),
        new Downloader(Duration.ofSeconds(20), log::add),
        log::add);
  }
}
