package org.mtlbench.reports.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlbench.reports.ReportFiles;
import org.mtlbench.reports.ReportFormat;
import org.mtlbench.reports.ReportRequest;
import org.mtlbench.reports.ReportWriter;
import org.mtlbench.reports.fixtures.ModelFiles;
import org.mtlbench.reports.fixtures.StudyRun;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.reports.tables.TableKind;
import org.mtlbench.results.folder.RunFolder;

class SimilarityChartsTest {
  // The sparse rows that are best and second best on validation, and a better dense one.
  private static final String BEST = "abc00000";
  private static final String SECOND = "abc00001";
  private static final String DENSE = "abc00006";

  @TempDir Path root;
  private RunFolder folder;

  @BeforeEach
  void writeRun() throws IOException {
    folder = StudyRun.everything(root);
  }

  private SimilarityCharts read() throws IOException {
    return SimilarityCharts.read(folder, Rows.of(RunResults.read(folder)));
  }

  @Test
  void drawsBestSparseRowWithModel() throws IOException {
    ModelFiles.small().write(folder, SECOND);
    ModelFiles.small().write(folder, DENSE);
    assertThat(read().charts())
        .extracting(Chart::name)
        .containsExactly("similarity-" + SECOND, "similarity-sorted-" + SECOND);

    ModelFiles.small().write(folder, BEST);
    SimilarityCharts drawn = read();
    assertThat(drawn.missing()).isEmpty();
    assertThat(drawn.charts())
        .extracting(Chart::name)
        .containsExactly("similarity-" + BEST, "similarity-sorted-" + BEST);
    assertThat(drawn.charts().get(0).title())
        .startsWith("multimnist: similarity of neuron rows, by index")
        .endsWith("(k = (0.01, 0.8, 0.19) · mdmtn, seed 0, SR 20.0 %; synthetic data)");
  }

  @Test
  void drawsBestSparseRowOfEachStudy() throws IOException {
    StudyRun run = new StudyRun();
    for (String start : List.of("Ours", "From sparse")) {
      run.with(start, start);
      for (int i = 1; i < 5; i++) {
        double[] values = {0.9, 0.9};
        run.point("[0.1, 0." + i + ", 0." + (9 - i) + "]", 10, 100, values, values);
      }
    }
    folder = run.write(root);
    for (String cell : List.of("abc00001", "abc00002", "abc00004")) {
      ModelFiles.small().write(folder, cell);
    }

    assertThat(read().charts())
        .extracting(Chart::name)
        .containsExactly(
            "similarity-abc00001",
            "similarity-sorted-abc00001",
            "similarity-abc00004",
            "similarity-sorted-abc00004");
    assertThat(read().charts().get(2).title())
        .contains("(From sparse, k = (0.1, 0.1, 0.8) · mdmtn, seed 0");
  }

  @Test
  void describesSparseLayersByComponentKindPositionAndRate() throws IOException {
    ModelFiles.small().write(folder, BEST);

    assertThat(read().charts().get(1).description())
        .contains(
            "trunk, convolution, layer 2 of 3, 2 neuron rows, 1 zero, fewer than two nonzero rows;"
                + " trunk, linear, layer 3 of 3, 5 neuron rows, 1 zero, mean similarity -0.083.")
        .doesNotContain("layer 1 of 3", "head1");
    assertThat(read().charts().get(0).description()).contains("5 neuron rows, SR 20.0 %");
  }

  @Test
  void writesChartsToPageAndFiles() throws IOException {
    ModelFiles.small().write(folder, BEST);

    ReportFiles files = report();

    String page = Files.readString(root.resolve("report.html"));
    assertThat(files.warnings()).isEmpty();
    // Two layers and the scale in both charts, and a sample of a zero row where they are shown.
    assertThat(page.split("<image [^>]*href=\"data:image/png;base64,", -1)).hasSize(1 + 4 + 3);
    assertThat(page).contains("img-src data:");
    for (String name : List.of("similarity-", "similarity-sorted-")) {
      for (String kind : List.of(".svg", ".png", ".pdf")) {
        assertThat(root.resolve("charts/" + name + BEST + kind)).isNotEmptyFile();
      }
      assertThat(page).contains("href=\"charts/" + name + BEST + ".svg\"");
    }
  }

