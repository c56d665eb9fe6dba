package org.mtlbench.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.results.ArtefactUse;
import org.mtlbench.results.PhaseKind;
import org.mtlbench.results.PhaseRecord;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventReader;
import org.mtlbench.results.event.EventWriter;
import org.mtlbench.results.score.Scores;
import org.mtlbench.results.score.SplitRecord;
import org.mtlbench.results.score.TaskValues;

class CheckpointFileTest {
  private static final CheckpointKey KEY =
      new CheckpointKey("0123456789abcdef", "feedbeef", "gpu:1", 2);

  @TempDir Path folder;
  private Path path;
  private CheckpointFile file;

  @BeforeEach
  void name() {
    path = folder.resolve("cell.checkpoint");
    file = new CheckpointFile(path);
  }

  private static ProgressState progress(CheckpointKey key) {
    ProgressState.Training training =
        new ProgressState.Training(
            1,
            3,
            1.5,
            1.25,
            new Scores(Map.of("left", Map.of("accuracy", 0.5))),
            List.of(
                new SplitRecord(
                    new Scores(Map.of("left", Map.of("accuracy", 0.25))),
                    new TaskValues(Map.of("left", 1.5)))),
            List.of(
                new PhaseRecord("teacher", PhaseKind.SEARCH, 4, 2, 2)
                    .sharing(new ArtefactUse("abcdef0123", true))),
            List.of("a note"),
            Map.of("cap.w", 0.3),
            7,
            6,
            0.5);
    return new ProgressState(
        ProgressState.SCHEMA,
        key,
        123,
        Optional.of(1L << 30),
        List.of(),
        List.of("abcdef0123"),
        Optional.of(training));
  }

  private static Checkpoint checkpoint() {
    HostState state =
        new HostState(
            Map.of(
                "weight",
                new HostTensor(
                    new Shape(1, 2), DataType.FLOAT32, new byte[] {1, 2, 3, 4, 5, 6, 7, 8}),
                "scalar",
                new HostTensor(new Shape(), DataType.FLOAT32, new byte[4])),
            Map.of("score", new double[] {Double.NEGATIVE_INFINITY, 0.1}));
    return new Checkpoint(progress(KEY), state);
  }

  @Test
  void roundTrips() throws IOException {
    assertThat(file.read(KEY)).isEmpty();
    file.write(checkpoint());

    Checkpoint found = file.read(KEY).orElseThrow();

    assertThat(found.progress()).isEqualTo(checkpoint().progress());
    assertThat(found).usingRecursiveComparison().ignoringFields("progress").isEqualTo(checkpoint());
    file.delete();
    assertThat(file.read(KEY)).isEmpty();
  }

  @Test
  void readsProgressWithoutTensors() throws IOException {
    assertThat(file.readProgress(KEY)).isEmpty();
    file.write(checkpoint());
    byte[] whole = Files.readAllBytes(path);
    Files.write(path, Arrays.copyOf(whole, whole.length - 40));

    assertThat(file.readProgress(KEY)).contains(checkpoint().progress());
    assertThatThrownBy(() -> file.readProgress(new CheckpointKey(KEY.cell(), "other", "gpu:0", 2)))
        .isInstanceOf(UnusableCheckpointException.class)
        .hasMessageContaining("code, engine or data");
    for (byte[] broken : List.of(new byte[0], new byte[100], Arrays.copyOf(whole, 50))) {
      Files.write(path, broken);
      assertThatThrownBy(() -> file.readProgress(KEY))
          .isInstanceOf(UnusableCheckpointException.class);
    }
  }

  @Test
  void detectsMissingAndChangedBytes() throws IOException {
    file.write(checkpoint());
    byte[] whole = Files.readAllBytes(path);
    for (int i = 0; i < whole.length; i += 13) {
      byte[] wrong = whole.clone();
      wrong[i] ^= 0x10;
      assertBroken(wrong);
      assertBroken(Arrays.copyOf(whole, i));
    }
    // what a power cut may leave of a file that was not forced to the disk
    assertBroken(new byte[whole.length]);
  }

  private void assertBroken(byte[] content) throws IOException {
    Files.write(path, content);
    assertThatThrownBy(() -> file.read(KEY))
        .isInstanceOf(UnusableCheckpointException.class)
        .hasMessage("the file is corrupt");
  }

  @Test
  void rejectsHugeFiles() throws IOException {
    try (RandomAccessFile sparse = new RandomAccessFile(path.toFile(), "rw")) {
      sparse.setLength(5L << 30);
    }
    String message = path + ": 5 GiB, larger than the limit of 2 GiB";
    assertThatThrownBy(() -> file.read(KEY))
        .isInstanceOf(UnusableCheckpointException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> file.verify(KEY)).hasMessage(message);
    assertThatThrownBy(() -> file.readProgress(KEY)).hasMessage(message);
  }

  @Test
  void verifyReadsOnlyProgress() throws IOException {
    assertThat(file.verify(KEY)).isEmpty();
    file.write(checkpoint());
    assertThat(file.verify(KEY)).contains(checkpoint().progress());
    byte[] whole = Files.readAllBytes(path);
    whole[whole.length - 40] ^= 1;
    Files.write(path, whole);
    assertThatThrownBy(() -> file.verify(KEY)).hasMessage("the file is corrupt");
  }

  @Test
  void rejectsCheckpointWithOtherKey() throws IOException {
    file.write(checkpoint());

    assertThat(file.read(new CheckpointKey(KEY.cell(), "feedbeef", "gpu:0", 2))).isPresent();
    assertRejected(new CheckpointKey("fedcba9876543210", "feedbeef", "gpu:0", 2), "cell 0123");
    assertRejected(new CheckpointKey(KEY.cell(), "deadbeef", "gpu:0", 2), "code, engine or data");
    assertRejected(new CheckpointKey(KEY.cell(), "feedbeef", "cpu", 2), "made on gpu, this is cpu");
    assertRejected(new CheckpointKey(KEY.cell(), "feedbeef", "gpu:0", 1), "with 2 threads, not 1");
  }

  private void assertRejected(CheckpointKey key, String reason) {
    assertThatThrownBy(() -> file.read(key))
        .isInstanceOf(UnusableCheckpointException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void writesWhenDueOrRequested() throws IOException {
    try (EventWriter events = EventWriter.open(folder.resolve("events.jsonl"))) {
      Checkpointer never = new Checkpointer(file, events, Duration.ofHours(1));
      never.reached(progress(KEY), Optional.empty());
      assertThat(path).doesNotExist();
      never.flush();
      assertThat(file.read(KEY)).isPresent();
      never.delete();
      never.flush();
      assertThat(path).doesNotExist();

      new Checkpointer(file, events, Duration.ZERO).reached(progress(KEY), Optional.empty());
      assertThat(file.read(KEY)).isPresent();
    }
  }

  @Test
  void reportsFailedWriteOnceAndContinues() throws IOException {
    Path events = folder.resolve("events.jsonl");
    CheckpointFile nowhere = new CheckpointFile(folder.resolve("missing").resolve("checkpoint"));
    try (EventWriter writer = EventWriter.open(events)) {
      Checkpointer checkpointer = new Checkpointer(nowhere, writer, Duration.ZERO);
      checkpointer.reached(progress(KEY), Optional.empty());
      checkpointer.reached(progress(KEY), Optional.empty());
    }
    List<Event> told = new EventReader(events).readAll().events();
    assertThat(told).hasSize(1);
    assertThat(((Event.Warned) told.get(0)).sentence())
        .startsWith("cannot write " + folder.resolve("missing"))
        .endsWith("the file or its folder does not exist; training continues without it");
  }
}
