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
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.ChartRenderer;
import org.mtlbench.reports.plot.SvgCanvas;
import org.mtlbench.results.folder.UnwritableException;

/**
 * Draws charts into a folder, {@code NAME.svg} and {@code NAME.png} each. A failure of one is
 * reported and leaves the others alone: a report without a chart is better than none.
 */
public final class ChartWriter {
  private final ChartRenderer renderer;

  /** Draws by a renderer. */
  public ChartWriter(ChartRenderer renderer) {
    this.renderer = renderer;
  }

  /**
   * Draws and writes.
   *
   * @param folder made where missing; older charts of the same names are replaced
   * @return what was drawn, also where the files could not be written
   */
  public DrawnCharts write(List<Chart> charts, Path folder) {
    Map<String, DrawnCharts.Drawn> drawn = new LinkedHashMap<>();
    DrawnCharts.Reasons reasons = new DrawnCharts.Reasons();
    // Each chart has a canvas of its own; drawing is most of a report's time.
    for (Attempt attempt : charts.parallelStream().map(p -> draw(p, folder)).toList()) {
      String name = attempt.chart().name();
      attempt.svg().ifPresent(s -> drawn.put(name, new DrawnCharts.Drawn(attempt.chart(), s)));
      attempt.problem().ifPresent(problem -> reasons.add(name, problem));
    }
    return new DrawnCharts(drawn, reasons.sentences());
  }

  /** What became of a chart; with a problem it may have been drawn all the same. */
  private record Attempt(Chart chart, Optional<String> svg, Optional<String> problem) {}

  private Attempt draw(Chart chart, Path folder) {
    Optional<String> svg = Optional.empty();
    try {
      svg = Optional.of(renderer.svg(chart));
      String document = SvgCanvas.document(chart, svg.get());
      save(folder, chart.name() + ".svg", document.getBytes(UTF_8));
      save(folder, chart.name() + ".png", renderer.png(chart));
      return new Attempt(chart, svg, Optional.empty());
    } catch (IOException | RuntimeException | LinkageError | InternalError | AWTError e) {
      // Java 2D without fonts or libfreetype throws errors of all of these kinds.
      return new Attempt(chart, svg, Optional.of(reason(e, folder)));
    }
  }

  private static void save(Path folder, String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    // Whole or not at all, but not forced to the disk: charts can be drawn again.
    Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
    Files.write(temporary, content);
    Files.move(temporary, file, ATOMIC_MOVE, REPLACE_EXISTING);
  }

  private static String reason(Throwable thrown, Path folder) {
    if (thrown instanceof IOException unwritable) {
      return UnwritableException.of(folder, unwritable).getMessage();
    }
    String message = thrown.getMessage();
    boolean words = message != null && !message.isBlank();
    return "cannot be drawn with this Java's fonts or graphics"
        + (words ? " (" + message.lines().findFirst().orElse("") + ")" : "");
  }
}
