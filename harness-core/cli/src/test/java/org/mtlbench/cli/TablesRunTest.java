package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.score.Scores;

/** Tables from file to report: three unlike tasks, one task alone, and the synthetic houses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TablesRunTest {
  private static final int ROWS = 10_000;
  private static final double MISSING = 0.05;

  private static final String TABLE =
      "file: flats.csv, targets: {price: regression, sold: classification, tags: multi-label},"
          + " ignore: [id], categorical: [month], category-encoding: embedding";

  private static final String MATRIX =
      """
      name: tables
      datasets: [{id: csv, label: flats, config: {%1$s}}]
      architectures: [hps]
      methods: [stl, ls, uw, mgda, upgrad, {id: ours, config: {k: [0.01, 0.3, 0.3, 0.39]}}]
      cells:
        - {dataset: {id: csv, label: flats, config: {%1$s}}, architecture: mdmtn, method: ls}
        - {dataset: {id: csv, label: flats, config: {%1$s}}, architecture: mmoe, method: mgda}
        - {dataset: {id: csv, label: prices, config: {%1$s, tasks: [price]}}, architecture: hps,
           method: stl}
        - {dataset: {id: csv, label: prices, config: {%1$s, tasks: [price]}}, architecture: hps,
           method: mgda}
        - {dataset: {id: csv, label: prices, config: {%1$s, tasks: [price]}}, architecture: hps,
           method: {id: ours, config: {k: [0.2, 0.8]}}}
        - {dataset: {id: houses-synthetic, config: {train-size: 1500, validation-size: 300,
           test-size: 600}}, architecture: hps, method: ls}
      training: {epochs: 13, batch-size: 256, schedule: cosine}
      """
          .formatted(TABLE);

  @TempDir static Path folder;
  private List<CellRecord> cells;
  private Path out;

  /** 20 columns: 13 numbers, three categories, a name, and three tasks. */
  private static String table() {
    RandomGenerator random = new Randomness(7).stream("flats");
    StringBuilder text = new StringBuilder("id,");
    for (int c = 1; c <= 13; c++) {
      text.append('x').append(c).append(',');
    }
    text.append("zone,kind,month,price,sold,tags\n");
    for (int row = 0; row < ROWS; row++) {
      double[] x = random.doubles(13, -1.7, 1.7).toArray();
      int zone = random.nextInt(4);
      double price = 200 + 60 * x[0] + 30 * x[1] * x[2] + 20 * zone + 15 * random.nextGaussian();
      boolean sold = x[0] - x[3] + 0.5 * zone + 0.5 * random.nextGaussian() > 0.7;
      String tags = x[0] + x[4] > 0 ? x[5] > 0.5 ? "garden;pool" : "garden" : "none";
      text.append('h').append(row);
      for (double value : x) {
        text.append(',')
            .append(random.nextDouble() < 0.02 ? "" : String.format(Locale.ROOT, "%.4f", value));
      }
      text.append(random.nextDouble() < 0.03 ? ",NA" : ",zone" + zone)
          .append(random.nextBoolean() ? ",flat," : ",house,")
          .append(1 + random.nextInt(12))
          .append(',')
          .append(random.nextDouble() < MISSING ? "" : String.format(Locale.ROOT, "%.2f", price))
          .append(',')
          .append(random.nextDouble() < MISSING ? "" : sold ? "yes" : "no")
          .append(',')
          .append(random.nextDouble() < MISSING ? "" : tags)
          .append('\n');
    }
    return text.toString();
  }

  @BeforeAll
  void run() throws IOException {
    Files.writeString(folder.resolve("flats.csv"), table());
    Path matrix = Files.writeString(folder.resolve("tables.yaml"), MATRIX);
    out = folder.resolve("out");
    Cli.Result result =
        Cli.run(
            "run",
            matrix.toString(),
            "--data-dir=" + folder,
            "--out=" + out,
            "--slots=2",
            "--device=cpu");
    assertThat(result.code()).as(result.out() + result.err()).isZero();
    cells = RunFolder.at(out).readCells().cells();
  }

  private Stream<CellRecord> of(String dataset) {
    return cells.stream().filter(cell -> cell.dataset().equals(dataset));
  }

  private static Scores test(CellRecord cell) {
    return cell.test().orElseThrow().scores();
  }

  /** Share of the distance from the constant predictor to the ideal. */
  private static double skill(CellRecord cell, String task, String metric, double ideal) {
    double constant =
        cell.constantPredictor().orElseThrow().test().find(task, metric).orElseThrow();
    return (test(cell).find(task, metric).orElseThrow() - constant) / (ideal - constant);
  }

  @Test
  void allMethodsLearnAllTasksOfTableAndAllMetricsAreReported() throws IOException {
    assertThat(of("flats")).hasSize(8);
    Map<String, List<String>> metrics =
        Map.of(
            "price", List.of("rmse", "mae", "r2"),
            "sold", List.of("accuracy"),
            "tags", List.of("macro-f1", "auc"));
    List<String> lines = Files.readAllLines(out.resolve("metrics.csv"));
    metrics.forEach(
        (task, ids) ->
            ids.forEach(
                id ->
                    assertThat(lines)
                        .filteredOn(line -> line.contains(",flats,"))
                        .filteredOn(line -> line.contains(",test," + task + "," + id + ","))
                        .as(task + " " + id)
                        .hasSize(8)));
    of("flats")
        .filter(cell -> !cell.method().equals("ours"))
        .forEach(
            cell -> {
              assertThat(skill(cell, "price", "rmse", 0)).as(cell.label()).isGreaterThan(0.2);
              assertThat(skill(cell, "sold", "accuracy", 1)).as(cell.label()).isGreaterThan(0.2);
              assertThat(skill(cell, "tags", "auc", 1)).as(cell.label()).isGreaterThan(0.2);
              // prices are around 230 with a deviation of about 70
              assertThat(test(cell).find("price", "rmse").orElseThrow()).isBetween(10.0, 60.0);
            });
    String report = Files.readString(out.resolve("report.md"));
    assertThat(report).contains("price RMSE", "sold Accuracy", "tags Macro F1", "R²", "flats");
  }

  @Test
  void provenanceContainsChecksumOfFile() {
    assertThat(of("flats"))
        .allSatisfy(
            cell ->
                assertThat(cell.provenance().dataChecksums())
                    .containsOnlyKeys("flats.csv")
                    .allSatisfy((file, sum) -> assertThat(sum).hasSize(64)));
  }

  @Test
  void trainsSingleTaskOfTable() throws IOException {
    assertThat(of("prices")).hasSize(3);
    of("prices").forEach(cell -> assertThat(test(cell).tasks()).containsExactly("price"));
    CellRecord stl = of("prices").filter(cell -> cell.method().equals("stl")).findFirst().get();
    assertThat(skill(stl, "price", "rmse", 0)).isGreaterThan(0.3);
    assertThat(Files.readString(out.resolve("report.md"))).contains("Results: prices");
  }

  @Test
  void embeddedHousesAreLearnableButNotSaturated() {
    CellRecord houses = of("houses-synthetic").findFirst().orElseThrow();
    assertThat(test(houses).tasks())
        .containsExactly("price", "days", "condition", "let", "amenities", "costs");
    assertThat(skill(houses, "price", "rmse", 0)).isBetween(0.2, 0.9);
    assertThat(skill(houses, "days", "rmse", 0)).isBetween(0.05, 0.9);
    assertThat(skill(houses, "condition", "accuracy", 1)).isBetween(0.2, 0.9);
    assertThat(skill(houses, "let", "accuracy", 1)).isBetween(0.2, 0.9);
    assertThat(skill(houses, "amenities", "macro-f1", 1)).isBetween(0.2, 0.9);
    assertThat(skill(houses, "costs", "rmse", 0)).isBetween(0.2, 0.9);
  }
}
