package org.mtlbench.results.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.results.Examples;

class FullDiskTest {
  private static final String A = "aaaaaaaa";
  private static final String B = "bbbbbbbb";

  @TempDir Path temporary;

  @Test
  void failedWriteKeepsOldFile() throws IOException, InterruptedException {
    try (SmallDisk disk = SmallDisk.mount(temporary.resolve("disk"))) {
      Path file = disk.place().resolve("file");
      AtomicFile.write(file, new byte[] {1, 2, 3});
      byte[] large = new byte[2 << 20];

      assertThatThrownBy(() -> AtomicFile.write(file, large))
          .isInstanceOf(UnwritableException.class)
          .hasMessage("cannot write " + file + ": No space left on device");

      assertThat(file).hasBinaryContent(new byte[] {1, 2, 3});
      try (var files = Files.list(disk.place())) {
        assertThat(files).containsExactly(file);
      }
    }
  }

  @Test
  void fullDiskKeepsFinishedCells() throws IOException, InterruptedException {
    try (SmallDisk disk = SmallDisk.mount(temporary.resolve("disk"))) {
      RunFolder folder = RunFolder.at(disk.place()).create();
      folder.writeCell(Examples.done(A));
      fill(disk.place().resolve("junk"));

      assertThatThrownBy(() -> folder.writeCell(Examples.done(B)))
          .isInstanceOf(UnwritableException.class)
          .hasMessageContaining("No space left on device");
      assertThat(folder.readCells().cells()).containsExactly(Examples.done(A));
      assertThat(folder.readCells().warnings()).isEmpty();

      Files.delete(disk.place().resolve("junk"));
      folder.writeCell(Examples.done(B));
      assertThat(folder.readCells().cells()).hasSize(2);
    }
  }

  private static void fill(Path junk) throws IOException {
    try (var out = Files.newOutputStream(junk)) {
      byte[] block = new byte[4096];
      Arrays.fill(block, (byte) 1);
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left on device");
    }
  }

  @Test
  void reportsReadOnlyDisk() throws IOException, InterruptedException {
    try (SmallDisk disk = SmallDisk.mount(temporary.resolve("disk"))) {
      RunFolder folder = RunFolder.at(disk.place()).create();
      folder.writeCell(Examples.done(A));
      disk.makeReadOnly();

      assertThatThrownBy(() -> folder.writeCell(Examples.done(B)))
          .isInstanceOf(UnwritableException.class)
          .hasMessage("cannot write " + folder.cellFile(B) + ": Read-only file system");
      assertThat(folder.readCells().cells()).containsExactly(Examples.done(A));
    }
  }
}
