package org.mtlbench.results.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.results.ArtefactRecord;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.Examples;
import org.mtlbench.results.json.CorruptRecordException;
import org.mtlbench.results.json.SchemaException;
import org.mtlbench.results.run.RunRecord;
import org.mtlbench.results.score.Scores;
import org.mtlbench.results.score.TaskValues;

class RunFolderTest {
  private static final String A = "aaaaaaaa";
  private static final String B = "bbbbbbbb";

  @TempDir Path temporary;
  private RunFolder folder;

  @BeforeEach
  void setUp() throws IOException {
    folder = RunFolder.at(temporary.resolve("run")).create();
  }

  private List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void roundTripsRecords() throws IOException {
    RunRecord run = Examples.run(A, B);
    assertThat(folder.hasRun()).isFalse();
    folder.writeRun(run);
    folder.writeCell(Examples.diverged(B));
    folder.writeCell(Examples.done(A));

    assertThat(folder.hasRun()).isTrue();
    assertThat(folder.readRun()).isEqualTo(run);
    assertThat(folder.readCell(A)).contains(Examples.done(A));
    assertThat(folder.readCells())
        .isEqualTo(new CellsRead(List.of(Examples.done(A), Examples.diverged(B)), List.of()));
  }

  @Test
  void layoutMatchesDocumentation() throws IOException {
    folder.writeRun(Examples.run(A));
    folder.writeCell(Examples.done(A));

    assertThat(names(folder.root()))
        .containsExactly(
            "artefacts", "cells", "checkpoints", "claims", "events", "logs", "run.json");
    assertThat(names(folder.cells())).containsExactly(A + ".json");
    assertThat(folder.root().relativize(folder.eventFile(A))).hasToString("events/" + A + ".jsonl");
    assertThat(folder.root().relativize(folder.logFile(A))).hasToString("logs/" + A + ".log");
  }

  @Test
  void replacesCellAtomically() throws IOException {
    folder.writeCell(Examples.diverged(A));
    folder.writeCell(Examples.done(A));

    assertThat(folder.readCells().cells()).containsExactly(Examples.done(A));
    assertThat(names(folder.cells())).containsExactly(A + ".json");
  }

