package org.mtlbench.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactSheetTest {
  @TempDir Path folder;

  @Test
  void arrangesImagesInRows() throws IOException {
    // three grey images of one row and two columns, two of them in the first row of the sheet
    byte[] images = {0, (byte) 255, 10, 20, 30, 40};
    Path png = folder.resolve("sheet.png");
    new ContactSheet(2, 3).write(png, images, 1, 2, 1);
    BufferedImage sheet = ImageIO.read(png.toFile());
    assertThat(sheet.getWidth()).isEqualTo(2 + 2 * (6 + 2));
    assertThat(sheet.getHeight()).isEqualTo(2 + 2 * (3 + 2));
    assertThat(rgb(sheet, 2, 2)).isEqualTo(0x000000);
    assertThat(rgb(sheet, 7, 4)).isEqualTo(0xffffff);
    assertThat(rgb(sheet, 10, 2)).isEqualTo(0x0a0a0a);
    assertThat(rgb(sheet, 2, 7)).isEqualTo(0x1e1e1e);
    assertThat(rgb(sheet, 10, 7)).as("no fourth image").isEqualTo(0x808080);
  }

  @Test
  void drawsColourImages() {
    byte[] images = {1, 2, 3};
    assertThat(rgb(new ContactSheet(10, 1).draw(images, 1, 1, 3), 2, 2)).isEqualTo(0x010203);
  }

  @Test
  void rejectsOtherShapes() {
    ContactSheet sheet = new ContactSheet(1, 1);
    assertThatThrownBy(() -> sheet.draw(new byte[5], 2, 2, 1)).hasMessageContaining("5 bytes");
    assertThatThrownBy(() -> sheet.draw(new byte[8], 2, 2, 2)).hasMessageContaining("found 2");
    assertThatThrownBy(() -> new ContactSheet(0, 1)).hasMessageContaining("columns 0");
  }

  private static int rgb(BufferedImage sheet, int x, int y) {
    return sheet.getRGB(x, y) & 0xffffff;
  }
}
