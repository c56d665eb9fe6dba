package org.mtlbench.results.folder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.Examples;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventReader;
import org.mtlbench.results.event.EventWriter;

/** Files that several processes may want to write at once. */
@Timeout(60)
class PublicationTest {
  private static final String A = "aaaaaaaa";
  private static final int WRITERS = 8;

  @TempDir Path temporary;
  private RunFolder folder;

  @BeforeEach
  void setUp() throws IOException {
    folder = RunFolder.at(temporary.resolve("run")).create();
  }

  private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(calls.size());
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> call : pool.invokeAll(calls)) {
        results.add(call.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void onePublicationOfManySucceeds() throws Exception {
    for (int round = 0; round < 20; round++) {
      Path target = temporary.resolve("round" + round);
      List<Callable<Boolean>> writers = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        byte[] content = ("writer " + writer).getBytes(UTF_8);
        writers.add(() -> AtomicFile.publish(target, content));
      }
      List<Boolean> first = atOnce(writers);
      assertThat(first).containsOnlyOnce(true);
      assertThat(target).hasContent("writer " + first.indexOf(true));
    }
    try (var files = Files.list(temporary)) {
      assertThat(files.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
    }
  }

  @Test
  void concurrentClaimsHaveDistinctTokensWithoutGaps() throws Exception {
    List<Callable<List<Long>>> claimers = new ArrayList<>();
    for (int claimer = 0; claimer < WRITERS; claimer++) {
      claimers.add(
          () -> {
            List<Long> tokens = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
              tokens.add(folder.attempts(A).claim("a thread"));
            }
            assertThat(tokens).isSorted();
            return tokens;
          });
    }
    List<Long> all = atOnce(claimers).stream().flatMap(List::stream).toList();

    assertThat(all)
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(1, 5 * WRITERS).boxed().toList());
    assertThat(folder.attempts(A).newest()).isEqualTo(5 * WRITERS);
  }

  @Test
  void publishedRecordIsNotReplaced() throws IOException {
    assertThat(folder.publishCell(Examples.done(A))).isTrue();
    byte[] first = Files.readAllBytes(folder.cellFile(A));

    assertThat(folder.publishCell(Examples.diverged(A))).isFalse();

    assertThat(folder.cellFile(A)).hasBinaryContent(first);
  }

  @Test
  void removesOnlyOutdatedRecords() throws IOException {
    folder.publishCell(Examples.diverged(A));
    folder.removeCell(A, record -> record.status() == CellStatus.DONE);
    assertThat(folder.readCell(A)).map(CellRecord::status).contains(CellStatus.DIVERGED);

    folder.removeCell(A, record -> record.status() == CellStatus.DIVERGED);
    assertThat(folder.cellFile(A)).doesNotExist();

    Files.writeString(folder.cellFile(A), "half");
    folder.removeCell(A, record -> false);
    assertThat(folder.cellFile(A)).as("a record that cannot be read").doesNotExist();
  }

  @Test
  void removalKeepsFileThatWasReplacedMeanwhile() throws IOException {
    Path target = Files.writeString(temporary.resolve("file"), "new");

    AtomicFile.remove(target, "old".getBytes(UTF_8));
    assertThat(target).hasContent("new");

    AtomicFile.remove(target, "new".getBytes(UTF_8));
    assertThat(target).doesNotExist();
  }

  @Test
  void readersSeeEventsOfNewestAttemptUntilCellEnds() throws IOException {
    CellAttempts attempts = folder.attempts(A);
    for (String phase : List.of("first", "second")) {
      try (EventWriter writer = EventWriter.open(attempts.eventFile(attempts.claim("a test")))) {
        writer.write(new Event.CellResumed(phase, 1));
      }
    }
    assertThat(events()).containsExactly(new Event.CellResumed("second", 1));

    attempts.publishEvents(1);
    assertThat(events()).as("not those of the last attempt").hasSize(1);
    folder.publishCell(Examples.done(A));
    // as the next run does, if the process was killed before it could publish the events
    attempts.settle();

    assertThat(folder.eventFile(A)).isEqualTo(folder.publishedEvents(A));
    assertThat(events()).containsExactly(new Event.CellResumed("second", 1));
    try (var files = Files.list(folder.events())) {
      assertThat(files).hasSize(1);
    }
    attempts.settle();
    assertThat(events()).as("they stay").containsExactly(new Event.CellResumed("second", 1));
  }

  private List<Event> events() throws IOException {
    return new EventReader(folder.eventFile(A)).readAll().events();
  }
}
