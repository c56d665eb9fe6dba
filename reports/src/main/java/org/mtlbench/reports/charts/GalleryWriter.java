package org.mtlbench.reports.charts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.awt.AWTError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    // Each picture has a canvas of its own; drawing is most of a report's time.
    for (Attempt attempt : pictures.parallelStream().map(p -> draw(p, folder)).toList()) {
      String name = attempt.picture().name();
      attempt.svg().ifPresent(s -> drawn.put(name, new Gallery.Drawn(attempt.picture(), s)));
      attempt.problem().ifPresent(problem -> reasons.add(name, problem));
    }
    return new Gallery(drawn, reasons.sentences());
  }

  /** What became of a picture; with a problem it may have been drawn all the same. */
  private record Attempt(Picture picture, Optional<String> svg, Optional<String> problem) {}

  private Attempt draw(Picture picture, Path folder) {
    Optional<String> svg = Optional.empty();
    try {
      svg = Optional.of(renderer.svg(picture));
      save(folder, picture.name() + ".svg", svg.get().getBytes(UTF_8));
      save(folder, picture.name() + ".png", renderer.png(picture));
      return new Attempt(picture, svg, Optional.empty());
    } catch (IOException | RuntimeException | LinkageError | InternalError | AWTError e) {
      // Java 2D without fonts or libfreetype throws errors of all of these kinds.
      return new Attempt(picture, svg, Optional.of(reason(e)));
    }
  }

  private static void save(Path folder, String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    // Whole or not at all, but not forced to the disk: pictures can be drawn again.
    Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
    Files.write(temporary, content);
    Files.move(temporary, file, ATOMIC_MOVE, REPLACE_EXISTING);
  }

  private static String reason(Throwable thrown) {
    String message = thrown.getMessage();
    String kind = thrown.getClass().getSimpleName();
    return message == null || message.isBlank() ? kind : kind + ", " + message;
  }
}
