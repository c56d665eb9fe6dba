package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.cli.command.ExitCode;
import org.mtlbench.cli.progress.LiveWatch;
import org.mtlbench.cli.watch.RunState;
import org.mtlbench.cli.watch.RunningCell;
import org.mtlbench.cli.watch.WatchedRun;
import org.mtlbench.results.CellEnding;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.FailureKind;
import org.mtlbench.results.FailureRecord;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventWriter;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.run.PlannedCell;

/** Watches copies of the folder of a real run, from which files are taken away. */
class WatchTest {
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

  @TempDir static Path finished;
  @TempDir Path scratch;
  private RunFolder folder;

  @BeforeAll
  static void run() throws IOException {
    Cli.Result result =
        Cli.run(
            "run",
            Cli.matrix(
                finished,
                "tiny",
                "ls, {id: mgda, label: \"A label of forty-four characters, for MGDA\"}"),
            "--out=" + finished.resolve("out"),
            "--device=cpu",
            "--slots=2");
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
  }

  @BeforeEach
  void copy() throws IOException {
    Path from = finished.resolve("out");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, scratch.resolve("out").resolve(from.relativize(file).toString()));
      }
    }
    folder = RunFolder.at(scratch.resolve("out"));
  }

  private WatchedRun watch() throws IOException {
    return WatchedRun.open(folder.root(), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private List<String> ids() throws IOException {
    return folder.readRun().cells().stream().map(PlannedCell::id).toList();
  }

  /** Takes the record of a cell away, and dates its other files. */
  private void begin(String id, Duration ago) throws IOException {
    Files.delete(folder.cellFile(id));
    try (Stream<Path> files = Files.walk(folder.root())) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith(id)).toList()) {
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(ago)));
      }
    }
  }

  private Cli.Result once() {
    return Cli.run("watch", folder.root().toString(), "--once");
  }

  @Test
  void endsAtOnceIfAllCellsAreDone() {
    Cli.Result result = Cli.run("watch", folder.root().toString());

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).endsWith(" 2 of 2 cells done, 0 failed" + System.lineSeparator());
  }

  @Test
  void showsRunningAndWaitingCells() throws IOException {
    begin(ids().get(0), Duration.ofSeconds(40));
    Files.delete(folder.cellFile(ids().get(1)));
    Files.delete(folder.publishedEvents(ids().get(1)));
    Files.delete(folder.attempts(ids().get(1)).claimFile(1));

    RunState state = watch().read();

    assertThat(state.running()).hasSize(1);
    RunningCell cell = state.running().get(0);
    assertThat(cell.cell().label()).isEqualTo("LS");
    assertThat(cell.quiet()).isEqualTo(Duration.ofSeconds(40));
    assertThat(cell.silent()).isFalse();
    assertThat(cell.share()).isEqualTo(1);
    assertThat(cell.lastEpoch()).isPresent();
    assertThat(state.waiting()).isEqualTo(1);
    assertThat(state.over()).isFalse();
    // the waiting cell takes as long as the running one
    assertThat(state.secondsLeft()).isPresent();
  }

  @Test
  void cellWithoutActivityIsSilent() throws IOException {
    begin(ids().get(0), Duration.ofMinutes(4));
    begin(ids().get(1), Duration.ofMinutes(12));

    RunState state = watch().read();

    assertThat(state.silent()).isEqualTo(1);
    assertThat(state.running()).extracting(RunningCell::silent).containsExactly(true, false);
    assertThat(state.running().get(0).cell().id()).isEqualTo(ids().get(1));
  }

  @Test
  void followsNewestAttempt() throws IOException {
    String id = ids().get(0);
    begin(id, Duration.ofSeconds(3));
    WatchedRun run = watch();
    assertThat(run.read().running().get(0).lastEpoch()).isPresent();

    long token = folder.attempts(id).claim("a task on another node");
    try (EventWriter events = EventWriter.open(folder.attempts(id).eventFile(token))) {
      events.write(new Event.CellStarted(id, List.of()));
    }

    assertThat(run.read().running().get(0).lastEpoch()).isEmpty();
  }

  @Test
  void activityOfMachineWithAnotherClockCountsWhenItIsSeen() throws IOException {
    String id = ids().get(0);
    begin(id, Duration.ofMinutes(12));
    WatchedRun run = watch();
    assertThat(run.read().silent()).isEqualTo(1);

    // a checkpoint, written now, by a machine whose clock is an hour slow
    Path checkpoint = folder.checkpoints().resolve(id + ".7.checkpoint");
    Files.writeString(checkpoint, "state");
    Files.setLastModifiedTime(checkpoint, FileTime.from(NOW.minus(Duration.ofHours(1))));

    assertThat(run.read().silent()).isZero();
  }

  @Test
  void incompleteRecordsCountWhenTheyAreComplete() throws IOException {
    Path file = folder.cellFile(ids().get(0));
    byte[] record = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(record, record.length / 2));
    Path events = folder.eventFile(ids().get(0));
    Files.writeString(events, Files.readString(events) + "{\"event\": \"epoch-en");
    WatchedRun run = watch();
    assertThat(run.read().ended()).hasSize(1);

    Files.write(file, record);
    Files.setLastModifiedTime(file, FileTime.from(NOW));

    RunState state = run.read();
    assertThat(state.ended()).extracting(CellRecord::id).containsExactlyElementsOf(ids());
    assertThat(state.over()).isTrue();
  }

  @Test
  void failedCellsAreCountedByReason() throws IOException {
    for (String id : ids()) {
      CellRecord done = folder.readCell(id).orElseThrow();
      folder.writeCell(
          new CellRecord(
              done.schema(),
              done.planned(),
              done.phases(),
              done.search(),
              new CellEnding(
                  CellStatus.FAILED,
                  Optional.of("no memory"),
                  Optional.of(
                      new FailureRecord(
                          id.equals(ids().get(0))
                              ? FailureKind.OUT_OF_HEAP
                              : FailureKind.OUT_OF_NATIVE_MEMORY,
                          List.of()))),
              done.model(),
              done.seconds(),
              done.execution(),
              done.notes(),
              done.flags(),
              done.provenance()));
    }

    Cli.Result result = once();

    assertThat(result.code()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(result.out().lines())
        .containsExactly("0 of 2 cells done, 2 failed", "failed: 2 out of memory");
  }

  @Test
  void onceShowsStateOfUnfinishedRun() throws IOException {
    Files.delete(folder.cellFile(ids().get(0)));

    Cli.Result result = once();

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out())
        .startsWith("1 of 2 cells done, 1 running, 0 failed")
        .containsPattern("100 % LS: train 1/1, validation accuracy [0-9.]+ %, active \\d+ s ago");
  }

  @Test
  void terminalShowsRunInEightyColumns() throws IOException {
    begin(ids().get(0), Duration.ofSeconds(3));
    begin(ids().get(1), Duration.ofMinutes(12));
    StringWriter out = new StringWriter();
    WatchedRun run = watch();

    try (LiveWatch view = new LiveWatch(new PrintWriter(out), 80, 24)) {
      view.show(run.read());
      Files.copy(
          finished.resolve("out/cells/" + ids().get(0) + ".json"), folder.cellFile(ids().get(0)));
      view.show(run.read());
    }

    assertThat(out.toString())
        .contains("0 of 2 cells done, 1 running, 1 silent, 0 failed")
        .containsPattern(
            "A label of [a-z-]*\\.\\.\\.: train 1/1, validation accuracy [0-9.]+ %, silent for 12")
        .contains("[1/2] LS: test ");
    assertThat(out.toString().split("\\R|\\r", -1))
        .allSatisfy(line -> assertThat(line.replaceAll("\\e\\[\\d*[A-Z]", "")).hasSizeLessThan(80));
  }

  @Test
  void rejectsFoldersThatAreNoRuns() throws IOException {
    Cli.Result missing = Cli.run("watch", scratch.resolve("no such").toString());
    assertThat(missing.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(missing.err()).contains("no such: there is no such folder. Name the folder");

    Files.delete(folder.runFile());
    assertThat(once().code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(once().err()).contains("run.json is missing");

    Files.writeString(folder.runFile(), "{\"schema\": 2, \"na");
    assertThat(once().code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(once().err()).contains("run.json").doesNotContain("internal error");
  }
}
