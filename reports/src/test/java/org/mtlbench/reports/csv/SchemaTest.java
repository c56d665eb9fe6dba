package org.mtlbench.reports.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.reports.ReportFormat;
import org.mtlbench.reports.ReportRequest;
import org.mtlbench.reports.ReportWriter;
import org.mtlbench.reports.fixtures.FixtureRun;
import org.mtlbench.reports.fixtures.StudyRun;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.tables.TableKind;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.json.ResultsJson;
import org.mtlbench.results.score.Scores;

/**
 * Compatibility of the output formats. The fixtures in {@code schema-N} were written when version N
 * was released and are never regenerated: a change that breaks these tests needs a new version with
 * its own folder. For old versions, only reading of records is tested.
 */
class SchemaTest {
  private static final Path PAGE = Path.of("..", "docs", "results-schema.md");

  private static final Set<String> FREE =
      Set.of("config", "scores", "losses", "plugins", "data-checksums");

  @TempDir Path root;

  private static String fixture(int schema, String name) throws IOException {
    String path = "/schema-" + schema + "/" + name;
    try (InputStream in = SchemaTest.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static List<Map<String, String>> csv(String text) throws IOException {
    try (MappingIterator<Map<String, String>> lines =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(text)) {
      return lines.readAll();
    }
  }

  private static List<CellRecord> records(String text) throws IOException {
    List<CellRecord> cells = new ArrayList<>();
    for (String line : text.lines().toList()) {
      cells.add(new ResultsJson().readCell("fixture", line.getBytes(UTF_8)));
    }
    return cells;
  }

  private RunFolder written() throws IOException {
    RunFolder folder = FixtureRun.everything(root);
    ReportWriter.write(ReportRequest.everything(folder));
    return folder;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void recordsOfEveryVersionAreReadBack(int schema) throws IOException {
    List<CellRecord> cells = records(fixture(schema, "results.jsonl"));

    assertThat(cells)
        .usingRecursiveComparison()
        .ignoringCollectionOrder()
        .isEqualTo(FixtureRun.everything(root).readCells().cells());
  }

  @Test
  void linesMatchRecords() throws IOException {
    Map<String, CellRecord> records =
        records(fixture(2, "results.jsonl")).stream()
            .collect(Collectors.toMap(CellRecord::id, cell -> cell));
    List<Map<String, String>> lines = csv(fixture(2, "results.csv"));

    assertThat(lines).hasSize(12).allSatisfy(l -> assertThat(l).containsEntry("schema", "2"));
    for (Map<String, String> line : lines) {
      CellRecord cell = records.get(line.get("id"));
      if (cell == null) {
        assertThat(line).containsEntry("status", "missing");
        continue;
      }
      assertThat(line)
          .containsEntry("label", cell.label())
          .containsEntry("seed", Long.toString(cell.seed()))
          .containsEntry("status", cell.status().word())
          .containsEntry("reason", cell.reason().orElse(""))
          .containsEntry("synthetic-data", Boolean.toString(cell.flags().syntheticData()));
      if (cell.hasResult()) {
        Scores test = cell.test().orElseThrow().scores();
        assertThat(line).containsEntry("headline", "accuracy-mean");
        assertThat(Double.parseDouble(line.get("headline-value")))
            .isCloseTo(100 * test.values("accuracy").mean(), within(1e-9));
        assertThat(Double.parseDouble(line.get("total-seconds")))
            .isEqualTo(cell.seconds().orElseThrow().total());
      }
    }
    assertThat(lines).extracting(line -> line.get("label")).contains(FixtureRun.HOSTILE);
  }

  /** New columns may come, also between others; none goes or changes its content. */
  @ParameterizedTest
  @ValueSource(strings = {"results.csv", "metrics.csv", "table-paper.csv"})
  void keepsContentOfVersion2(String name) throws IOException {
    written();
    List<Map<String, String>> now = csv(Files.readString(root.resolve(name)));
    List<Map<String, String>> then = csv(fixture(2, name));

    assertThat(now).hasSameSizeAs(then);
    for (int i = 0; i < now.size(); i++) {
      Map<String, String> values = new LinkedHashMap<>(then.get(i));
      // For people; its words are free.
      if (values.remove("notes") != null) {
        assertThat(now.get(i)).containsKey("notes");
      }
      assertThat(now.get(i)).containsAllEntriesOf(values);
    }
  }

  @Test
  void keepsVersion2Rows() throws IOException {
    written();
    JsonMapper mapper = JsonMapper.builder().build();
    List<String> now = Files.readAllLines(root.resolve("tables.jsonl"));
    for (String then : fixture(2, "tables.jsonl").lines().toList()) {
      ObjectNode row = (ObjectNode) mapper.readTree(then);
      row.remove("notes");
      assertThat(now)
          .as(then)
          .anySatisfy(
              line -> {
                JsonNode other = mapper.readTree(line);
                row.properties()
                    .forEach(e -> assertThat(other.get(e.getKey())).isEqualTo(e.getValue()));
              });
    }
  }

  @Test
  void documentsEveryColumnAndKey() throws IOException {
    written();
    String page = Files.readString(PAGE);
    List<String> names = new ArrayList<>();
    try (var files = Files.list(root)) {
      for (Path file :
          files.filter(f -> f.toString().endsWith(".csv") && !f.endsWith("curves.csv")).toList()) {
        names.addAll(csv(Files.readString(file)).get(0).keySet());
      }
    }
    JsonNode record =
        JsonMapper.builder()
            .build()
            .readTree(fixture(2, "results.jsonl").lines().findFirst().get());
    names.addAll(keys(record));

    assertThat(names).isNotEmpty();
    assertThat(names.stream().map(SchemaTest::general).distinct().toList())
        .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }

  @Test
  void documentsColumnsOfStudies() throws IOException {
    ReportWriter.write(
        new ReportRequest(
            StudyRun.everything(root),
            root,
            EnumSet.of(ReportFormat.CSV),
            EnumSet.of(TableKind.PARETO),
            List.of(),
            Rows.DEFAULT_ROPE));
    String page = Files.readString(PAGE);
    List<String> names = new ArrayList<>();
    for (String id :
        List.of(
            "fronts", "best", "points-multimnist-mdmtn-ours-1", "points-multimnist-mdmtn-ours-3")) {
      Path file = root.resolve("table-pareto-" + id + ".csv");
      names.addAll(csv(Files.readString(file)).get(0).keySet());
    }

    assertThat(names.stream().map(SchemaTest::general).distinct().toList())
        .contains("loss-taskN", "l0", "hypervolume", "reference-point")
        .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }

  /** Names that hold a task or a column's id as the page writes them. */
  private static String general(String name) {
    return name.replaceFirst("^.+-half-width$", "ID-half-width")
        .replaceFirst("^accuracy-", "METRIC-")
        .replaceFirst("-task[0-9]+$", "-taskN");
  }

  /** The keys of a record, but not those that plugins and data name. */
  private static List<String> keys(JsonNode tree) {
    List<String> keys = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : tree.properties()) {
      keys.add(entry.getKey());
      if (!FREE.contains(entry.getKey())) {
        if (entry.getValue().isArray()) {
          entry.getValue().forEach(child -> keys.addAll(keys(child)));
        }
        keys.addAll(keys(entry.getValue()));
      }
    }
    return keys;
  }
}
