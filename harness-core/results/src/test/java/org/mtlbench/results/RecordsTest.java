package org.mtlbench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.results.json.ResultsJson;
import org.mtlbench.results.run.CellConfig;
import org.mtlbench.results.score.MetricRecord;
import org.mtlbench.results.score.Scores;
import org.mtlbench.results.score.TaskRecord;
import org.mtlbench.results.score.TaskValues;

class RecordsTest {
  @Test
  void computesRatesFromRowCounts() {
    // Hotegni et al. 2024, Table I, MultiMNIST on HPS: 51 zero rows of 431 give 11.83 %, CR 1.13.
    SparsityRecord sparsity = SparsityRecord.ofRows(431, 51, 381, 0.05);

    assertThat(sparsity.sr()).isCloseTo(0.1183, within(5e-5));
    assertThat(sparsity.cr()).isCloseTo(1.13, within(5e-3));
    assertThat(sparsity.ps()).isCloseTo((1 - sparsity.sr()) * sparsity.cr(), within(1e-12));
  }

  @Test
  void rejectsImpossibleRowCounts() {
    assertThatThrownBy(() -> SparsityRecord.ofRows(10, 11, 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SparsityRecord.ofRows(10, 2, 0, 0))
        .hasMessageContaining("unique-rows: 0");
    assertThatThrownBy(() -> SparsityRecord.ofRows(10, 2, 11, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SparsityRecord.ofRows(0, 0, 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sumsSecondsByKind() {
    SecondsRecord seconds =
        SecondsRecord.of(
            List.of(
                new PhaseRecord("teacher", PhaseKind.SEARCH, 3, 5, 4),
                new PhaseRecord("tuning", PhaseKind.SEARCH, 3, 7, 4),
                new PhaseRecord("main", PhaseKind.MAIN, 9, 30, 29)));

    assertThat(seconds).isEqualTo(new SecondsRecord(30, 12, 42));
  }

  @Test
  void scoresRejectOrOmitNonFiniteValues() {
    Map<String, Map<String, Double>> values =
        Map.of("left", Map.of("accuracy", 0.5, "auc", Double.NaN));

    assertThatThrownBy(() -> new Scores(values)).hasMessageContaining("left.auc: NaN");
    Scores finite = Scores.ofFinite(values);
    assertThat(finite.find("left", "accuracy")).contains(0.5);
    assertThat(finite.find("left", "auc")).isEmpty();
    assertThat(finite.find("right", "accuracy")).isEmpty();
    assertThat(Scores.ofFinite(Map.of("left", Map.of("auc", Double.NaN))).isEmpty()).isTrue();
  }

  @Test
  void formatsMetricWithScaleDecimalsAndUnit() {
    MetricRecord angle =
        new MetricRecord("angle", "Angle", "°", MetricRecord.Direction.LOWER, 0, false, 1, 1);

    assertThat(MetricRecord.ACCURACY.format(0.972)).isEqualTo("97.20 %");
    assertThat(angle.format(22.49)).isEqualTo("22.5 °");
    assertThatThrownBy(() -> new TaskRecord("normal", "map", "cosine", List.of(angle, angle)))
        .hasMessageContaining("angle twice");
    assertThatThrownBy(() -> new TaskRecord("normal", "map", "cosine", List.of()))
        .hasMessageContaining("at least one metric");
  }

  @Test
  void taskValuesRejectOrOmitNonFiniteValues() {
    List<String> tasks = List.of("left", "right");
    double[] values = {Double.NaN, 0.5};

    assertThatThrownBy(() -> TaskValues.of(tasks, values)).hasMessageContaining("left: NaN");
    assertThat(TaskValues.ofFinite(tasks, values).byTask()).isEqualTo(Map.of("right", 0.5));
    assertThatThrownBy(() -> TaskValues.of(tasks, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TaskValues.of(List.of("left", "left"), new double[] {1, 2}))
        .hasMessageContaining("distinct");
  }

  @Test
  void taskValuesAreCopied() {
    Map<String, Double> given = new LinkedHashMap<>(Map.of("left", 1.0));
    TaskValues values = new TaskValues(given);
    given.put("right", 2.0);

    assertThat(values.tasks()).containsExactly("left");
    assertThat(values.mean()).isEqualTo(1.0);
    assertThatThrownBy(() -> values.get("right")).hasMessageContaining("right");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../../evil", "0123ABCD", "abc", "01234567/", "0123456g"})
  void idsAreSafeFileNames(String id) {
    assertThatThrownBy(() -> Examples.planned(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cell.id");
  }

  @Test
  void requiresReasonUnlessDone() {
    CellRecordBuilder builder = CellRecord.builder(Examples.planned(Examples.ID));
    assertThatThrownBy(builder::done)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("execution");

    builder
        .execution(new ExecutionRecord(1, 1, "cpu", Optional.empty()))
        .flags(new FlagsRecord(false, false, 1))
        .provenance(Examples.done(Examples.ID).provenance());
    assertThatThrownBy(builder::done).hasMessageContaining("done without test");
    assertThatThrownBy(() -> builder.ended(CellStatus.DONE, "because"))
        .hasMessageContaining("reason");
    assertThatThrownBy(() -> builder.ended(CellStatus.FAILED, " ")).hasMessageContaining("reason");

    CellRecord failed = builder.note("a").note("a").ended(CellStatus.FAILED, "out of memory");
    assertThat(failed.hasResult()).isFalse();
    assertThat(failed.seconds()).isEmpty();
    assertThat(failed.notes()).containsExactly("a");
    assertThat(failed.planned()).isEqualTo(Examples.planned(Examples.ID));
  }

  @Test
  void rejectsDuplicateCells() {
    assertThatThrownBy(() -> Examples.run(Examples.ID, Examples.ID))
        .hasMessageContaining(Examples.ID + " twice");
  }

  @Test
  void copiesTrees() {
    var method = Examples.json("{\"k\": [1]}");
    CellConfig config = new CellConfig(method, Examples.json("{}"), Examples.json("{}"));
    ((com.fasterxml.jackson.databind.node.ObjectNode) method).put("k", 2);

    assertThat(config.method()).isEqualTo(Examples.json("{\"k\": [1]}"));
    assertThatThrownBy(() -> new CellConfig(method, method, Examples.json("[]")))
        .hasMessageContaining("config.architecture");
  }

  @Test
  void readsPhasesWithAndWithoutArtefact() throws JsonProcessingException {
    JsonMapper mapper = ResultsJson.newMapper();
    PhaseRecord plain = new PhaseRecord("train", PhaseKind.MAIN, 3, 5, 4);
    PhaseRecord shared = plain.sharing(new ArtefactUse("0123456789abcdef", true));
    assertThat(mapper.writeValueAsString(plain)).doesNotContain("artefact");
    assertThat(mapper.writeValueAsString(shared))
        .contains("\"artefact\":{\"key\":\"0123456789abcdef\",\"reused\":true}");
    for (PhaseRecord phase : List.of(plain, shared)) {
      assertThat(mapper.readValue(mapper.writeValueAsString(phase), PhaseRecord.class))
          .isEqualTo(phase);
    }
  }
}
