package org.mtlbench.reports.charts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.AWTError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mtlbench.results.folder.AtomicFile;

/**
 * Draws pictures into a folder, {@code NAME.svg} and {@code NAME.png} each. Whatever goes wrong
 * with one of them is said and leaves the others alone: a report without a picture is better than
 * none.
 */
public final class GalleryWriter {
  private final Renderer renderer;

  /** Draws by a renderer. */
  public GalleryWriter(Renderer renderer) {
    this.renderer = renderer;
  }

  /**
   * Draws and writes.
   *
   * @param folder made where missing; older pictures of the same names are replaced
   * @return what was drawn, also where the files could not be written
   */
  public Gallery write(List<Picture> pictures, Path folder) {
    Map<String, Gallery.Drawn> drawn = new LinkedHashMap<>();
    Gallery.Reasons reasons = new Gallery.Reasons();
    for (Picture picture : pictures) {
      try {
        String svg = renderer.svg(picture);
        drawn.put(picture.name(), new Gallery.Drawn(picture, svg));
        save(folder, picture.name() + ".svg", svg.getBytes(UTF_8));
        save(folder, picture.name() + ".png", renderer.png(picture));
      } catch (IOException | RuntimeException | LinkageError | InternalError | AWTError e) {
        // Java 2D without fonts or libfreetype throws errors of all of these kinds.
        reasons.add(picture.name(), reason(e));
      }
    }
    return new Gallery(drawn, reasons.sentences());
  }

  private static void save(Path folder, String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    AtomicFile.write(file, content);
  }

  private static String reason(Throwable thrown) {
    String message = thrown.getMessage();
    String kind = thrown.getClass().getSimpleName();
    return message == null || message.isBlank() ? kind : kind + ", " + message;
  }
}
