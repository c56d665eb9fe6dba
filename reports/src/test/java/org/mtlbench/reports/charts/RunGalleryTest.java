package org.mtlbench.reports.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.reports.fixtures.LargeRun;
import org.mtlbench.reports.fixtures.PictureRun;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.reports.tables.Rows;
import org.mtlbench.results.folder.RunFolder;

class RunGalleryTest {
  @TempDir Path root;

  /** Says what it was asked for and draws nothing, so that hundreds of cells take no time. */
  private static final class Blank implements Renderer {
    @Override
    public String svg(Picture picture) {
      return picture.title();
    }

    @Override
    public byte[] png(Picture picture) {
      return new byte[0];
    }
  }

  private Gallery gallery(int cells) throws IOException {
    RunFolder folder = LargeRun.write(root, cells);
    PictureRun.train(folder, 2);
    return RunGallery.write(folder, root, Rows.of(RunResults.read(folder)), new Blank());
  }

  private static List<String> curves(Gallery gallery) {
    return gallery.drawn().keySet().stream().filter(name -> name.startsWith("curves/")).toList();
  }

  @Test
  void everyCellOfAUsualRunHasItsCurves() throws IOException {
    Gallery gallery = gallery(20);

    assertThat(curves(gallery)).hasSize(20);
    assertThat(gallery.missing()).isEmpty();
  }

  @Test
  void aLargeRunHasSomeAndSaysSo() throws IOException {
    Gallery gallery = gallery(120);

    assertThat(curves(gallery)).hasSize(40);
    assertThat(gallery.missing())
        .containsExactly(
            "training curves: drawn for the first 40 of 120 cells; the numbers of the others are in"
                + " events/");
    assertThat(gallery.ofRun()).isNotEmpty();
  }
}
