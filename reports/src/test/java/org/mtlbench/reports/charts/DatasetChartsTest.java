package org.mtlbench.reports.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.mtlbench.reports.plot.CanvasRenderer;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.ChartKey;
import org.mtlbench.reports.plot.ChartRow;
import org.mtlbench.reports.plot.ChartScores;
import org.mtlbench.reports.plot.Estimate;
import org.mtlbench.reports.plot.SvgCanvas;
import org.mtlbench.results.score.MetricRecord;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class DatasetChartsTest {
  private static ChartRow row(String label, double mean, double sr, List<Double> weights) {
    return row(label, mean, sr, weights, Map.of());
  }

  private static ChartRow row(
      String label, double mean, double sr, List<Double> weights, Map<String, Double> constants) {
    return new ChartRow(
        "cell-of-" + label,
        "Multi MNIST",
        "hps",
        label,
        "",
        weights,
        Map.of("left", Estimate.of(mean + 1), "right", Estimate.of(mean - 1)),
        new Estimate(mean, OptionalDouble.of(0.5)),
        new ChartScores(
            Map.of("left", MetricRecord.ACCURACY, "right", MetricRecord.ACCURACY),
            "mean test accuracy",
            "accuracy",
            MetricRecord.ACCURACY,
            constants,
            constants.values().stream().mapToDouble(Double::doubleValue).average()),
        Optional.of(Estimate.of(sr)),
        Optional.of(Estimate.of(mean)),
        Map.of(),
        List.of("reduced budget"));
  }

  private static List<String> names(List<ChartRow> rows) {
    return charts(rows).stream().map(Chart::name).toList();
  }

  private static List<Chart> charts(List<ChartRow> rows) {
    return DatasetCharts.of("Multi MNIST", rows, ChartKey.of(rows));
  }

  private static String drawn(Chart chart) {
    return new CanvasRenderer().svg(chart);
  }

  private static Element svg(Chart chart) throws Exception {
    String svg = SvgCanvas.document(chart, drawn(chart));
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)))
        .getDocumentElement();
  }

  @Test
  void drawsChartsWithData() {
    assertThat(names(List.of(row("MGDA", 95, 0, List.of()))))
        .containsExactly("tasks-multi-mnist", "accuracy-time-multi-mnist");
    assertThat(names(List.of(row("MGDA", 95, 0, List.of()), row("Ours", 94, 60, List.of()))))
        .containsExactly(
            "tasks-multi-mnist", "accuracy-sparsity-multi-mnist", "accuracy-time-multi-mnist");
  }

  @Test
  void drawsSweepOverSparsityWithCurveForLabelsThatDifferInNumber() {
    List<ChartRow> sweep =
        List.of(
            row("Ours 0.9", 93, 88, List.of()),
            row("Ours 0.5", 96, 41, List.of()),
            row("Ours 0.7", 95, 60, List.of()));
    List<ChartRow> rows = new ArrayList<>(sweep);
    rows.add(row("Pruning 0.5", 94, 50, List.of()));
    rows.add(row("LS", 96.5, 0, List.of()));

    assertThat(names(sweep.subList(0, 2))).noneMatch(name -> name.startsWith("sparsity-sweep"));
    Chart chart =
        charts(rows).stream()
            .filter(any -> any.name().equals("sparsity-sweep-multi-mnist-hps"))
            .findFirst()
            .orElseThrow();
    assertThat(chart.description())
        .as("in the order of the sparsity rate, with the dense row, without the single one")
        .containsSubsequence("Ours 0.5 · hps SR 41.00 %, ", "Ours 0.7", "Ours 0.9", "LS")
        .doesNotContain("Pruning");
    String svg = drawn(chart);
    assertThat(svg.split("<polyline class=\"line m0", -1))
        .as("a curve for each task and the legend")
        .hasSize(4);
    assertThat(svg)
        .contains(">Ours<", "dense: LS", "left, test accuracy (%)")
        .doesNotContain("not shown", "different scales");
  }

  @Test
  void sweepOfTasksFarApartHasOwnScales() {
    List<ChartRow> rows =
        List.of(
            withTasks(row("Ours 0.5", 75, 41, List.of()), 96, 54),
            withTasks(row("Ours 0.7", 74, 60, List.of()), 95, 53),
            withTasks(row("Ours 0.9", 73, 88, List.of()), 94, 52));

    Chart chart =
        charts(rows).stream()
            .filter(any -> any.name().equals("sparsity-sweep-multi-mnist-hps"))
            .findFirst()
            .orElseThrow();

    assertThat(drawn(chart)).contains("tasks have different scales");
  }

  @Test
  void sweepOmitsCollapsedRows() {
    Map<String, Double> constants = Map.of("left", 12.0, "right", 10.0);
    List<ChartRow> rows =
        List.of(
            row("Ours 0.5", 96, 41, List.of(), constants),
            row("Ours 0.7", 95, 60, List.of(), constants),
            row("Ours 0.8", 94, 80, List.of(), constants),
            row("Ours 0.9", 11, 90, List.of(), constants));

    Chart chart =
        charts(rows).stream()
            .filter(any -> any.name().equals("sparsity-sweep-multi-mnist-hps"))
            .findFirst()
            .orElseThrow();

    assertThat(chart.description()).contains("Ours 0.8").doesNotContain("Ours 0.9");
    assertThat(drawn(chart)).contains("not shown, since collapsed: Ours 0.9");
  }

  @Test
  void drawsMeasuresOfTwoRowsOrMore() {
    ChartRow short1 = moved(row("IUS 1", 95, 0, List.of()), 3.5);
    ChartRow long1 = moved(row("IUS 2", 94, 0, List.of()), 70);

    assertThat(names(List.of(short1, row("MGDA", 95, 0, List.of()))))
        .doesNotContain("accuracy-path-length-multi-mnist");
    List<Chart> charts = charts(List.of(short1, long1, row("MGDA", 95, 0, List.of())));
    Chart path = charts.get(charts.size() - 1);
    assertThat(path.name()).isEqualTo("accuracy-path-length-multi-mnist");
    assertThat(path.title()).contains("against path length");
    assertThat(path.description())
        .contains("IUS 1 · hps", "at 3.50 ± 20.00", "IUS 2 · hps", "at 70.00 ± 20.00")
        .doesNotContain("MGDA");
    assertThat(drawn(path)).as("a length is never negative").doesNotContain(">-");
  }

  private static ChartRow moved(ChartRow row, double path) {
    return with(row, row.tasks(), Map.of("path-length", new Estimate(path, OptionalDouble.of(20))));
  }

  private static ChartRow withTasks(ChartRow row, double left, double right) {
    return with(
        row, Map.of("left", Estimate.of(left), "right", Estimate.of(right)), row.measures());
  }

  private static ChartRow with(
      ChartRow row, Map<String, Estimate> tasks, Map<String, Estimate> measures) {
    return new ChartRow(
        row.cell(),
        row.dataset(),
        row.architecture(),
        row.label(),
        row.detail(),
        row.weights(),
        tasks,
        row.headline(),
        row.scores(),
        row.sr(),
        row.minutes(),
        measures,
        row.caveats());
  }

  @Test
  void requiresTwoWeightingsForSweep() {
    ChartRow one = row("LS", 95, 0, List.of(0.1, 0.9));
    ChartRow other = row("LS", 96, 0, List.of(0.9, 0.1));

    assertThat(names(List.of(one, row("MGDA", 95, 0, List.of()))))
        .doesNotContain("sweep-multi-mnist");
    assertThat(names(List.of(one, other))).contains("sweep-multi-mnist");
  }

  @Test
  void titlesNameSubjectAndCaveats() throws Exception {
    List<ChartRow> rows = List.of(row("MGDA", 95, 0, List.of()), row("Ours", 94, 60, List.of()));
    for (Chart chart : charts(rows)) {
      Element root = svg(chart);

      assertThat(root.getAttribute("viewBox"))
          .isEqualTo("0 0 " + chart.width() + " " + chart.height());
      assertThat(root.getElementsByTagName("title").item(0).getTextContent())
          .isEqualTo(chart.title())
          .endsWith("(reduced budget)");
      assertThat(root.getAttribute("aria-label")).contains("MGDA · hps").contains("95.00 ± 0.50 %");
      assertThat(root.getElementsByTagName("text").item(1).getTextContent())
          .isEqualTo("reduced budget");
    }
  }

  @Test
  void drawsConstantPredictorIfOnAxis() {
    Map<String, Double> constants = Map.of("left", 12.0, "right", 10.0);
    List<Chart> far = charts(List.of(row("MGDA", 95, 0, List.of(), constants)));
    List<Chart> near =
        charts(
            List.of(
                row("MGDA", 95, 0, List.of(), constants),
                row("dead", 11, 0, List.of(), constants)));

    assertThat(dashed(far.get(0))).as("legend only").isEqualTo(1);
    assertThat(drawn(far.get(0))).contains("constant predictor, off the axes<");
    assertThat(far.get(0).description())
        .contains("Constant predictor")
        .contains("left 12.00 %")
        .contains("right 10.00 %");
    assertThat(dashed(near.get(0))).as("legend, a line per task, the mean").isEqualTo(4);
    assertThat(drawn(near.get(0))).contains("constant predictor<");
    assertThat(dashed(far.get(1))).as("legend only").isEqualTo(1);
    assertThat(drawn(far.get(1))).contains("constant predictor 11.00 %, off the axis<");
    assertThat(dashed(near.get(1))).as("legend and line").isEqualTo(2);
    assertThat(drawn(near.get(1))).contains("constant predictor 11.00 %<");
    assertThat(dashed(charts(List.of(row("MGDA", 95, 0, List.of()))).get(0))).isZero();
  }

  private static long dashed(Chart chart) {
    return Pattern.compile("stroke-dasharray=\"4,4\"").matcher(drawn(chart)).results().count();
  }

  @Test
  void keepsColoursAndShapesWhenRowsAreAdded() {
    ChartRow mgda = row("MGDA", 95, 0, List.of());
    ChartRow ours = row("Ours", 94, 60, List.of());
    ChartKey plan = new ChartKey(List.of("STL", "MGDA", "Ours"), List.of("hps"));
    ChartKey longer =
        new ChartKey(List.of("STL", "MGDA", "Ours", "STL", "New"), List.of("hps", "mdmtn"));

    List<String> alone = marks(DatasetCharts.of("Multi MNIST", List.of(ours), plan));
    List<String> both = marks(DatasetCharts.of("Multi MNIST", List.of(mgda, ours), longer));

    assertThat(alone).containsOnly("m2");
    assertThat(both).containsOnly("m1", "m2");
    assertThat(longer.number("Ours")).isEqualTo(plan.number("Ours")).isEqualTo("3");
    assertThat(longer.shape("hps")).isEqualTo(plan.shape("hps"));
    assertThat(longer.shape("mdmtn")).isNotEqualTo(plan.shape("hps"));
  }

  private static List<String> marks(List<Chart> charts) {
    return charts.stream()
        .flatMap(chart -> Pattern.compile("class=\"mark (m\\d)").matcher(drawn(chart)).results())
        .map(match -> match.group(1))
        .toList();
  }

  @Test
  void showsValuesOnHover() {
    Chart time = charts(List.of(row("MGDA", 95, 0, List.of()))).get(1);

    assertThat(drawn(time)).contains("<title>MGDA · hps: 95.00 ± 0.50 % at 95.00 min</title>");
  }

  @Test
  void linksMarksToRowsOnPagesOnly() {
    Chart time = charts(List.of(row("MGDA", 95, 0, List.of()))).get(1);

    assertThat(drawn(time)).contains("<a href=\"#row-cell-of-MGDA\" tabindex=\"-1\">");
    assertThat(SvgCanvas.document(time, drawn(time))).doesNotContain("<a", "</a>");
  }

  @Test
  void rendersImagesAtDoubleScale() throws IOException {
    Chart chart = charts(List.of(row("MGDA", 95, 0, List.of()))).get(0);

    BufferedImage image = ImageIO.read(new ByteArrayInputStream(new CanvasRenderer().png(chart)));

    assertThat(image.getWidth()).isEqualTo(2 * chart.width());
    assertThat(image.getHeight()).isEqualTo(2 * chart.height());
    assertThat(image.getRGB(0, 0)).isEqualTo(0xffffffff);
  }

  @Test
  void escapesForeignText() throws Exception {
    String label = "a\u0000\u0007\n<b>&\"' \ud800 $x$ \u202e end" + "very long ".repeat(30);
    List<ChartRow> rows =
        List.of(row(label, 95, 50, List.of(0.1, 0.9)), row(label, 94, 40, List.of(0.9, 0.1)));

    for (Chart chart : charts(rows)) {
      assertThat(svg(chart).getTagName()).isEqualTo("svg");
    }
  }

  @Test
  void limitsRowsWithNote() throws Exception {
    List<ChartRow> rows = new ArrayList<>();
    IntStream.range(0, 70).forEach(i -> rows.add(row("M" + i, 60 + 0.5 * i, i, List.of())));

    List<Chart> charts = charts(rows);

    assertThat(charts.get(0).title()).contains("best 60 of 70");
    assertThat(charts.get(1).description()).endsWith("and 58 more rows, see the table.");
    for (Chart chart : charts) {
      assertThat(svg(chart).getTagName()).isEqualTo("svg");
    }
  }
}
