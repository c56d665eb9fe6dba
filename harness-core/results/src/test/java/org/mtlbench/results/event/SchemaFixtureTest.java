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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.results.ArtefactRecord;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.PhaseKind;
import org.mtlbench.results.json.ResultsJson;
import org.mtlbench.results.score.Scores;
import org.mtlbench.results.score.TaskValues;

/**
 * Events and artefacts of every schema stay readable; those of the current one are written alike.
 */
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
          new Event.PhaseReused("teacher", "feedc0de", "00c0ffee", accuracy(0.9, 0.8)),
          new Event.PhaseEnded("teacher", 2, 20.5, 20.25),
          new Event.EpochEnded(
              "train",
              1,
              3,
              TaskValues.of(TASKS, new double[] {0.5, 0.25}),
              accuracy(0.75, 0.5),
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
          accuracy(0.9, 0.8),
          "00ff00ff",
          Instant.parse("2026-02-03T04:05:06.789Z"));

  @TempDir Path folder;

  private static Scores accuracy(double... values) {
    return Scores.of("accuracy", TaskValues.of(TASKS, values));
  }

  private static byte[] fixture(int schema, String name) throws IOException {
    String path = "/schema-" + schema + "/" + name;
    try (InputStream in = SchemaFixtureTest.class.getResourceAsStream(path)) {
      return in.readAllBytes();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void eventsAreRead(int schema) throws IOException {
    Path file = Files.write(folder.resolve("events.jsonl"), fixture(schema, "events.jsonl"));

    EventReader.Batch read = new EventReader(file).readAll();

    assertThat(read.events()).isEqualTo(EVENTS);
    assertThat(read.warnings()).isEmpty();
  }

  @Test
  void roundTripsEventsOfCurrentSchema() throws IOException {
    Path file = folder.resolve("now.jsonl");
    try (EventWriter writer = EventWriter.open(file)) {
      for (Event event : EVENTS) {
        writer.write(event);
      }
    }

    assertThat(file).hasBinaryContent(fixture(2, "events.jsonl"));
  }

  @Test
  void artefact() throws IOException {
    ResultsJson json = new ResultsJson();

    for (int schema : new int[] {1, 2}) {
      assertThat(json.readArtefact("artefact.json", fixture(schema, "artefact.json")))
          .isEqualTo(ARTEFACT);
    }
    assertThat(json.toDocument(ARTEFACT)).isEqualTo(fixture(2, "artefact.json"));
  }
}
