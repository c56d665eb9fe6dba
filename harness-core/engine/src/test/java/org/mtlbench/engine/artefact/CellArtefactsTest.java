package org.mtlbench.engine.artefact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Position;
import org.mtlbench.api.layer.Role;
import org.mtlbench.api.method.StoppedException;
import org.mtlbench.api.phase.Artefact;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plugins.PluginChoice;
import org.mtlbench.results.ArtefactRecord;
import org.mtlbench.results.PhaseKind;
import org.mtlbench.results.PhaseRecord;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.score.Scores;
import org.mtlbench.results.score.TaskValues;

class CellArtefactsTest {
  private static final PhaseRecord MADE =
      new PhaseRecord("teacher left", PhaseKind.SEARCH, 7, 12.5, 11.25);
  private static final Scores SCORES =
      Scores.of("accuracy", TaskValues.of(List.of("left"), new double[] {0.75}));

  @TempDir Path temporary;
  private final NDManager manager = NDManager.newBaseManager();
  private RunFolder folder;

  @BeforeEach
  void setUp() throws IOException {
    folder = RunFolder.at(temporary.resolve("run")).create();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private record Parts(List<Parameter> parameters) implements Model {
    @Override
    public List<NDArray> predict(List<NDArray> inputs, ForwardMode mode) {
      throw new IllegalStateException("nothing is predicted");
    }
  }

  private Parameter parameter(String name, Parameter.Kind kind, float value, long... shape) {
    return new Parameter(
        name, manager.full(new Shape(shape), value), kind, Role.TRUNK, Position.HIDDEN);
  }

  /** A matrix, a scalar and a buffer. */
  private Parts parts(float value) {
    return new Parts(
        List.of(
            parameter("trunk.linear.weight", Parameter.Kind.MATRIX, value, 3, 2),
            parameter("fusion1.alpha1", Parameter.Kind.SCALAR, value + 1),
            parameter("trunk.norm.mean", Parameter.Kind.BUFFER, value + 2, 4)));
  }

  private static List<float[]> values(Parts parts) {
    return parts.parameters().stream().map(p -> p.value().toFloatArray()).toList();
  }

  private static PluginChoice choice(String id, int value) {
    return new PluginChoice(id, JsonNodeFactory.instance.objectNode().put("key", value));
  }

  private static CellSpec cell(
      PluginChoice dataset, PluginChoice architecture, int method, long seed, double budget) {
    return new CellSpec(
        "0123456789abcdef",
        "Label " + method,
        dataset,
        architecture,
        choice("method", method),
        seed,
        budget);
  }

  private static CellSpec cell() {
    return cell(choice("data", 1), choice("net", 1), 1, 0, 1);
  }

  private static Artefact artefact(int epochs) {
    ObjectNode config = JsonNodeFactory.instance.objectNode().put("epochs", epochs);
    return new Artefact("teacher", config);
  }

  private CellArtefacts.Held hold() throws IOException {
    return new CellArtefacts(folder, cell(), "hash").hold(artefact(7), () -> {});
  }

  private String saved(Parts parts) throws IOException {
    try (CellArtefacts.Held held = hold()) {
      held.save(MADE, SCORES, parts);
      return held.key();
    }
  }

  @Test
  void loadsSavedArtefactWithSameBits() throws IOException {
    Parts made = parts(1f / 3);
    String key = saved(made);
    Parts fresh = parts(0);
    int before = manager.getManagedArrays().size();
    try (CellArtefacts.Held held = hold()) {
      ArtefactRecord record = held.load(fresh).orElseThrow();
      assertThat(record.key()).isEqualTo(key);
      assertThat(record.cell()).isEqualTo("0123456789abcdef");
      assertThat(record.epochs()).isEqualTo(7);
      assertThat(record.wallSeconds()).isEqualTo(12.5);
      assertThat(record.cpuSeconds()).isEqualTo(11.25);
      assertThat(record.scores()).isEqualTo(SCORES);
    }
    for (int i = 0; i < 3; i++) {
      assertThat(values(fresh).get(i)).isEqualTo(values(made).get(i));
    }
    assertThat(manager.getManagedArrays()).as("nothing leaks").hasSize(before);
    assertThat(fresh.parameters().get(0).value().hasGradient()).isTrue();
  }

  @Test
  void writesSafetensors() throws IOException {
    Path file =
        folder
            .artefactFiles()
            .tensorFile(folder.artefactFiles().read(saved(parts(1))).orElseThrow());
    String start = new String(Files.readAllBytes(file), 8, 40, StandardCharsets.UTF_8);
    assertThat(start).startsWith("{\"").contains("\":{");
    assertThat(Files.size(file)).isBetween(4L * (6 + 1 + 4), 1000L);
  }

  @Test
  void loadsNothingBeforeFirstSave() throws IOException {
    try (CellArtefacts.Held held = hold()) {
      assertThat(held.load(parts(0))).isEmpty();
    }
  }

  @Test
  void ignoresIncompleteArtefacts() throws IOException {
    String key = saved(parts(1));
    Path tensors =
        folder.artefactFiles().tensorFile(folder.artefactFiles().read(key).orElseThrow());
    Path record = folder.artefactFiles().recordFile(key);
    byte[] wholeTensors = Files.readAllBytes(tensors);
    byte[] wholeRecord = Files.readAllBytes(record);

    Files.write(tensors, Arrays.copyOf(wholeTensors, wholeTensors.length / 2));
    assertNotLoaded();
    byte[] flipped = wholeTensors.clone();
    flipped[flipped.length - 2] ^= 4;
    Files.write(tensors, flipped);
    assertNotLoaded();
    Files.delete(tensors);
    assertNotLoaded();

    Files.write(tensors, wholeTensors);
    Files.write(record, Arrays.copyOf(wholeRecord, wholeRecord.length / 2));
    assertNotLoaded();
    Files.writeString(record, "{\"schema\": 99}");
    assertNotLoaded();
    Files.write(record, wholeRecord);
    try (CellArtefacts.Held held = hold()) {
      assertThat(held.load(parts(0))).isPresent();
    }
  }

  private void assertNotLoaded() throws IOException {
    Parts fresh = parts(5);
    try (CellArtefacts.Held held = hold()) {
      assertThat(held.load(fresh)).isEmpty();
    }
    assertThat(values(fresh).get(0)).containsOnly(5);
  }

  @Test
  void ignoresTensorsOfOtherModel() throws IOException {
    saved(parts(1));
    Parameter first = parameter("trunk.linear.weight", Parameter.Kind.MATRIX, 5, 2, 3);
    Parts otherShape =
        new Parts(List.of(first, parts(0).parameters().get(1), parts(0).parameters().get(2)));
    Parts fewer = new Parts(parts(0).parameters().subList(0, 2));
    try (CellArtefacts.Held held = hold()) {
      assertThat(held.load(otherShape)).isEmpty();
      assertThat(held.load(fewer)).isEmpty();
    }
    assertThat(first.value().toFloatArray()).containsOnly(5);
  }

  @Test
  void keyDependsOnInputsOfContent() {
    String key = ArtefactKey.of(artefact(7), cell(), "hash");
    CellSpec otherMethod = cell(choice("data", 1), choice("net", 1), 2, 0, 1);
    assertThat(ArtefactKey.of(artefact(7), otherMethod, "hash")).isEqualTo(key);
    List<String> others =
        List.of(
            ArtefactKey.of(artefact(8), cell(), "hash"),
            ArtefactKey.of(new Artefact("pupil", artefact(7).config()), cell(), "hash"),
            ArtefactKey.of(artefact(7), cell(), "other code"),
            ArtefactKey.of(artefact(7), cell(choice("data", 2), choice("net", 1), 1, 0, 1), "hash"),
            ArtefactKey.of(artefact(7), cell(choice("data", 1), choice("net", 2), 1, 0, 1), "hash"),
            ArtefactKey.of(artefact(7), cell(choice("data", 1), choice("net", 1), 1, 1, 1), "hash"),
            ArtefactKey.of(
                artefact(7), cell(choice("data", 1), choice("net", 1), 1, 0, 0.5), "hash"));
    assertThat(others).doesNotContain(key).doesNotHaveDuplicates();
  }

  @Test
  void lockIsExclusive() throws Exception {
    AtomicInteger looked = new AtomicInteger();
    AtomicBoolean released = new AtomicBoolean();
    CompletableFuture<Boolean> other;
    try (CellArtefacts.Held held = hold()) {
      assertThat(held.key()).hasSize(16);
      other =
          CompletableFuture.supplyAsync(
              () -> {
                try (CellArtefacts.Held second =
                    new CellArtefacts(folder, cell(), "hash")
                        .hold(artefact(7), looked::incrementAndGet)) {
                  assertThat(second.key()).isEqualTo(held.key());
                  return released.get();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      while (looked.get() < 2) {
        Thread.sleep(20);
      }
      released.set(true);
    }
    assertThat(other.get(30, TimeUnit.SECONDS)).as("got it after it was let go").isTrue();
  }

  @Test
  void waitingCanBeInterrupted() throws IOException {
    try (CellArtefacts.Held held = hold()) {
      assertThatThrownBy(
              () ->
                  new CellArtefacts(folder, cell(), "hash")
                      .hold(
                          artefact(7),
                          () -> {
                            throw new StoppedException();
                          }))
          .isInstanceOf(StoppedException.class);
      assertThat(held.key()).isNotBlank();
    }
  }
}
