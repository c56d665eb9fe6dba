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
 * Draws charts and writes each as {@code NAME.svg} and {@code NAME.png}, and those of the whole run
 * also as {@code NAME.pdf} for papers. If a chart fails, the failure is reported and the other
 * charts are still drawn.
 */
public final class ChartWriter {
  private final ChartRenderer renderer;

  /** Creates a writer that uses the given renderer. */
  public ChartWriter(ChartRenderer renderer) {
    this.renderer = renderer;
  }

  /**
   * Draws the charts and writes their files.
   *
   * @param folder created if missing; charts of the same name are replaced
   * @return the charts that were drawn, including those whose files could not be written
   */
  public DrawnCharts write(List<Chart> charts, Path folder) {
    Map<String, DrawnCharts.Drawn> drawn = new LinkedHashMap<>();
    DrawnCharts.Reasons reasons = new DrawnCharts.Reasons();
    // Charts are drawn in parallel, which is safe because each has its own canvas; drawing takes
    // most of a report's time.
    for (Attempt attempt : charts.parallelStream().map(p -> draw(p, folder)).toList()) {
      String name = attempt.chart().name();
      attempt.svg().ifPresent(s -> drawn.put(name, new DrawnCharts.Drawn(attempt.chart(), s)));
      attempt.problem().ifPresent(problem -> reasons.add(name, problem));
    }
    return new DrawnCharts(drawn, reasons.sentences());
  }

  /** Outcome of drawing one chart. The SVG may be present even if there was a problem. */
  private record Attempt(Chart chart, Optional<String> svg, Optional<String> problem) {}

  private Attempt draw(Chart chart, Path folder) {
    Optional<String> svg = Optional.empty();
    try {
      svg = Optional.of(renderer.svg(chart));
      String document = SvgCanvas.document(chart, svg.get());
      save(folder, chart.name() + ".svg", document.getBytes(UTF_8));
      save(folder, chart.name() + ".png", renderer.png(chart));
      if (chart.density() == Chart.DENSE) {
        save(folder, chart.name() + ".pdf", renderer.pdf(chart));
      }
      return new Attempt(chart, svg, Optional.empty());
    } catch (IOException | RuntimeException | LinkageError | InternalError | AWTError e) {
      // Without fonts or libfreetype, Java 2D throws all of these kinds of errors.
      return new Attempt(chart, svg, Optional.of(reason(e, folder)));
    }
  }

  private static void save(Path folder, String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    // Atomic, but not forced to disk: charts can be drawn again.
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
