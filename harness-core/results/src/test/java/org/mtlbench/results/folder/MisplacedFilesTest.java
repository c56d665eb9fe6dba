package org.mtlbench.results.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.Examples;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventReader;
import org.mtlbench.results.event.EventWriter;
import org.mtlbench.results.json.CorruptRecordException;

/** Folders, pipes, links and huge files in the places of records: named, and never in the way. */
@Timeout(60)
class MisplacedFilesTest {
  private static final String A = "aaaaaaaa";
  private static final String B = "bbbbbbbb";

  @TempDir Path temporary;
  private RunFolder folder;

  @BeforeEach
  void setUp() throws IOException {
    folder = RunFolder.at(temporary.resolve("run")).create();
    folder.writeCell(Examples.done(A));
  }

  /** Of any size, without taking room on the disk. */
  private static Path sparse(Path file, long size) throws IOException {
    try (RandomAccessFile made = new RandomAccessFile(file.toFile(), "rw")) {
      made.setLength(size);
    }
    return file;
  }

  private static void pipe(Path file) throws IOException, InterruptedException {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/mkfifo"))
            && new ProcessBuilder("/usr/bin/mkfifo", file.toString()).start().waitFor() == 0,
        "this system makes no pipes");
  }

  private void assertOnlyWarning(String end) throws IOException {
    assertThat(folder.readCells())
        .isEqualTo(
            new CellsRead(List.of(Examples.done(A)), List.of(folder.cellFile(B) + ": " + end)));
    assertThat(folder.readCell(B)).isEmpty();
  }

  @Test
  void reportsHugeRecordWithLimit() throws IOException {
    sparse(folder.cellFile(B), 3L << 30);
    assertOnlyWarning("3 GiB, larger than the limit of 64 MiB");
    sparse(folder.runFile(), 3L << 30);
    assertThatThrownBy(folder::readRun)
        .isInstanceOf(CorruptRecordException.class)
        .hasMessage(folder.runFile() + ": 3 GiB, larger than the limit of 256 MiB");
  }

  @Test
  void reportsFolderInPlaceOfRecord() throws IOException {
    Files.createDirectories(folder.cellFile(B).resolve("something"));
    assertOnlyWarning("a folder, not a file");
    Files.createDirectory(folder.runFile());
    assertThatThrownBy(folder::readRun).hasMessage(folder.runFile() + ": a folder, not a file");
  }

  @Test
  void doesNotOpenPipeInPlaceOfRecord() throws IOException, InterruptedException {
    pipe(folder.cellFile(B));
    assertOnlyWarning("not a plain file (for example a pipe)");
    pipe(folder.eventFile(B));
    assertThat(new EventReader(folder.eventFile(B)).readAll().warnings())
        .containsExactly(folder.eventFile(B) + ": not a plain file (for example a pipe)");
  }

  @Test
  void followsLinksAndReportsBrokenOnes() throws IOException {
    Path link = folder.cellFile(B);
    Files.createSymbolicLink(link, link.getFileName());
    assertOnlyWarning("a link that cannot be followed");
    Files.delete(link);
    Files.createSymbolicLink(link, Path.of("nothing"));
    assertOnlyWarning("a link to something that is missing");
    Files.delete(link);

    Path elsewhere = Files.move(folder.cells(), temporary.resolve("elsewhere"));
    Files.createSymbolicLink(folder.cells(), elsewhere);
    folder.create();
    folder.writeCell(Examples.done(B));
    assertThat(folder.readCells().cells()).containsExactly(Examples.done(A), Examples.done(B));
    assertThat(elsewhere.resolve(B + ".json")).isRegularFile();
  }

  @Test
  void reportsFileInPlaceOfFolder() throws IOException {
    Files.delete(folder.cellFile(A));
    Files.delete(folder.cells());
    Files.createFile(folder.cells());
    assertThat(folder.readCells())
        .isEqualTo(new CellsRead(List.of(), List.of(folder.cells() + ": a file, not a folder")));
    assertThatThrownBy(folder::create)
        .hasMessage("cannot write " + folder.cells() + ": a file is in its place");
  }

  @Test
  void movesAsideWhatIsInPlaceOfFile() throws IOException {
    Files.createDirectories(folder.cellFile(B).resolve("something"));
    assertThat(PlainFile.moveAside(folder.cellFile(A))).as("a plain file stays").isEmpty();
    Path first = PlainFile.moveAside(folder.cellFile(B)).orElseThrow();
    Files.createDirectory(folder.cellFile(B));
    Path second = PlainFile.moveAside(folder.cellFile(B)).orElseThrow();
    assertThat(first).isDirectoryContaining(path -> path.endsWith("something"));
    assertThat(second).hasFileName(B + ".json.aside-2").isDirectory();
    folder.writeCell(Examples.done(B));
    assertThat(folder.readCells().warnings()).isEmpty();
  }

  @Test
  void readsHugeEventFileUpToLimitInLittleMemory() throws IOException {
    Event end = new Event.CellEnded(CellStatus.DONE, Optional.empty());
    try (EventWriter writer = EventWriter.open(folder.eventFile(A))) {
      writer.write(end);
    }
    sparse(folder.eventFile(A), 3L << 30);

    EventReader.Batch batch = new EventReader(folder.eventFile(A)).readAll();

    assertThat(batch.events()).containsExactly(end);
    assertThat(batch.warnings())
        .containsExactly(folder.eventFile(A) + ": larger than 256 MiB, the rest is not read");
  }

  @Test
  void limitsWarningsAboutMalformedLines() throws IOException {
    Files.writeString(folder.eventFile(A), "noise\n".repeat(1000));
    assertThat(new EventReader(folder.eventFile(A)).readAll().warnings())
        .hasSize(4)
        .last()
        .asString()
        .endsWith(": 997 more malformed lines");
  }

  @Test
  void deletesTemporaryFilesOfEarlierAttempts() throws IOException {
    Path left = folder.checkpoints().resolve("." + A + ".1.checkpoint.0000.tmp");
    Path others = folder.checkpoints().resolve("." + A + ".2.checkpoint.0000.tmp");
    Files.createFile(left);
    Files.createFile(others);
    folder.attempts(A).deleteBelow(2);
    assertThat(left).doesNotExist();
    assertThat(others).exists();
  }
}
