package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.cli.command.ExitCode;
import org.mtlbench.results.folder.RunFolder;

/** What a run says when its disk is full or may only be read, and what is left of it. */
@Timeout(300)
class FullDiskRunTest {
  private static final String SHORT = "{id: ls, label: short}";
  private static final String ENDLESS = "{id: ls, label: endless, config: {epochs: 1000000}}";

  @TempDir Path folder;

  private Cli.Result run(String matrix, Path out) {
    return Cli.run("run", matrix, "--out=" + out, "--device=cpu", "--slots=1");
  }

  @Test
  void fullDiskEndsRunWithOneMessageAndKeepsFinishedCells()
      throws IOException, InterruptedException {
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"))) {
      Path out = disk.place().resolve("out");
      String matrix = Cli.matrix(folder, "filling", SHORT);
      assertThat(run(matrix, out).code()).isEqualTo(ExitCode.DONE);
      RunFolder finished = RunFolder.at(out);
      String id = finished.readCells().cells().get(0).id();
      byte[] record = Files.readAllBytes(finished.cellFile(id));

      Cli.matrix(folder, "filling", SHORT + ", " + ENDLESS);
      Path output = folder.resolve("output");
      Process program =
          Cli.start(output, "run", matrix, "--out=" + out, "--device=cpu", "--slots=1");
      try {
        while (program.isAlive() && !longEvents(out)) {
          Thread.sleep(50);
        }
        fill(disk);
        assertThat(program.waitFor()).isEqualTo(ExitCode.INTERNAL_ERROR);
      } finally {
        program.destroyForcibly();
      }
      assertThat(Files.readString(output).lines())
          .filteredOn(line -> line.contains("No space left on device"))
          .last()
          .asString()
          .startsWith("cannot write " + out)
          .endsWith(
              ". Finished cells are kept; when the cause is gone, the same command resumes the"
                  + " run");
      assertThat(Files.readString(output)).doesNotContain("\tat ");
      assertThat(finished.cellFile(id)).hasBinaryContent(record);

      Cli.Result full = run(matrix, out);
      assertThat(full.code()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(full.err())
          .isEqualTo(
              "--out: cannot write "
                  + out
                  + ": No space left on device. Name a writable folder on a disk with free"
                  + " space"
                  + System.lineSeparator());

      Files.delete(disk.place().resolve("junk"));
      Cli.matrix(folder, "filling", SHORT);
      Cli.Result again = run(matrix, out);
      assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.DONE);
      assertThat(again.out()).contains("1 of 1 cell done, nothing to run");
      assertThat(finished.cellFile(id)).hasBinaryContent(record);

      disk.makeReadOnly();
      Cli.Result readOnly = run(matrix, out);
      assertThat(readOnly.code()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(readOnly.err()).contains(": Read-only file system.").hasLineCount(1);
    }
  }

  /** Whether a cell has told of more than a few epochs. */
  private static boolean longEvents(Path out) throws IOException {
    boolean found = false;
    try (var files = Files.list(out.resolve("events"))) {
      for (Path file : files.toList()) {
        found |= Files.size(file) > 4000;
      }
    }
    return found;
  }

  private static void fill(SmallDisk disk) throws IOException {
    try (var out = Files.newOutputStream(disk.place().resolve("junk"))) {
      while (true) {
        out.write(new byte[4096]);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left on device");
    }
  }
}
