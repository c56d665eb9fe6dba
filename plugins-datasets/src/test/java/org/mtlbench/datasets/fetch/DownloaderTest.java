package org.mtlbench.datasets.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.datasets.source.Sha256;

class DownloaderTest {
  private static final int SIZE = 100_000;

  @TempDir Path folder;

  private final byte[] content = new byte[SIZE];
  private final List<String> log = new ArrayList<>();
  private final Downloader downloader = new Downloader(Duration.ofSeconds(20), log::add);
  private final Downloader impatient = new Downloader(Duration.ofSeconds(2), log::add);
  private Path target;

  @BeforeEach
  void fill() {
    new Random(1).nextBytes(content);
    target = folder.resolve("file.gz");
  }

  @Test
  void fetchesVerifiesAndRenames() throws Exception {
    try (FakeMirror mirror = new FakeMirror(content)) {
      get(mirror);
      assertThat(mirror.ranges()).containsExactly("all");
    }
    assertComplete();
    assertThat(log)
        .last()
        .asString()
        .contains("file.gz: fetched from http://")
        .contains("verified");
  }

  @Test
  void resumesAfterEachLostConnection() throws Exception {
    try (FakeMirror mirror = new FakeMirror(content).cuttingAfter(40_000)) {
      get(mirror);
      assertThat(mirror.ranges()).containsExactly("all", "bytes=40000-", "bytes=80000-");
    }
    assertComplete();
  }

  @Test
  void resumesPartialFileOfEarlierRun() throws Exception {
    Files.write(part(), Arrays.copyOf(content, 70_000));
    try (FakeMirror mirror = new FakeMirror(content)) {
      get(mirror);
      assertThat(mirror.ranges()).containsExactly("bytes=70000-");
    }
    assertComplete();
  }

  @Test
  void usesCompletePartialFileWithoutRequest() throws Exception {
    Files.write(part(), content);
    try (FakeMirror mirror = new FakeMirror(content)) {
      get(mirror);
      assertThat(mirror.ranges()).isEmpty();
    }
    assertComplete();
  }

  @Test
  void startsOverIfPartialFileIsWrong() throws Exception {
    Files.write(part(), new byte[70_000]);
    try (FakeMirror mirror = new FakeMirror(content)) {
      get(mirror);
      assertThat(mirror.ranges()).containsExactly("bytes=70000-", "all");
    }
    assertComplete();
  }

  @Test
  void startsOverIfPartialFileIsTooLong() throws Exception {
    Files.write(part(), new byte[SIZE + 5]);
    try (FakeMirror mirror = new FakeMirror(content)) {
      get(mirror);
      assertThat(mirror.ranges()).containsExactly("bytes=100005-", "all");
    }
    assertComplete();
  }

  @Test
  void supportsServersWithoutRangeRequests() throws Exception {
    Files.write(part(), Arrays.copyOf(content, 70_000));
    try (FakeMirror mirror = new FakeMirror(content).withoutRanges()) {
      get(mirror);
      assertThat(mirror.ranges()).containsExactly("bytes=70000-");
    }
    assertComplete();
  }

  @Test
  void triesNextMirrorAfter404() throws Exception {
    try (FakeMirror gone = new FakeMirror(content).answering(404);
        FakeMirror mirror = new FakeMirror(content)) {
      get(gone, mirror);
      assertThat(log).anySatisfy(line -> assertThat(line).contains("HTTP status 404"));
    }
    assertComplete();
  }

  @Test
  void triesNextMirrorAfterWrongChecksum() throws Exception {
    try (FakeMirror wrong = new FakeMirror(new byte[SIZE]);
        FakeMirror mirror = new FakeMirror(content)) {
      get(wrong, mirror);
      assertThat(wrong.ranges()).containsExactly("all");
      assertThat(mirror.ranges()).containsExactly("all");
    }
    assertComplete();
  }

  @Test
  void resumesAtNextMirrorAfterTimeout() throws Exception {
    Files.write(part(), Arrays.copyOf(content, 20_000));
    try (FakeMirror silent = new FakeMirror(content).fallingSilent();
        FakeMirror mirror = new FakeMirror(content)) {
      impatient.get(download(silent, mirror));
      assertThat(silent.ranges()).containsExactly("bytes=20000-");
      assertThat(mirror.ranges()).containsExactly("bytes=20000-");
    }
    assertComplete();
  }

  @Test
  void namesEveryMirrorAndReasonIfAllFail() throws Exception {
    URI closed;
    try (FakeMirror soon = new FakeMirror(content)) {
      closed = soon.folder().resolve("file.gz");
    }
    try (FakeMirror gone = new FakeMirror(content).answering(404);
        FakeMirror wrong = new FakeMirror(new byte[SIZE])) {
      List<URI> sources =
          List.of(gone.folder().resolve("file.gz"), wrong.folder().resolve("file.gz"), closed);
      Download download = new Download(sources, sha256(content), target);
      assertThatThrownBy(() -> downloader.get(download))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("file.gz could not be fetched")
          .hasMessageContaining(sources.get(0) + ": HTTP status 404")
          .hasMessageContaining(
              sources.get(1) + ": wrong content, SHA-256 " + sha256(new byte[SIZE]))
          .hasMessageContaining(sources.get(2) + ": no connection");
    }
    assertThat(target).doesNotExist();
    assertThat(part()).doesNotExist();
  }

  @Test
  void keepsPartialFileIfAllFail() throws Exception {
    Files.write(part(), Arrays.copyOf(content, 20_000));
    try (FakeMirror silent = new FakeMirror(content).fallingSilent()) {
      Download download = download(silent);
      assertThatThrownBy(() -> impatient.get(download))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no byte for 2 s");
    }
    assertThat(part()).hasBinaryContent(Arrays.copyOf(content, 20_000));
    assertThat(target).doesNotExist();
  }

  private void get(FakeMirror... mirrors) throws Exception {
    downloader.get(download(mirrors));
  }

  private Download download(FakeMirror... mirrors) throws IOException {
    List<URI> sources =
        Arrays.stream(mirrors).map(mirror -> mirror.folder().resolve("file.gz")).toList();
    return new Download(sources, sha256(content), target);
  }

  private Path part() {
    return folder.resolve("file.gz.part");
  }

  private void assertComplete() {
    assertThat(target).hasBinaryContent(content);
    assertThat(part()).doesNotExist();
  }

  private static String sha256(byte[] bytes) throws IOException {
    return Sha256.of(new ByteArrayInputStream(bytes));
  }
}
