package org.mtlbench.results.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.Examples;
import org.mtlbench.results.FailureKind;
import org.mtlbench.results.FailureRecord;
import org.mtlbench.results.SparsityRecord;
import org.mtlbench.results.run.MethodRecord;
import org.mtlbench.results.run.MethodRole;
import org.mtlbench.results.run.PlannedCell;
import org.mtlbench.results.run.RunRecord;
import org.mtlbench.results.score.ConstantPredictorRecord;
import org.mtlbench.results.score.Scores;
import org.mtlbench.results.score.TaskValues;

class ResultsJsonTest {
  private final ResultsJson json = new ResultsJson();

  @Test
  void roundTripsEveryRecord() throws IOException {
    CellRecord done = Examples.done(Examples.ID);
    CellRecord diverged = Examples.diverged(Examples.ID);
    RunRecord run = Examples.run(Examples.ID, "aaaaaaaa");

    assertThat(json.readCell("cell", json.toDocument(done))).isEqualTo(done);
    assertThat(json.readCell("cell", json.toLine(done).getBytes(UTF_8))).isEqualTo(done);
    assertThat(json.readCell("cell", json.toDocument(diverged))).isEqualTo(diverged);
    assertThat(json.readRun("run", json.toDocument(run))).isEqualTo(run);
  }

  @Test
  void roundTripsSparsityOfComponentsAndLayers() throws IOException {
    SparsityRecord sparsity =
        SparsityRecord.ofRows(5, 1, 4, 0.25)
            .withParts(
                List.of(SparsityRecord.RowCounts.ofRows("trunk", 4, 1)),
                List.of(SparsityRecord.RowCounts.ofRows("trunk.conv1.weight", 4, 1)));

    String line = json.toLine(sparsity);
    assertThat(line)
        .contains(
            "\"components\":[{\"name\":\"trunk\",\"sr\":0.25,\"rows\":4,\"zero-rows\":1}],\"layers\":[{");
    assertThat(
            json.bind(
                "sparsity", json.readTree("sparsity", line.getBytes(UTF_8)), SparsityRecord.class))
        .isEqualTo(sparsity);
    assertThat(json.toLine(SparsityRecord.ofRows(5, 1, 4, 0.25)))
        .doesNotContain("components")
        .doesNotContain("layers");
  }

