package org.mtlbench.reports.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class HeatMapTest {
  private static BufferedImage decoded(HeatMap map) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(map.png()));
  }

  private static Color at(BufferedImage image, int x, int y) {
    return new Color(image.getRGB(x, y), true);
  }

  @Test
  void isMoreOpaqueAwayFromZero() throws IOException {
    BufferedImage image = decoded(HeatMap.of(3, new double[] {-1, -0.5, 0, 0, 0.5, 1}));

    assertThat(image.getWidth()).isEqualTo(3);
    assertThat(image.getHeight()).isEqualTo(2);
    assertThat(at(image, 0, 0)).isEqualTo(new Color(0x0072b2));
    assertThat(at(image, 2, 1)).isEqualTo(new Color(0xd55e00));
    assertThat(at(image, 2, 0).getAlpha()).isZero();
    assertThat(at(image, 1, 0).getAlpha())
        .isEqualTo(at(image, 1, 1).getAlpha())
        .isBetween(100, 200);
  }

  @Test
  void showsMissingValuesInGreyAndClampsOthers() throws IOException {
    BufferedImage image = decoded(HeatMap.of(3, new double[] {Double.NaN, -7, 1.0000001}));

    Color grey = at(image, 0, 0);
    assertThat(grey.getAlpha()).isBetween(50, 200);
    assertThat(grey.getRed()).isBetween(grey.getBlue() - 20, grey.getBlue() + 20);
    assertThat(at(image, 1, 0)).isEqualTo(new Color(0x0072b2));
    assertThat(at(image, 2, 0)).isEqualTo(new Color(0xd55e00));
  }

  @Test
  void largeMapsOfNoiseAreSmallFiles() {
    Random random = new Random(1);

    assertThat(HeatMap.of(170, random.doubles(170 * 170, -1, 1).toArray()).png())
        .hasSizeLessThan(30_000);
  }

  @Test
  void keepsSharpEdgesOfSmallMaps() {
    Chart chart =
        new Chart(
            "maps",
            "maps",
            "maps",
            200,
            100,
            Chart.PLAIN,
            canvas -> {
              canvas.heatMap(HeatMap.of(2, new double[] {1, -1, -1, 1}), 10, 10, 80, 80);
              canvas.heatMap(HeatMap.of(60, new double[3600]), 110, 10, 80, 80);
            });

    assertThat(SvgCanvas.draw(chart).split("image-rendering=\"pixelated\"", -1)).hasSize(2);
    BufferedImage image = ImageCanvas.draw(chart);
    assertThat(new Color(image.getRGB(49, 49))).isEqualTo(new Color(0xd55e00));
    assertThat(new Color(image.getRGB(50, 49))).isEqualTo(new Color(0x0072b2));
    assertThat(new Color(image.getRGB(150, 50))).isEqualTo(Color.WHITE);
  }
}
