package org.mtlbench.reports.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryWriterTest {
  @TempDir Path root;

  private static Picture picture(String name) {
    return new Picture(
        name, name, name, 20, 10, Picture.PLAIN, canvas -> canvas.drawLine(1, 1, 9, 9));
  }

  /** A server on which some pictures need fonts that it does not have. */
  private record WithoutFonts(Renderer renderer) implements Renderer {
    @Override
    public String svg(Picture picture) throws IOException {
      if (picture.name().startsWith("text")) {
        throw new InternalError("Fontconfig head is null, check your fonts");
      }
      return renderer.svg(picture);
    }

    @Override
    public byte[] png(Picture picture) throws IOException {
      if (picture.name().startsWith("image")) {
        throw new UnsatisfiedLinkError("libfreetype.so.6");
      }
      return renderer.png(picture);
    }
  }

  @Test
  void whatCannotBeDrawnIsSaidOnceAndHarmsNothingElse() {
    Gallery gallery =
        new GalleryWriter(new WithoutFonts(new Java2dRenderer()))
            .write(
                List.of(
                    picture("text-1"),
                    picture("image-1"),
                    picture("line"),
                    picture("curves/1"),
                    picture("text-2")),
                root.resolve("charts"));

    assertThat(gallery.drawn()).containsOnlyKeys("image-1", "line", "curves/1");
    assertThat(gallery.ofRun().map(drawn -> drawn.picture().name()))
        .containsExactly("image-1", "line");
    assertThat(gallery.missing())
        .containsExactly(
            "picture text-1 and 1 other: InternalError, Fontconfig head is null, check your fonts",
            "picture image-1: UnsatisfiedLinkError, libfreetype.so.6");
    assertThat(root.resolve("charts/line.svg")).isNotEmptyFile();
    assertThat(root.resolve("charts/line.png")).isNotEmptyFile();
    assertThat(root.resolve("charts/curves/1.svg")).isNotEmptyFile();
    assertThat(root.resolve("charts/text-1.svg")).doesNotExist();
  }

  @Test
  void aFolderThatCannotBeWrittenKeepsThePicturesForThePage() throws IOException {
    Path file = Files.writeString(root.resolve("charts"), "in the way");

    Gallery gallery = new GalleryWriter(new Java2dRenderer()).write(List.of(picture("line")), file);

    assertThat(gallery.find("line")).isPresent();
    assertThat(gallery.missing()).singleElement().asString().startsWith("picture line: ");
  }
}