  @Test
  void recordsFailureOfWorker() throws IOException {
    FailureRecord killed = new FailureRecord(FailureKind.KILLED, List.of("epoch 3", "Killed"));
    CellRecord failed = Examples.diverged(Examples.ID).failing(killed);

    assertThat(failed.failure()).contains(killed);
    assertThat(json.readCell("cell", json.toDocument(failed))).isEqualTo(failed);
    assertThat(json.toLine(failed))
        .contains("\"failure\":{\"kind\":\"killed\",\"log-tail\":[\"epoch 3\",\"Killed\"]}");
    assertThatThrownBy(() -> Examples.done(Examples.ID).failing(killed))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void recordsConstantPredictorScores() throws IOException {
    Scores scores =
        Scores.of(
            "accuracy", TaskValues.of(List.of("right", "left"), new double[] {0.1135, 0.1028}));
    CellRecord cell = Examples.beside(new ConstantPredictorRecord(scores, scores, 500, 10_000));

    assertThat(json.readCell("cell", json.toDocument(cell))).isEqualTo(cell);
    assertThat(json.toLine(cell))
        .contains(
            "\"constant-predictor\":{\"validation\":"
                + "{\"right\":{\"accuracy\":0.1135},\"left\":{\"accuracy\":0.1028}},"
                + "\"test\":{\"right\":{\"accuracy\":0.1135},\"left\":{\"accuracy\":0.1028}},"
                + "\"validation-examples\":500,\"test-examples\":10000}");
    assertThatThrownBy(() -> new ConstantPredictorRecord(scores, scores, 1, 0))
        .hasMessageContaining("constant-predictor.test-examples: 0");
  }

  @Test
  void roundTripsNote() throws IOException {
    PlannedCell plain = Examples.planned(Examples.ID);
    PlannedCell noted =
        new PlannedCell(
            plain.id(),
            plain.label(),
            Optional.of("learning rate of the code"),
            plain.dataset(),
            plain.architecture(),
            plain.method(),
            plain.seed(),
            plain.config());
    CellRecord record = Examples.diverged(noted);

    CellRecord read = json.readCell("cell", json.toDocument(record));
    assertThat(read.note()).contains("learning rate of the code");
    assertThat(read.planned()).isEqualTo(noted);
    assertThat(json.toLine(noted)).contains("\"note\":\"learning rate of the code\"");
    assertThat(json.toLine(plain)).doesNotContain("note");
  }

  @Test
  void keepsTaskOrder() throws IOException {
    CellRecord read = json.readCell("cell", json.toDocument(Examples.done(Examples.ID)));

    assertThat(read.test().orElseThrow().scores().tasks()).containsExactly("right", "left");
  }

  @Test
  void writesKebabCaseKeysInOrder() throws IOException {
    ObjectNode tree = json.readTree("cell", json.toDocument(Examples.done(Examples.ID)));

    assertThat(tree.fieldNames())
        .toIterable()
        .containsExactly(
            "schema",
            "id",
            "label",
            "dataset",
            "architecture",
            "method",
            "seed",
            "config",
            "phases",
            "status",
            "sparsity",
            "measures",
            "parameters",
            "validation",
            "test",
            "seconds",
            "execution",
            "notes",
            "flags",
            "provenance");
    assertThat(tree.at("/execution").fieldNames())
        .toIterable()
        .containsExactly("slots", "threads", "device", "peak-memory-bytes");
    assertThat(tree.at("/provenance/started").textValue()).isEqualTo("2026-02-03T04:05:06.789Z");
    assertThat(tree.at("/phases/0/kind").textValue()).isEqualTo("search");
  }

  @Test
  void omitsAbsentValues() throws IOException {
    String line = json.toLine(Examples.diverged(Examples.ID));

    assertThat(line).doesNotContain("null").doesNotContain("\"sparsity\"").contains("\"reason\"");
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "'{\"schema\": 3, \"future\": true}'|schema 3 ",
        "'{\"id\": \"0123456789abcdef\"}'|schema (no version) ",
        "'{\"schema\": \"1\"}'|schema \"1\" "
      },
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false)
  void reportsUnsupportedSchemaWithLocation(String text, String found) {
    assertThatThrownBy(() -> json.readCell("cells/x.json", text.getBytes(UTF_8)))
        .isInstanceOf(SchemaException.class)
        .hasMessageStartingWith("cells/x.json: " + found)
        .hasMessageEndingWith("supported: 1 to 2");
  }

