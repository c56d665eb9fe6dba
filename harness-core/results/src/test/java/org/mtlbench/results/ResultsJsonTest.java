package org.mtlbench.results;

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

class ResultsJsonTest {
  private final ResultsJson json = new ResultsJson();

  @Test
  void everyRecordComesBackAsItWas() throws IOException {
    CellRecord done = Examples.done(Examples.ID);
    CellRecord diverged = Examples.diverged(Examples.ID);
    RunRecord run = Examples.run(Examples.ID, "aaaaaaaa");

    assertThat(json.readCell("cell", json.toDocument(done))).isEqualTo(done);
    assertThat(json.readCell("cell", json.toLine(done).getBytes(UTF_8))).isEqualTo(done);
    assertThat(json.readCell("cell", json.toDocument(diverged))).isEqualTo(diverged);
    assertThat(json.readRun("run", json.toDocument(run))).isEqualTo(run);
  }

  @Test
  void sparsityOfComponentsAndLayersComesBackAsItWas() throws IOException {
    SparsityRecord sparsity =
        SparsityRecord.ofRows(5, 1, 4, 0.25)
            .withParts(
                List.of(SparsityRecord.Part.ofRows("trunk", 4, 1)),
                List.of(SparsityRecord.Part.ofRows("trunk.conv1.weight", 4, 1)));

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
  void aFailureSaysWhatHappenedToTheWorker() throws IOException {
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
  void recordsTheScoresOfTheConstantPredictor() throws IOException {
    TaskValues scores = TaskValues.of(List.of("right", "left"), new double[] {0.1135, 0.1028});
    CellRecord cell = Examples.beside(new ConstantPredictorRecord(scores, scores, 500, 10_000));

    assertThat(json.readCell("cell", json.toDocument(cell))).isEqualTo(cell);
    assertThat(json.toLine(cell))
        .contains(
            "\"constant-predictor\":{\"validation\":{\"right\":0.1135,\"left\":0.1028},"
                + "\"test\":{\"right\":0.1135,\"left\":0.1028},"
                + "\"validation-examples\":500,\"test-examples\":10000}");
    assertThatThrownBy(() -> new ConstantPredictorRecord(scores, scores, 1, 0))
        .hasMessageContaining("constant-predictor.test-examples: 0");
  }

  @Test
  void aNoteComesBackInPlanAndRecord() throws IOException {
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
  void tasksKeepTheirOrder() throws IOException {
    CellRecord read = json.readCell("cell", json.toDocument(Examples.done(Examples.ID)));

    assertThat(read.test().orElseThrow().accuracy().tasks().tasks())
        .containsExactly("right", "left");
  }

  @Test
  void keysAreKebabCaseInTheRecordsOrder() throws IOException {
    ObjectNode tree =
        (ObjectNode) json.readTree("cell", json.toDocument(Examples.done(Examples.ID)));

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
            "cap",
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
  void whatIsAbsentIsLeftOut() throws IOException {
    String line = json.toLine(Examples.diverged(Examples.ID));

    assertThat(line).doesNotContain("null").doesNotContain("\"sparsity\"").contains("\"reason\"");
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "'{\"schema\": 2, \"future\": true}'|schema 2 ",
        "'{\"id\": \"0123456789abcdef\"}'|schema (no version given) ",
        "'{\"schema\": \"1\"}'|schema \"1\" "
      },
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false)
  void anotherSchemaIsNamedWithPlaceAndWhatIsAllowed(String text, String found) {
    assertThatThrownBy(() -> json.readCell("cells/x.json", text.getBytes(UTF_8)))
        .isInstanceOf(SchemaException.class)
        .hasMessageStartingWith("cells/x.json: " + found)
        .hasMessageEndingWith("allowed: 1");
  }

  @Test
  void aRecordCutAnywhereIsCorrupt() throws IOException {
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
        "\"mean\":0.968|\"mean\":96.8"
      },
      delimiter = '|')
  void aWrongRecordIsCorrupt(String right, String wrong) throws IOException {
    String line = json.toLine(Examples.done(Examples.ID));
    assertThat(line).contains(right);
    String changed = line.replaceFirst(Pattern.quote(right), wrong == null ? "" : wrong);

    assertThatThrownBy(() -> json.readCell("here", changed.getBytes(UTF_8)))
        .isInstanceOf(CorruptRecordException.class)
        .hasMessageStartingWith("here: not a ");
  }

  @Test
  void numbersKeepEveryBit() throws IOException {
    double[] values = {0.1 + 0.2, Double.MIN_VALUE, Double.MAX_VALUE, 1.0 / 3, -0.0, 2.5e-8};
    TaskValues written = TaskValues.of(List.of("a", "b", "c", "d", "e", "f"), values);

    TaskValues read = ResultsJson.newMapper().readValue(json.toLine(written), TaskValues.class);

    assertThat(read).isEqualTo(written);
  }

  @Test
  void aNumberThatIsNotFiniteIsRefusedWhereverItStands() {
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
  void aFixtureOfSchema1IsStillRead() throws IOException {
    assertThat(json.readCell("cell.json", fixture("cell.json")))
        .isEqualTo(Examples.done(Examples.ID));
    assertThat(json.readRun("run.json", fixture("run.json")))
        .isEqualTo(Examples.run(Examples.ID, "aaaaaaaa"));
  }

  @Test
  void schema1IsStillWrittenAlike() throws IOException {
    assertThat(new String(json.toDocument(Examples.done(Examples.ID)), UTF_8))
        .isEqualTo(new String(fixture("cell.json"), UTF_8));
    assertThat(new String(json.toDocument(Examples.run(Examples.ID, "aaaaaaaa")), UTF_8))
        .isEqualTo(new String(fixture("run.json"), UTF_8));
  }

  @Test
  void aTunedCellOfSchema1IsReadAndWrittenAlike() throws IOException {
    CellRecord tuned = Examples.tuned(Examples.ID);

    assertThat(new String(json.toDocument(tuned), UTF_8))
        .isEqualTo(new String(fixture("cell-tuned.json"), UTF_8));
    assertThat(json.readCell("cell.json", fixture("cell-tuned.json"))).isEqualTo(tuned);
  }

  @Test
  void aCellThatIsNotTunedSaysNothingOfASearch() throws IOException {
    assertThat(json.readCell("cell.json", fixture("cell.json")).search()).isEmpty();
    assertThat(json.readTree("cell", json.toDocument(Examples.done(Examples.ID))).get("search"))
        .isNull();
  }

  private static byte[] fixture(String name) throws IOException {
    try (var in = ResultsJsonTest.class.getResourceAsStream("/schema-1/" + name)) {
      return in.readAllBytes();
    }
  }
}
