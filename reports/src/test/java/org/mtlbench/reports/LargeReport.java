package org.mtlbench.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.mtlbench.reports.fixtures.ChartRun;
import org.mtlbench.reports.fixtures.LargeRun;
import org.mtlbench.results.folder.RunFolder;

/** Times the report of a large run of generated results; see {@code docs/measurements.md}. */
public final class LargeReport {
  private static final int EPOCHS = 30;
  private static final int DEFAULT_CELLS = 1000;

  private LargeReport() {}

  /**
   * Prints elapsed and processor time three times; the first holds the warming up of the virtual
   * machine, as a user's call does.
   *
   * @param arguments the number of cells, a multiple of 20; default 1,000
   */
  public static void main(String[] arguments) throws IOException {
    int cells = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DEFAULT_CELLS;
    Path root = Files.createTempDirectory("large-report");
    RunFolder folder = LargeRun.write(root, cells);
    ChartRun.train(folder, EPOCHS);
    for (int repetition = 0; repetition < 3; repetition++) {
      Instant start = Instant.now();
      Duration cpu = cpu();
      ReportFiles files = ReportWriter.write(ReportRequest.everything(folder));
      Duration taken = Duration.between(start, Instant.now());
      long bytes = 0;
      for (Path file : files.files()) {
        bytes += Files.size(file);
      }
      System.out.printf(
          "%d cells, all formats: %.2f s, processor time %.2f s, %d files, %.1f MB%n",
          cells, seconds(taken), seconds(cpu().minus(cpu)), files.files().size(), bytes / 1e6);
    }
    System.out.println(root);
  }

  /** Of all threads since the virtual machine began, on platforms that tell. */
  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
