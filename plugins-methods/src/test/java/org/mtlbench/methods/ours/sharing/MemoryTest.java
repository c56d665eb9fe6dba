package org.mtlbench.methods.ours.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MemoryTest {
  private static final int ROWS = 7_200;
  private static final int COLUMNS = 32;

  @Test
  void clusters7200RowsInLimitedHeap() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1100m",
                "-cp",
                System.getProperty("java.class.path"),
                MemoryTest.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(output).endsWith("converged true\n");
    assertThat(process.exitValue()).isZero();
  }

  /** The process under test. */
  public static void main(String[] arguments) {
    float[] values = PairedRows.of(ROWS, COLUMNS, 1);
    Clustering clustering =
        AffinityPropagation.STANDARD.cluster(RowSimilarity.of(values, ROWS, COLUMNS), 0.8);
    System.out.println("iterations " + clustering.iterations());
    System.out.print("converged " + clustering.converged() + "\n");
  }
}
