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
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class RunPicturesTest {
  private static ChartRow row(String label, double mean, double sr, List<Double> weights) {
    return row(label, mean, sr, weights, Map.of());
  }

  private static ChartRow row(
      String label, double mean, double sr, List<Double> weights, Map<String, Double> constants) {
    return new ChartRow(
        "Multi MNIST",
        "hps",
        label,
        "",
        weights,
        Map.of("left", Estimate.of(mean + 1), "right", Estimate.of(mean - 1)),
        new Estimate(mean, OptionalDouble.of(0.5)),
        constants,
        Optional.of(Estimate.of(sr)),
        Optional.of(Estimate.of(mean)),
        List.of("reduced budget"));
  }

  private static List<String> names(List<ChartRow> rows) {
    return RunPictures.of(rows).stream().map(Picture::name).toList();
  }

  private static Element svg(Picture picture) throws Exception {
    String svg = new Java2dRenderer().svg(picture);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)))
        .getDocumentElement();
  }

  @Test
  void aRunHasThePicturesItHasNumbersFor() {
    assertThat(names(List.of(row("MGDA", 95, 0, List.of()))))
        .containsExactly("tasks-multi-mnist", "accuracy-time-multi-mnist");
    assertThat(names(List.of(row("MGDA", 95, 0, List.of()), row("Ours", 94, 60, List.of()))))
        .containsExactly(
            "tasks-multi-mnist", "accuracy-sparsity-multi-mnist", "accuracy-time-multi-mnist");
  }

  @Test
  void aSweepNeedsTwoWeightings() {
    ChartRow one = row("LS", 95, 0, List.of(0.1, 0.9));
    ChartRow other = row("LS", 96, 0, List.of(0.9, 0.1));

    assertThat(names(List.of(one, row("MGDA", 95, 0, List.of()))))
        .doesNotContain("sweep-multi-mnist");
    assertThat(names(List.of(one, other))).contains("sweep-multi-mnist");
  }

  @Test
  void picturesSayWhatTheyShowAndWhatForbidsComparing() throws Exception {
    List<ChartRow> rows = List.of(row("MGDA", 95, 0, List.of()), row("Ours", 94, 60, List.of()));
    for (Picture picture : RunPictures.of(rows)) {
      Element root = svg(picture);

      assertThat(root.getAttribute("viewBox"))
          .isEqualTo("0 0 " + picture.width() + " " + picture.height());
      assertThat(root.getElementsByTagName("title").item(0).getTextContent())
          .isEqualTo(picture.title())
          .endsWith("(reduced budget)");
      assertThat(root.getElementsByTagName("desc").item(0).getTextContent())
          .contains("MGDA · hps")
          .contains("95.00 %");
      assertThat(root.getElementsByTagName("text").item(1).getTextContent())
          .isEqualTo("reduced budget");
    }
  }

  /** A row near the constant predictor makes room for its line. */
  @Test
  void drawsTheConstantPredictor() throws Exception {
    Map<String, Double> constants = Map.of("left", 12.0, "right", 10.0);
    List<ChartRow> far = List.of(row("MGDA", 95, 0, List.of(), constants));
    List<ChartRow> near =
        List.of(row("MGDA", 95, 0, List.of(), constants), row("dead", 11, 0, List.of(), constants));

    assertThat(lines(RunPictures.of(far).get(0))).as("bars, a line for each task").isEqualTo(2);
    assertThat(RunPictures.of(far).get(0).description())
        .contains("Constant predictor")
        .contains("left 12.00 %")
        .contains("right 10.00 %");
    assertThat(lines(RunPictures.of(far).get(1))).as("time, no room").isZero();
    assertThat(RunPictures.of(far).get(1).title()).contains("; constant predictor 11.00 %");
    assertThat(lines(RunPictures.of(near).get(1))).as("time").isEqualTo(1);
    assertThat(RunPictures.of(near).get(1).title()).contains("; dashed: constant predictor 11.00");
    assertThat(lines(RunPictures.of(List.of(row("MGDA", 95, 0, List.of()))).get(0))).isZero();
  }

  /** Dashed lines; other strokes of these charts are solid. */
  private static long lines(Picture picture) throws IOException {
    return Pattern.compile("(?s)stroke-dasharray=\"3,3\"[^>]*>(.*?)</g")
        .matcher(new Java2dRenderer().svg(picture))
        .results()
        .flatMap(group -> Pattern.compile("<(line|path)").matcher(group.group(1)).results())
        .count();
  }

  @Test
  void imagesAreDenseEnoughForPrint() throws IOException {
    Picture picture = RunPictures.of(List.of(row("MGDA", 95, 0, List.of()))).get(0);

    BufferedImage image = ImageIO.read(new ByteArrayInputStream(new Java2dRenderer().png(picture)));

    assertThat(image.getWidth()).isEqualTo(2 * picture.width());
    assertThat(image.getHeight()).isEqualTo(2 * picture.height());
    assertThat(image.getRGB(0, 0)).isEqualTo(0xffffffff);
  }

  @Test
  void foreignTextCannotBreakAPicture() throws Exception {
    String label = "a\u0000\u0007\n<b>&\"' \ud800 $x$ \u202e end" + "very long ".repeat(30);
    List<ChartRow> rows =
        List.of(row(label, 95, 50, List.of(0.1, 0.9)), row(label, 94, 40, List.of(0.9, 0.1)));

    for (Picture picture : RunPictures.of(rows)) {
      assertThat(svg(picture).getTagName()).isEqualTo("svg");
    }
  }

  @Test
  void manyRowsAreGroupedOrCutAndThePictureSaysSo() throws Exception {
    List<ChartRow> rows = new ArrayList<>();
    IntStream.range(0, 40).forEach(i -> rows.add(row("M" + i, 60 + 0.5 * i, i, List.of())));

    List<Picture> pictures = RunPictures.of(rows);

    assertThat(pictures.get(0).title()).contains("best 24 of 40");
    assertThat(Scatter.count(rows)).isEqualTo(Scatter.MOST_SERIES);
    assertThat(pictures.get(1).description()).endsWith("and 28 more rows, see the table.");
    for (Picture picture : pictures) {
      assertThat(svg(picture).getTagName()).isEqualTo("svg");
    }
  }
}