  @Test
  void reportsWithoutModelsHaveNoMaps() throws IOException {
    assertThat(report().warnings()).isEmpty();

    assertThat(Files.readString(root.resolve("report.html")))
        .doesNotContain("similarity", "<image");
    assertThat(root.resolve("charts/similarity-" + BEST + ".svg")).doesNotExist();
  }

  private ReportFiles report() throws IOException {
    return ReportWriter.write(
        new ReportRequest(
            folder,
            root,
            EnumSet.of(ReportFormat.HTML),
            EnumSet.of(TableKind.PAPER),
            List.of(),
            Rows.DEFAULT_ROPE));
  }

  @Test
  void damagedModelGivesOneSentence() throws IOException {
    ModelFiles.small().write(folder, BEST);
    Path tensors = folder.models().resolve(BEST + ".safetensors");
    byte[] whole = Files.readAllBytes(tensors);

    Files.write(tensors, new byte[3]);
    assertThat(read().missing())
        .containsExactly(
            "similarity maps of abc00000: models/abc00000.safetensors: truncated, no header");
    assertThat(read().charts()).isEmpty();
    Files.delete(tensors);
    assertThat(read().missing())
        .containsExactly("similarity maps of abc00000: models/abc00000.safetensors: missing");
    Files.write(tensors, whole);
    assertThat(read().missing()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"schema\": 1, \"layers\": [| not a complete JSON document",
        "{\"schema\": 2, \"layers\": []}| schema 2 is not supported",
        "{\"schema\": 1}| no list \"layers\"",
        "{\"schema\": 1, \"layers\": [null]}| an entry of \"layers\" is null",
        "{\"schema\": 1, \"layers\": [{\"name\": \"a\", \"kind\": \"MATRIX\"}]}| shape",
        "{\"schema\": 1, \"layers\": [{\"name\": \"a\", \"kind\": \"MATRIX\", \"shape\": [2, -3],"
            + " \"zero-rows\": [], \"clusters\": []}]}| 2 axes of at least 1",
        "{\"schema\": 1, \"layers\": [{\"name\": \"a\", \"kind\": \"MATRIX\", \"shape\": [2, 3],"
            + " \"zero-rows\": [3], \"clusters\": []}]}| 0 to 2",
      })
  void invalidDescriptionGivesOneSentence(String description, String problem) throws IOException {
    ModelFiles.small().write(folder, BEST);
    Files.writeString(folder.models().resolve(BEST + ".json"), description);

    assertThat(read().missing())
        .singleElement()
        .asString()
        .startsWith("similarity maps of abc00000: models/abc00000.json: ")
        .contains(problem);
  }

  @Test
  void leavesOutLayersBeyondLimits() throws IOException {
    ModelFiles model = new ModelFiles();
    model.layer("trunk.huge.weight", "MATRIX", "[8192, 8192]", "[0]", "[]");
    for (int i = 1; i <= 30; i++) {
      model.layer("trunk.linear" + i + ".weight", "MATRIX", "[1, 2]", "[0]", "[]", 0, 1);
    }
    model.write(folder, BEST);

    SimilarityCharts drawn = read();

    assertThat(drawn.missing())
        .containsExactly(
            "similarity maps of abc00000: trunk.huge.weight is larger than the limit of 64 MiB",
            "similarity maps of abc00000: drawn for the first 24 of 30 layers");
    assertThat(drawn.charts().get(0).description())
        .contains("layer 25 of 31")
        .doesNotContain("layer 26 of 31");
  }
}
