package org.mtlbench.results.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.results.ArtefactRecord;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.PhaseKind;
import org.mtlbench.results.ResultsJson;
import org.mtlbench.results.TaskValues;

/** Events and artefacts of schema 1 stay readable, and are written alike while it is current. */
class SchemaFixtureTest {
  private static final String ID = "0123456789abcdef";
  private static final List<String> TASKS = List.of("left", "right");

  private static final List<Event> EVENTS =
      List.of(
          new Event.CellStarted(
              ID,
              List.of(
                  new Event.PhasePlan("teacher", PhaseKind.SEARCH, 2),
                  new Event.PhasePlan("train", PhaseKind.MAIN, 3))),
          new Event.PhaseReused(
              "teacher", "feedc0de", "00c0ffee", TaskValues.of(TASKS, new double[] {0.9, 0.8})),
          new Event.PhaseEnded("teacher", 2, 20.5, 20.25),
          new Event.EpochEnded(
              "train",
              1,
              3,
              TaskValues.of(TASKS, new double[] {0.5, 0.25}),
              TaskValues.of(TASKS, new double[] {0.75, 0.5}),
              Optional.of(0.625),
              Map.of("sr", 0.125),
              7.5,
              false,
              Optional.of(0.001)),
          new Event.CellEnded(CellStatus.DIVERGED, Optional.of("loss of task left is NaN")));

  private static final ArtefactRecord ARTEFACT =
      new ArtefactRecord(
          ArtefactRecord.SCHEMA,
          "feedc0de",
          "teacher",
          ID,
          2,
          20.5,
          20.25,
          TaskValues.of(TASKS, new double[] {0.9, 0.8}),
          "00ff00ff",
          Instant.parse("2026-02-03T04:05:06.789Z"));

  @TempDir Path folder;

  private static byte[] fixture(String name) throws IOException {
    try (InputStream in = SchemaFixtureTest.class.getResourceAsStream("/schema-1/" + name)) {
      return in.readAllBytes();
    }
  }

  @Test
  void events() throws IOException {
    Path old = Files.write(folder.resolve("old.jsonl"), fixture("events.jsonl"));
    Path now = folder.resolve("now.jsonl");
    try (EventWriter writer = EventWriter.open(now)) {
      for (Event event : EVENTS) {
        writer.write(event);
      }
    }

    assertThat(new EventReader(old).readAll().events()).isEqualTo(EVENTS);
    // a key of early files that was never read
    String written = Files.readString(old).replace("\"eligible\":true,", "");
    assertThat(now).hasContent(written);
  }

  @Test
  void artefact() throws IOException {
    ResultsJson json = new ResultsJson();

    assertThat(json.readArtefact("artefact.json", fixture("artefact.json"))).isEqualTo(ARTEFACT);
    assertThat(json.toDocument(ARTEFACT)).isEqualTo(fixture("artefact.json"));
  }
}