  @Test
  void readersNeverSeePartialCell() throws IOException {
    CellRecord done = Examples.done(A);
    CellRecord diverged = Examples.diverged(A);
    folder.writeCell(done);
    AtomicBoolean stop = new AtomicBoolean();
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              try {
                while (!stop.get()) {
                  folder.writeCell(diverged);
                  folder.writeCell(done);
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    try {
      for (int i = 0; i < 200; i++) {
        CellsRead read = folder.readCells();
        assertThat(read.warnings()).isEmpty();
        assertThat(read.cells()).hasSize(1).containsAnyOf(done, diverged);
      }
    } finally {
      stop.set(true);
      writer.join();
    }
  }

  @Test
  void failedWriteLeavesNoTemporaryFile() throws IOException {
    Files.createDirectories(folder.cellFile(A).resolve("in the way"));

    assertThatThrownBy(() -> folder.writeCell(Examples.done(A))).isInstanceOf(IOException.class);
    assertThat(names(folder.cells())).containsExactly(A + ".json");
  }

  @Test
  void ignoresAndDeletesStaleTemporaryFiles() throws IOException {
    folder.writeCell(Examples.done(A));
    Path stale = folder.cells().resolve("." + B + ".json.0000.tmp");
    Path fresh = folder.cells().resolve("." + B + ".json.1111.tmp");
    Files.copy(folder.cellFile(A), stale);
    Files.copy(folder.cellFile(A), fresh);
    Files.setLastModifiedTime(stale, FileTime.from(Instant.now().minusSeconds(7200)));

    assertThat(folder.readCells().cells()).containsExactly(Examples.done(A));
    assertThat(folder.readCells().warnings()).isEmpty();
    assertThat(folder.deleteStaleTemporaries(Duration.ofHours(1))).isEqualTo(1);
    assertThat(stale).doesNotExist();
    assertThat(fresh).exists();
    assertThat(folder.readCell(A)).isPresent();
  }

  @Test
  void invalidRecordsCountAsMissing() throws IOException {
    folder.writeCell(Examples.done(A));
    byte[] whole = Files.readAllBytes(folder.cellFile(A));
    Files.write(folder.cellFile(B), Arrays.copyOf(whole, whole.length / 2));
    Files.write(folder.cellFile("cccccccc"), new byte[0]);
    Files.write(folder.cellFile("dddddddd"), whole);
    Files.writeString(folder.cellFile("eeeeeeee"), "[]");
    Files.writeString(folder.cellFile("ffffffff"), "{\"schema\": 1}");

    CellsRead read = folder.readCells();
    assertThat(read.cells()).containsExactly(Examples.done(A));
    assertThat(read.warnings())
        .satisfiesExactly(
            w -> assertThat(w).contains(B + ".json: not a complete JSON document"),
            w -> assertThat(w).endsWith("cccccccc.json: empty"),
            w -> assertThat(w).endsWith("dddddddd.json: contains another cell, " + A),
            w -> assertThat(w).endsWith("eeeeeeee.json: not a JSON object"),
            w -> assertThat(w).contains("ffffffff.json: not a valid record"));
    assertThat(folder.readCell(B)).isEmpty();
    assertThat(folder.readCell("99999999")).isEmpty();
  }

  @Test
  void rejectsOtherSchemaNamingFile() throws IOException {
    Files.writeString(folder.cellFile(A), "{\"schema\": 9}");
    Files.writeString(folder.runFile(), "{\"schema\": 9}");

    assertThatThrownBy(folder::readCells)
        .isInstanceOf(SchemaException.class)
        .hasMessage(
            folder.cellFile(A)
                + ": schema 9 is not supported by this version of mtlbench; supported: 1 to 2");
    assertThatThrownBy(() -> folder.readCell(A)).isInstanceOf(SchemaException.class);
    assertThatThrownBy(folder::readRun)
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("run.json");
  }

  @Test
  void rejectsFileAsRunFolder() throws IOException {
    Path file = Files.createFile(folder.root().resolveSibling("file"));
    assertThatThrownBy(RunFolder.at(file)::readRun)
        .isInstanceOf(CorruptRecordException.class)
        .hasMessage(file + ": not a run folder: run.json is missing");
  }

  @Test
  void rejectsFolderWithoutRun() {
    assertThatThrownBy(folder::readRun)
        .isInstanceOf(CorruptRecordException.class)
        .hasMessage(folder.root() + ": not a run folder: run.json is missing");
  }

  @Test
  void missingFolderHasNoCells() throws IOException {
    RunFolder unmade = RunFolder.at(temporary.resolve("nothing"));

    assertThat(unmade.readCells()).isEqualTo(new CellsRead(List.of(), List.of()));
    assertThat(unmade.deleteStaleTemporaries(Duration.ZERO)).isZero();
  }

  private static ArtefactRecord artefact(String key) {
    return new ArtefactRecord(
        ArtefactRecord.SCHEMA,
        key,
        "teacher",
        A,
        100,
        12.5,
        11.25,
        Scores.of("accuracy", TaskValues.of(List.of("left"), new double[] {0.75})),
        "0123456789abcdef",
        Instant.parse("2026-02-03T04:05:06.789Z"));
  }

  @Test
  void roundTripsArtefact() throws IOException {
    assertThat(folder.artefactFiles().read(B)).isEmpty();
    assertThat(folder.artefactFiles().publish(artefact(B), new byte[] {1, 2, 3})).isTrue();

    assertThat(folder.artefactFiles().read(B)).contains(artefact(B));
    assertThat(folder.artefactFiles().tensorFile(artefact(B)))
        .hasBinaryContent(new byte[] {1, 2, 3});
    assertThat(names(folder.artefacts()))
        .containsExactly(B + "-0123456789abcdef.safetensors", B + ".json");
    assertThat(folder.root().relativize(folder.artefactFiles().lockFile(B)))
        .hasToString("artefacts/" + B + ".lock");
    assertThat(folder.artefactFiles().publish(artefact(B), new byte[] {1, 2, 3}))
        .as("there is one")
        .isFalse();
  }

  @Test
  void ignoresIncompleteOrForeignArtefacts() throws IOException {
    folder.artefactFiles().publish(artefact(B), new byte[0]);
    byte[] whole = Files.readAllBytes(folder.artefactFiles().recordFile(B));
    Files.write(folder.artefactFiles().recordFile(A), whole);
    assertThat(folder.artefactFiles().read(A)).as("named after another").isEmpty();
    Files.write(folder.artefactFiles().recordFile(A), Arrays.copyOf(whole, whole.length / 2));
    assertThat(folder.artefactFiles().read(A)).isEmpty();
    Files.writeString(folder.artefactFiles().recordFile(A), "{\"schema\": 9}");
    assertThat(folder.artefactFiles().read(A)).as("of another version").isEmpty();
  }
}
