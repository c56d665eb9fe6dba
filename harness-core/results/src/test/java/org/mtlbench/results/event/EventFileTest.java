package org.mtlbench.results.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.PhaseKind;
import org.mtlbench.results.event.EventReader.Batch;
import org.mtlbench.results.json.SchemaException;
import org.mtlbench.results.score.Scores;
import org.mtlbench.results.score.TaskValues;

class EventFileTest {
  private static final List<String> TASKS = List.of("right", "left");
  private static final Event STARTED =
      new Event.CellStarted(
          "0123456789abcdef",
          List.of(
              new Event.PhasePlan("search", PhaseKind.SEARCH, 9),
              new Event.PhasePlan("retrain", PhaseKind.MAIN, 30)));
  private static final Event PHASE = new Event.PhaseEnded("search", 9, 12.5, 12.25);
  private static final Event REUSED =
      new Event.PhaseReused(
          "teacher left",
          "fedcba9876543210",
          "0123456789abcdef",
          Scores.of("accuracy", TaskValues.of(List.of("left"), new double[] {0.75})));
  private static final Event DIVERGED =
      new Event.CellEnded(CellStatus.DIVERGED, Optional.of("a loss\nis NaN"));

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void setUp() {
    file = folder.resolve("events.jsonl");
  }

  private static Event epoch(int epoch) {
    Map<String, Double> measures = new LinkedHashMap<>();
    measures.put("sr", 1.0 / 3);
    measures.put("cap", 0.4);
    return new Event.EpochEnded(
        "search",
        epoch,
        9,
        TaskValues.of(TASKS, new double[] {0.5, 0.25}),
        Scores.of("accuracy", TaskValues.of(TASKS, new double[] {0.9, 0.8})),
        Optional.of(0.85),
        measures,
        3.25,
        false,
        Optional.of(2.5e-3));
  }

  private static Event bareEpoch() {
    return new Event.EpochEnded(
        "cluster",
        1,
        1,
        TaskValues.none(),
        Scores.none(),
        Optional.empty(),
        Map.of(),
        0,
        false,
        Optional.empty());
  }

  private void write(Event... events) throws IOException {
    try (EventWriter writer = EventWriter.open(file)) {
      for (Event event : events) {
        writer.write(event);
      }
    }
  }

  @Test
  void roundTripsEveryKindOfEvent() throws IOException {
    Event[] events = {
      STARTED, REUSED, epoch(1), bareEpoch(), PHASE, DIVERGED, STARTED, Event.CellEnded.done()
    };
    write(events);

    assertThat(new EventReader(file).readAll().events()).containsExactly(events);
    assertThat(Files.readAllLines(file)).hasSize(events.length);
  }

  @Test
  void linesNameTheirEvent() throws IOException {
    write(STARTED, epoch(2));

    assertThat(Files.readAllLines(file).get(0))
        .startsWith("{\"event\":\"cell-started\",\"schema\":2,\"id\":\"0123456789abcdef\"");
    assertThat(Files.readAllLines(file).get(1))
        .startsWith("{\"event\":\"epoch-ended\",\"phase\":\"search\",\"epoch\":2,\"epochs\":9")
        .contains("\"losses\":{\"right\":0.5,\"left\":0.25}", "\"learning-rate\":0.0025");
    assertThat(((Event.EpochEnded) epoch(2)).cap()).contains(0.4);
    assertThat(((Event.EpochEnded) bareEpoch()).sr()).isEmpty();
  }

  @Test
  void readerFollowsGrowingFile() throws IOException {
    EventReader reader = new EventReader(file);
    assertThat(reader.readAll()).isEqualTo(new Batch(List.of(), 0, List.of()));
    try (EventWriter writer = EventWriter.open(file)) {
      writer.write(STARTED);
      Batch first = reader.readAll();
      assertThat(first.events()).containsExactly(STARTED);
      assertThat(reader.readFrom(first.offset()).events()).isEmpty();

      writer.write(epoch(1));
      writer.write(epoch(2));
      assertThat(reader.readFrom(first.offset()).events()).containsExactly(epoch(1), epoch(2));
    }
  }

  @Test
  void incompleteLastLineIsReadLater() throws IOException {
    write(STARTED, PHASE);
    byte[] whole = Files.readAllBytes(file);
    int second = Files.readAllLines(file).get(0).length() + 1;
    for (int length = second; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      Batch batch = new EventReader(file).readAll();
      assertThat(batch.events()).containsExactly(STARTED);
      assertThat(batch.offset()).isEqualTo(second);
      assertThat(batch.warnings()).isEmpty();
    }
    Files.write(file, whole);
    assertThat(new EventReader(file).readFrom(second).events()).containsExactly(PHASE);
  }

