package org.mtlbench.reports.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.reports.plot.CanvasRenderer;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.ChartRenderer;
import org.mtlbench.reports.plot.Ink;
import org.mtlbench.reports.plot.LineStyle;

class ChartWriterTest {
  @TempDir Path root;

  private static Chart chart(String name) {
    return new Chart(
        name,
        name,
        name,
        20,
        10,
        Chart.PLAIN,
        canvas -> canvas.line(Ink.TEXT, LineStyle.THIN, 1, 1, 9, 9));
  }

  /** A server on which some charts need fonts that it does not have. */
  private record WithoutFonts(ChartRenderer renderer) implements ChartRenderer {
    @Override
    public String svg(Chart chart) throws IOException {
      if (chart.name().startsWith("text")) {
        throw new InternalError("Fontconfig head is null, check your fonts");
      }
      return renderer.svg(chart);
    }

    @Override
    public byte[] png(Chart chart) throws IOException {
      if (chart.name().startsWith("image")) {
        throw new UnsatisfiedLinkError("libfreetype.so.6");
      }
      return renderer.png(chart);
    }

    @Override
    public byte[] pdf(Chart chart) throws IOException {
      return renderer.pdf(chart);
    }
  }

  @Test
  void reportsFailureOnceAndDrawsOtherCharts() {
    DrawnCharts drawn =
        new ChartWriter(new WithoutFonts(new CanvasRenderer()))
            .write(
                List.of(
                    chart("text-1"),
                    chart("image-1"),
                    chart("line"),
                    chart("curves/1"),
                    chart("text-2")),
                root.resolve("charts"));

    assertThat(drawn.drawn()).containsOnlyKeys("image-1", "line", "curves/1");
    assertThat(drawn.ofRun().map(one -> one.chart().name())).containsExactly("image-1", "line");
    assertThat(drawn.missing())
        .containsExactly(
            "chart text-1 and 1 other: cannot be drawn with this Java's fonts or graphics"
                + " (Fontconfig head is null, check your fonts)",
            "chart image-1: cannot be drawn with this Java's fonts or graphics"
                + " (libfreetype.so.6)");
    assertThat(root.resolve("charts/line.svg"))
        .content()
        .contains("<title>line</title><style>", "prefers-color-scheme:dark", "@media print");
    assertThat(root.resolve("charts/line.png")).isNotEmptyFile();
    assertThat(root.resolve("charts/curves/1.svg")).isNotEmptyFile();
    assertThat(root.resolve("charts/line.pdf")).doesNotExist();
    assertThat(root.resolve("charts/text-1.svg")).doesNotExist();
  }

  @Test
  void keepsChartsIfFolderCannotBeWritten() throws IOException {
    Path file = Files.writeString(root.resolve("charts"), "in the way");

    DrawnCharts drawn = new ChartWriter(new CanvasRenderer()).write(List.of(chart("line")), file);

    assertThat(drawn.find("line")).isPresent();
    assertThat(drawn.missing())
        .singleElement()
        .asString()
        .startsWith("chart line: cannot write " + file + ": a file");
  }

  @Test
  void chartsOfTheWholeRunAreAlsoWrittenAsPdfOfTheirSize() throws IOException {
    Chart dense =
        new Chart(
            "run", "run", "run", 200, 100, Chart.DENSE, canvas -> canvas.ring(Ink.TEXT, 9, 50, 50));
    new ChartWriter(new CanvasRenderer()).write(List.of(dense), root);

    try (PDDocument document = Loader.loadPDF(root.resolve("run.pdf").toFile())) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(200);
    }
  }
}
