package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.engine.cost.Throughput;
import org.mtlbench.engine.matrix.CanonicalJson;
import org.mtlbench.engine.matrix.MatrixReader;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plan.Overrides;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.plan.Planner;
import org.mtlbench.engine.plugins.PluginChoice;
import org.mtlbench.engine.plugins.PluginLoader;

/**
 * Compares the preset {@code paper} with the protocol of Table I, key by key, except for the listed
 * departures, and related presets with it and with the public code. The facts are in the test
 * resources {@code paper/table-1.csv} and {@code paper/protocol.csv}.
 */
class PaperPresetTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path BASELINES = Path.of("..", "..", "docs", "baselines.md");
  private static final String NO_EFFECT = "-";

  /** Every deliberate departure; docs/baselines.md has the reasons. */
  private static final List<Departure> DEPARTURES =
      List.of(
          new Departure("kdmtl", "multimnist", "teacher.initialisation", "lsuv", "pytorch"),
          new Departure("mtan", "multimnist", "learning-rate", "0.00001", "0.001"),
          new Departure("stl", "multimnist", "initialisation", "lsuv", "pytorch"),
          new Departure("kdmtl", "cifar10mnist", "teacher.learning-rate", "0.05", "0.0001"),
          new Departure("kdmtl", "cifar10mnist", "teacher.initialisation", "lsuv", "pytorch"),
          new Departure("mtan", "cifar10mnist", "learning-rate", "0.00001", "0.001"),
          new Departure("stl", "cifar10mnist", "learning-rate", "0.05", "0.0001"),
          new Departure("stl", "cifar10mnist", "initialisation", "lsuv", "pytorch"));

  private final List<PlannedCell> cells = cells("paper");
  private final List<Fact> facts =
      lines("protocol.csv").stream().map(line -> Fact.of(line)).toList();

  /** A value that differs from the protocol. */
  private record Departure(
      String method, String dataset, String key, String protocol, String preset) {}

  /** A row of Table I. */
  private record TableRow(String dataset, String architecture, String method, String k) {
    static TableRow of(CellSpec cell) {
      return new TableRow(
          cell.dataset().id(),
          cell.architecture().id(),
          cell.method().id(),
          text(cell.method().config().path("k")));
    }
  }

  /** The value of a key according to the protocol. */
  private record Fact(
      String plugin,
      String dataset,
      String architecture,
      String rows,
      String key,
      String value,
      String source) {
    static Fact of(List<String> line) {
      return new Fact(
          line.get(0),
          line.get(1),
          line.get(2),
          line.get(3),
          line.get(4),
          line.get(5).equals(NO_EFFECT) ? NO_EFFECT : text(json(line.get(5))),
          line.get(6));
    }

    boolean isAbout(PluginChoice choice, CellSpec cell, String configKey) {
      String kind = cell.method().config().path("k").path(0).asDouble() > 0 ? "sparse" : "dense";
      return plugin.equals(choice.id())
          && matches(dataset, cell.dataset().id())
          && matches(architecture, cell.architecture().id())
          && matches(rows, kind)
          && key.equals(configKey);
    }

    private static boolean matches(String pattern, String value) {
      return pattern.equals("*") || pattern.equals(value);
    }
  }

  @Test
  void hasRowsVectorsAndRepetitionsOfTable1() {
    Map<TableRow, List<Long>> expected = new LinkedHashMap<>();
    for (List<String> line : lines("table-1.csv")) {
      String architecture = line.get(1).isEmpty() ? "hps" : line.get(1);
      String k = line.get(3).isEmpty() ? "" : text(json(line.get(3)));
      expected.put(
          new TableRow(line.get(0), architecture, line.get(2), k),
          LongStream.range(0, Long.parseLong(line.get(4))).boxed().toList());
    }
    Map<TableRow, List<Long>> planned = new LinkedHashMap<>();
    for (PlannedCell cell : cells) {
      planned
          .computeIfAbsent(TableRow.of(cell.spec()), row -> new ArrayList<>())
          .add(cell.spec().seed());
    }

    assertThat(expected).hasSize(18);
    assertThat(List.copyOf(planned.entrySet())).isEqualTo(List.copyOf(expected.entrySet()));
  }

  @Test
  void valuesMatchProtocolOrListedDepartures() {
    Set<Departure> departures = new LinkedHashSet<>();
    Set<Fact> used = new LinkedHashSet<>();
    for (CellSpec cell : cells.stream().map(PlannedCell::spec).toList()) {
      assertThat(cell.budget()).isEqualTo(1);
      for (PluginChoice choice : List.of(cell.dataset(), cell.architecture(), cell.method())) {
        values(choice)
            .forEach(
                (key, value) -> {
                  Fact fact = fact(choice, cell, key);
                  used.add(fact);
                  if (differs(fact, value)) {
                    departures.add(departure(choice, cell, fact, value));
                  }
                });
      }
    }

    assertThat(departures).containsExactlyInAnyOrderElementsOf(DEPARTURES);
    assertThat(used).as("facts without a key").containsExactlyInAnyOrderElementsOf(facts);
  }

  @Test
  void onlyRowsWithDeparturesFromPaperHaveNotes() {
    for (CellSpec cell : cells.stream().map(PlannedCell::spec).toList()) {
      boolean departs =
          values(cell.method()).entrySet().stream()
              .anyMatch(
                  entry -> {
                    Fact fact = fact(cell.method(), cell, entry.getKey());
                    return fact.source().equals("paper") && differs(fact, entry.getValue());
                  });
      assertThat(cell.note().isPresent()).as(TableRow.of(cell).toString()).isEqualTo(departs);
    }
  }

  @Test
  void searchesGridsOfProtocol() {
    List<String> rates = List.of("0.00001", "0.0001", "0.001", "0.01", "0.1");
    List<String> lambdas =
        List.of("0.01, 0.04", "0.04, 0.01", "0.02, 0.03", "0.03, 0.02", "0.025, 0.025");
    List<String> weights =
        List.of(
            "0.01, 0.09",
            "0.09, 0.01",
            "0.02, 0.08",
            "0.08, 0.02",
            "0.03, 0.07",
            "0.07, 0.03",
            "0.04, 0.06",
            "0.06, 0.04",
            "0.05, 0.05");
    for (PlannedCell cell : cells) {
      switch (cell.spec().method().id()) {
        case "kdmtl" -> {
          assertThat(grid(cell, "lambda")).containsExactlyElementsOf(lambdas);
          assertThat(grid(cell, "learning-rate")).containsExactlyElementsOf(rates);
        }
        case "mtan" -> {
          assertThat(grid(cell, "weights")).containsExactlyElementsOf(weights);
          assertThat(grid(cell, "learning-rate")).containsExactlyElementsOf(rates);
        }
        default -> assertThat(grid(cell, "learning-rate")).isEmpty();
      }
    }
  }

  @Test
  void allCombinationsHaveRowsOfPaper() {
    List<CellSpec> combinations =
        cells("paper-every-combination").stream().map(PlannedCell::spec).toList();

    assertThat(combinations).hasSize(24);
    assertThat(combinations)
        .containsAll(
            cells.stream().map(PlannedCell::spec).filter(cell -> cell.seed() == 0).toList());
  }

  @Test
  void codePresetUsesSchedulesAndRepetitionsOfCode() {
    Map<String, List<Long>> repetitions = new TreeMap<>();
    for (CellSpec cell : cells("code").stream().map(PlannedCell::spec).toList()) {
      String dataset = cell.dataset().id();
      Map<String, String> values = values(cell.method());
      switch (cell.method().id()) {
        case "mtan" -> assertThat(values).containsEntry("learning-rate", "0.00001");
        case "kdmtl" ->
            assertThat(values)
                .containsEntry(
                    "teacher.learning-rate", dataset.equals("multimnist") ? "0.01" : "0.0001")
                .containsEntry("teacher.decay", dataset.equals("multimnist") ? "0.5" : "0.98")
                .containsEntry("teacher.decay-first", "1")
                .containsEntry("teacher.decay-every", "1")
                .containsEntry("search-learning-rates", "false");
        case "mgda" ->
            repetitions
                .computeIfAbsent(dataset + " " + cell.architecture().id(), row -> new ArrayList<>())
                .add(cell.seed());
        default -> assertThat(cell.seed()).isZero();
      }
    }

    List<Long> ten = LongStream.range(0, 10).boxed().toList();
    assertThat(repetitions)
        .isEqualTo(
            Map.of(
                "multimnist hps",
                ten,
                "multimnist mdmtn",
                ten,
                "cifar10mnist hps",
                ten.subList(0, 5),
                "cifar10mnist mdmtn",
                ten.subList(0, 5)));
  }

  @Test
  void documentationListsSameDepartures() throws IOException {
    List<String> documented =
        Files.readAllLines(BASELINES).stream()
            .filter(line -> line.matches("\\| `\\w+` \\| \\w*mnist \\| .*"))
            .toList();

    assertThat(documented).hasSameSizeAs(DEPARTURES);
    for (Departure departure : DEPARTURES) {
      String start =
          "| `%s` | %s | `%s` | %s | %s |"
              .formatted(
                  departure.method(),
                  departure.dataset(),
                  departure.key(),
                  departure.protocol(),
                  departure.preset());
      assertThat(documented).anyMatch(line -> line.startsWith(start), start);
    }
  }

  private static List<PlannedCell> cells(String preset) {
    return new Planner(Throughput.UNKNOWN)
        .plan(
            MatrixReader.preset(preset),
            PluginLoader.load(PaperPresetTest.class.getClassLoader()),
            Overrides.NONE,
            new DataAccess(Path.of("none"), Path.of("none"), false))
        .cells();
  }

  /** The candidates of a grid search that are trained for 50 epochs. */
  private static List<String> grid(PlannedCell cell, String name) {
    return cell.phases().stream()
        .filter(phase -> phase.name().startsWith(name + " "))
        .filter(phase -> phase.kind() == Phase.Kind.SEARCH && phase.epochs() == 50)
        .map(phase -> phase.name().substring(phase.name().indexOf('(') + 1).replace(")", ""))
        .toList();
  }

  private Fact fact(PluginChoice choice, CellSpec cell, String key) {
    List<Fact> about = facts.stream().filter(fact -> fact.isAbout(choice, cell, key)).toList();
    assertThat(about)
        .as("facts in protocol.csv about the key %s of %s, row %s", key, choice.id(), cell.label())
        .hasSize(1);
    return about.get(0);
  }

  private static boolean differs(Fact fact, String value) {
    return !fact.value().equals(NO_EFFECT) && !fact.value().equals(value);
  }

  private static Departure departure(PluginChoice choice, CellSpec cell, Fact fact, String value) {
    return new Departure(choice.id(), cell.dataset().id(), fact.key(), fact.value(), value);
  }

  /** The values of a config by key, with dotted paths for nested configs, without k. */
  private static Map<String, String> values(PluginChoice choice) {
    Map<String, String> values = new TreeMap<>();
    flatten("", choice.config(), values);
    values.remove("k");
    return values;
  }

  private static void flatten(String path, JsonNode node, Map<String, String> values) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              entry ->
                  flatten(
                      path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
                      entry.getValue(),
                      values));
    } else {
      values.put(path, text(node));
    }
  }

  /** A normalised text of a value; equal for 1e-4 and 0.00010. */
  private static String text(JsonNode value) {
    JsonNode canonical = CanonicalJson.normalise(value);
    return canonical.isNumber()
        ? canonical.decimalValue().stripTrailingZeros().toPlainString()
        : canonical.isTextual() ? canonical.textValue() : canonical.toString();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** The lines of a resource without header and comments, split at the bars. */
  private static List<List<String>> lines(String resource) {
    try (var in = PaperPresetTest.class.getResourceAsStream("/paper/" + resource)) {
      Stream<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
      return lines
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