  @Test
  void writerRemovesIncompleteLastLine() throws IOException {
    write(STARTED, epoch(1));
    Files.writeString(
        file, "{\"event\":\"epoch-en" + "x".repeat(10_000), StandardOpenOption.APPEND);
    write(STARTED);

    Batch batch = new EventReader(file).readAll();
    assertThat(batch.events()).containsExactly(STARTED, epoch(1), STARTED);
    assertThat(batch.warnings()).isEmpty();
  }

  @Test
  void writerClearsFileWithSingleIncompleteLine() throws IOException {
    Files.writeString(file, "{\"event\":");
    write(PHASE);

    assertThat(new EventReader(file).readAll().events()).containsExactly(PHASE);
  }

  @Test
  void skipsMalformedLineWithWarning() throws IOException {
    write(STARTED);
    Files.writeString(file, "{\"event\":\"no-such\"}\n\n{}}\n", StandardOpenOption.APPEND);
    write(PHASE);

    Batch batch = new EventReader(file).readAll();
    assertThat(batch.events()).containsExactly(STARTED, PHASE);
    assertThat(batch.warnings())
        .hasSize(3)
        .allSatisfy(warning -> assertThat(warning).startsWith(file + ", byte "));
  }

  @Test
  void rejectsOtherSchema() throws IOException {
    Files.writeString(file, "{\"event\":\"cell-started\",\"schema\":3,\"future\":1}\n");

    assertThatThrownBy(() -> new EventReader(file).readAll())
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("schema 3 ")
        .hasMessageContaining(file.toString());
  }

  @Test
  void rereadsTruncatedFile() throws IOException {
    write(PHASE);

    Batch batch = new EventReader(file).readFrom(1_000_000);
    assertThat(batch.events()).containsExactly(PHASE);
    assertThat(batch.warnings()).hasSize(1);
  }

  private Path compress() throws IOException {
    Path compressed = folder.resolve("events.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
      Files.copy(file, out);
    }
    Files.delete(file);
    return compressed;
  }

  @Test
  void readsCompressedFileIfPlainOneIsMissing() throws IOException {
    write(STARTED, epoch(1), PHASE);
    long size = Files.size(file);
    Path compressed = compress();
    EventReader reader = new EventReader(file);

    assertThat(reader.readAll())
        .isEqualTo(new Batch(List.of(STARTED, epoch(1), PHASE), size, List.of()));
    assertThat(reader.source()).contains(compressed);
    assertThat(reader.readFrom(0).events()).as("what grows is plain").isEmpty();
  }

  @Test
  void prefersPlainFile() throws IOException {
    write(STARTED, epoch(1));
    compress();
    write(PHASE);
    EventReader reader = new EventReader(file);

    assertThat(reader.readAll().events()).containsExactly(PHASE);
    assertThat(reader.source()).contains(file);
  }

  @Test
  void readsTruncatedCompressedFileWithWarning() throws IOException {
    Event[] events = new Event[200];
    Arrays.setAll(events, i -> epoch(i % 9 + 1));
    write(events);
    Path compressed = compress();
    byte[] whole = Files.readAllBytes(compressed);
    for (int length : new int[] {0, 1, 9, 10, 11, whole.length / 2, whole.length - 1}) {
      Files.write(compressed, Arrays.copyOf(whole, length));

      Batch batch = new EventReader(file).readAll();

      assertThat(batch.events()).isEqualTo(List.of(events).subList(0, batch.events().size()));
      assertThat(batch.warnings())
          .as("%d of %d bytes", length, whole.length)
          .singleElement()
          .asString()
          .startsWith(compressed + ": truncated gzip file, used up to byte ");
    }
  }

  @Test
  void warnsAboutFileThatIsNotGzip() throws IOException {
    Path compressed = Files.writeString(folder.resolve("events.jsonl.gz"), "{\"event\":\"x\"}\n");

    Batch batch = new EventReader(file).readAll();

    assertThat(batch.events()).isEmpty();
    assertThat(batch.warnings())
        .containsExactly(compressed + ": corrupt gzip file, used up to byte 0");
  }

  @Test
  void skipsMalformedLineOfCompressedFileWithWarning() throws IOException {
    Files.writeString(file, "{}}\n");
    write(PHASE);
    Path compressed = compress();

    Batch batch = new EventReader(file).readAll();

    assertThat(batch.events()).containsExactly(PHASE);
    assertThat(batch.warnings()).singleElement().asString().startsWith(compressed + ", byte 0: ");
  }

  @Test
  void requiresReasonForFailedEnd() {
    assertThatThrownBy(() -> new Event.CellEnded(CellStatus.FAILED, Optional.empty()))
        .hasMessage("reason: none is not allowed for a cell that is failed");
    assertThatThrownBy(() -> new Event.CellEnded(CellStatus.DONE, Optional.of("x")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
