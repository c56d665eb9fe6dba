package org.mtlbench.datasets.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.config.InvalidConfigException;

class IdxReaderTest {
  private static final byte[] SIX = {1, 2, 3, 4, 5, (byte) 255};

  @TempDir Path folder;

  @Test
  void readsPlainAndGzip() throws IOException {
    byte[] content = IdxFixture.idx(SIX, 1, 2, 3);
    IdxArray plain = IdxReader.read(write("a", content), 1, 2, 3);
    IdxArray gzip = IdxReader.read(write("a.gz", IdxFixture.gzip(content)), 1, 2, 3);
    assertThat(plain.data()).containsExactly(1, 2, 3, 4, 5, 255);
    assertThat(gzip.data()).isEqualTo(plain.data());
    assertThat(gzip.sha256()).isEqualTo(plain.sha256());
  }

  @Test
  void checksumIncludesHeader() throws IOException {
    // SHA-256 of 00 00 08 01 00 00 00 01 07, computed with sha256sum
    IdxArray array = IdxReader.read(write("a", IdxFixture.idx(new byte[] {7}, 1)), 1);
    assertThat(array.sha256())
        .isEqualTo("c564aa0aa783b8862ae6128a973a6f6b213b9428d39b5c8acfbda3c630d40f1e");
  }

  @Test
  void rejectsWrongMagicNumber() throws IOException {
    byte[] content = IdxFixture.idx(SIX, 6);
    content[2] = 0x0D;
    rejected(write("a", content), 6)
        .hasMessageContaining("magic number 0x00000d01")
        .hasMessageContaining("0x00000801");
  }

  @Test
  void rejectsWrongShape() throws IOException {
    rejected(write("a", IdxFixture.idx(SIX, 1, 2, 3)), 1, 3, 2)
        .hasMessageContaining("(1 x 2 x 3)")
        .hasMessageContaining("(1 x 3 x 2)");
  }

  @Test
  void rejectsShortFile() throws IOException {
    byte[] content = IdxFixture.idx(SIX, 6);
    rejected(write("a", Arrays.copyOf(content, 12)), 6)
        .hasMessageContaining("only 12 bytes")
        .hasMessageContaining("14 bytes");
    rejected(write("b", Arrays.copyOf(content, 6)), 6).hasMessageContaining("only 6 bytes");
    rejected(write("c", new byte[0]), 6).hasMessageContaining("only 0 bytes");
  }

  @Test
  void rejectsExtraBytes() throws IOException {
    byte[] content = IdxFixture.idx(SIX, 6);
    rejected(write("a", Arrays.copyOf(content, 15)), 6)
        .hasMessageContaining("bytes after the end")
        .hasMessageContaining("14 bytes");
  }

  @Test
  void rejectsTruncatedGzip() throws IOException {
    byte[] archive = IdxFixture.gzip(IdxFixture.idx(SIX, 6));
    rejected(write("a.gz", Arrays.copyOf(archive, archive.length - 9)), 6)
        .hasMessageContaining("truncated");
    rejected(write("b.gz", new byte[0]), 6).hasMessageContaining("truncated");
  }

  @Test
  void rejectsDamagedGzip() throws IOException {
    byte[] archive = IdxFixture.gzip(IdxFixture.idx(SIX, 6));
    archive[archive.length - 8] ^= 1;
    rejected(write("a.gz", archive), 6).hasMessageContaining("damaged gzip");
    rejected(write("b.gz", IdxFixture.idx(SIX, 6)), 6).hasMessageContaining("damaged gzip");
  }

  @Test
  void rejectsFolderAndMissingFile() throws IOException {
    rejected(Files.createDirectory(folder.resolve("a")), 6).hasMessageContaining("found a folder");
    rejected(folder.resolve("b"), 6).hasMessageContaining("found nothing");
  }

  @Test
  void rejectsFileWithoutPermission() throws IOException {
    Path file = write("a", IdxFixture.idx(SIX, 6));
    assumeFalse(
        !file.toFile().setReadable(false) || Files.isReadable(file), "this user reads every file");
    rejected(file, 6).hasMessageContaining("without permission");
  }

  @Test
  void rejectsLabelOutOfRange() throws IOException {
    Path file = write("a", IdxFixture.idx(new byte[] {0, 9, 10}, 3));
    assertThatThrownBy(() -> IdxReader.readLabels(file, 3, 10))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("label 10 at index 2")
        .hasMessageContaining("0 to 9");
    assertThat(IdxReader.readLabels(file, 3, 11).data()).containsExactly(0, 9, 10);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> rejected(Path file, int... shape) {
    return assertThatThrownBy(() -> IdxReader.read(file, shape))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining(file.toString());
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }
}