  @Test
  void truncatedRecordIsCorrupt() throws IOException {
    byte[] whole = json.toLine(Examples.done(Examples.ID)).getBytes(UTF_8);

    for (int length = 0; length < whole.length; length += 7) {
      byte[] torn = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> json.readCell("cells/x.json", torn))
          .isInstanceOf(CorruptRecordException.class)
          .hasMessageStartingWith("cells/x.json: ")
          .hasMessageNotContaining("\n");
    }
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "\"seed\":-7|\"seed\":1.5",
        "\"seed\":-7|\"seed\":\"-7\"",
        "\"seed\":-7,|",
        "\"seed\":-7|\"seed\":-7,\"unknown\":1",
        "\"seed\":-7|\"seed\":-7,\"seed\":-7",
        "\"status\":\"done\"|\"status\":\"finished\"",
        "\"status\":\"done\"|\"status\":0",
        "\"status\":\"done\"|\"status\":\"failed\"",
        "\"budget\":0.1|\"budget\":\"NaN\"",
        "\"budget\":0.1|\"budget\":1e999",
        "\"slots\":2|\"slots\":0",
        "{\"accuracy\":0.972}|0.972",
        "{\"accuracy\":0.972}|{\"accuracy\":1e999}"
      },
      delimiter = '|')
  void invalidRecordsAreCorrupt(String right, String wrong) throws IOException {
    String line = json.toLine(Examples.done(Examples.ID));
    assertThat(line).contains(right);
    String changed = line.replaceFirst(Pattern.quote(right), wrong == null ? "" : wrong);

    assertThatThrownBy(() -> json.readCell("here", changed.getBytes(UTF_8)))
        .isInstanceOf(CorruptRecordException.class)
        .hasMessageStartingWith("here: not a ");
  }

  @Test
  void keepsNumbersExactly() throws IOException {
    double[] values = {0.1 + 0.2, Double.MIN_VALUE, Double.MAX_VALUE, 1.0 / 3, -0.0, 2.5e-8};
    TaskValues written = TaskValues.of(List.of("a", "b", "c", "d", "e", "f"), values);

    TaskValues read = ResultsJson.newMapper().readValue(json.toLine(written), TaskValues.class);

    assertThat(read).isEqualTo(written);
  }

  @Test
  void rejectsNonFiniteNumbersAnywhere() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.putArray("k").add(1).add(Double.NaN);
    Map<String, Object> others =
        Map.of("array", new double[] {0, Double.NEGATIVE_INFINITY}, "float", Float.NaN);

    assertThatThrownBy(() -> json.toLine(tree))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/k/1: NaN is not allowed");
    others.forEach(
        (name, value) ->
            assertThatThrownBy(() -> json.toLine(Map.of(name, value)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("allowed: a finite number"));
    assertThatThrownBy(() -> json.toLine(Optional.of(Double.POSITIVE_INFINITY)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void convertsSchema1() throws IOException {
    assertThat(json.readCell("cell.json", fixture(1, "cell.json")))
        .isEqualTo(Examples.done(Examples.ID));
    assertThat(json.readCell("cell.json", fixture(1, "cell-tuned.json")))
        .isEqualTo(Examples.tuned(Examples.ID));
    assertThat(json.readRun("run.json", fixture(1, "run.json")))
        .isEqualTo(Examples.run(Examples.ID, "aaaaaaaa"));
  }

  @Test
  void convertsConstantPredictorOfSchema1() throws IOException {
    ObjectNode old = json.readTree("cell.json", fixture(1, "cell.json"));
    ObjectNode constant = old.putObject("constant-predictor");
    constant.putObject("validation").put("right", 0.1).put("left", 0.2);
    constant.putObject("test").put("right", 0.3);
    constant.put("validation-examples", 5).put("test-examples", 6);

    CellRecord cell = json.readCell("cell.json", json.toDocument(old));

    ConstantPredictorRecord lifted = cell.constantPredictor().orElseThrow();
    assertThat(lifted.validation().byTask())
        .isEqualTo(Map.of("right", Map.of("accuracy", 0.1), "left", Map.of("accuracy", 0.2)));
    assertThat(lifted.test().byTask()).isEqualTo(Map.of("right", Map.of("accuracy", 0.3)));
  }

  @Test
  void keepsRolesOfSchema1Methods() throws IOException {
    ObjectNode old = json.readTree("run.json", fixture(1, "run.json"));
    ((ObjectNode) old.at("/cells/0")).put("method", "stl");
    ((ObjectNode) old.at("/cells/1")).put("method", "another");

    RunRecord run = json.readRun("run.json", json.toDocument(old));

    assertThat(run.method("stl").has(MethodRole.SINGLE_TASK_BASELINE)).isTrue();
    assertThat(run.method("another")).isEqualTo(MethodRecord.plain("another"));
  }

  @Test
  void schema1RecordWithoutScoresIsCorrupt() throws IOException {
    ObjectNode old = json.readTree("cell.json", fixture(1, "cell.json"));
    ((ObjectNode) old.get("test")).remove("accuracy");
    byte[] bytes = json.toDocument(old);

    assertThatThrownBy(() -> json.readCell("cell.json", bytes))
        .isInstanceOf(CorruptRecordException.class);
  }

  @Test
  void roundTripsSchema2() throws IOException {
    assertAlike("cell.json", Examples.done(Examples.ID));
    assertAlike("cell-tuned.json", Examples.tuned(Examples.ID));
    assertAlike("cell-mixed.json", Examples.mixed(Examples.ID));
    byte[] run = fixture(2, "run.json");
    RunRecord expected = Examples.mixedRun(Examples.ID, "aaaaaaaa");
    assertThat(json.readRun("run.json", run)).isEqualTo(expected);
    assertThat(new String(json.toDocument(expected), UTF_8)).isEqualTo(new String(run, UTF_8));
  }

  private void assertAlike(String file, CellRecord expected) throws IOException {
    byte[] stored = fixture(2, file);
    assertThat(json.readCell(file, stored)).isEqualTo(expected);
    assertThat(new String(json.toDocument(expected), UTF_8)).isEqualTo(new String(stored, UTF_8));
  }

  @Test
  void omitsSearchOfUntunedCell() throws IOException {
    assertThat(json.readCell("cell.json", fixture(2, "cell.json")).search()).isEmpty();
    assertThat(json.readTree("cell", json.toDocument(Examples.done(Examples.ID))).get("search"))
        .isNull();
  }

  private static byte[] fixture(int schema, String name) throws IOException {
    try (var in = ResultsJsonTest.class.getResourceAsStream("/schema-" + schema + "/" + name)) {
      return in.readAllBytes();
    }
  }
}
