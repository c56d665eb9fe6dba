package org.mtlbench.datasets.cifar10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.config.InvalidConfigException;

class Cifar10ReaderTest {
  private static final int PLANE = 32 * 32;

  @TempDir Path folder;

  @Test
  void interleavesPlanes() throws IOException {
    Path file = blank(Cifar10File.LENGTH);
    // record 9,999: label 7; red at row 0, column 1; green at row 31, column 31; blue at row 1
    Cifar10Fixture.put(file, 9999, 0, 7);
    Cifar10Fixture.put(file, 9999, 1 + 1, 11);
    Cifar10Fixture.put(file, 9999, 1 + PLANE + PLANE - 1, 222);
    Cifar10Fixture.put(file, 9999, 1 + 2 * PLANE + 32, 33);
    Cifar10Fixture.put(file, 0, 0, 9, 255);
    byte[] images = new byte[20_000 * 3072];
    byte[] labels = new byte[20_000];
    Cifar10Reader.read(file).copy(images, labels, 10_000);
    int last = 19_999 * 3072;
    assertThat(labels[19_999]).isEqualTo((byte) 7);
    assertThat(images[last + 3]).isEqualTo((byte) 11);
    assertThat(images[last + 3 * (PLANE - 1) + 1]).isEqualTo((byte) 222);
    assertThat(images[last + 3 * 32 + 2]).isEqualTo((byte) 33);
    assertThat(labels[10_000]).isEqualTo((byte) 9);
    assertThat(images[10_000 * 3072]).isEqualTo((byte) 255);
    int set = 0;
    for (byte value : images) {
      set += value == 0 ? 0 : 1;
    }
    assertThat(set).isEqualTo(4);
  }

  @Test
  void rejectsWrongLength() throws IOException {
    for (long length : new long[] {0, 3073, Cifar10File.LENGTH - 1, Cifar10File.LENGTH + 1L}) {
      rejected(blank(length))
          .hasMessageContaining("found " + length + " bytes")
          .hasMessageContaining("30730000 bytes (10000 records of 3073)");
    }
  }

  @Test
  void rejectsLabelOutOfRange() throws IOException {
    Path file = blank(Cifar10File.LENGTH);
    Cifar10Fixture.put(file, 1234, 0, 10);
    rejected(file)
        .hasMessageContaining("label 10 in record 1234")
        .hasMessageContaining("labels 0 to 9");
    Cifar10Fixture.put(file, 1234, 0, 255);
    rejected(file).hasMessageContaining("label 255 in record 1234");
    Cifar10Fixture.put(file, 1234, 0, 9);
    assertThat(Cifar10Reader.read(file).records()[1234 * 3073]).isEqualTo((byte) 9);
  }

  @Test
  void rejectsFolderAndMissingFile() throws IOException {
    rejected(Files.createDirectory(folder.resolve("a"))).hasMessageContaining("found a folder");
    rejected(folder.resolve("b")).hasMessageContaining("found nothing");
  }

  @Test
  void rejectsFileWithoutPermission() throws IOException {
    Path file = blank(Cifar10File.LENGTH);
    assumeFalse(
        !file.toFile().setReadable(false) || Files.isReadable(file), "this user reads every file");
    rejected(file).hasMessageContaining("without permission");
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> rejected(Path file) {
    return assertThatThrownBy(() -> Cifar10Reader.read(file))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining(file.toString());
  }

  private Path blank(long length) throws IOException {
    Path file = folder.resolve("file.bin");
    Files.deleteIfExists(file);
    return Cifar10Fixture.writeBlank(file, length);
  }
}
