package org.mtlbench.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills runners and workers at random times and restarts until the matrix is done. Every cell
 * finishes once, with the same bits as in an uninterrupted run. The profile {@code chaos} uses more
 * kills and a larger matrix.
 */
@Timeout(value = 6, unit = TimeUnit.HOURS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no signals")
class ChaosTest {
  private static final int KILLS = Integer.getInteger("mtlbench.chaos.kills", 10);
  private static final long SEED = Long.getLong("mtlbench.chaos.seed", 1);

  /** The number of kills from which the matrix contains all methods, tuned with trials. */
  private static final int MANY = 50;

  @TempDir Path folder;

  @Test
  void killsDoNotChangeResults() throws IOException, InterruptedException {
    String matrix = KILLS < MANY ? ChaosMatrix.small(folder) : ChaosMatrix.large(folder);
    Path undisturbed = folder.resolve("undisturbed");
    Kills.Run reference = new Kills.Run(matrix, undisturbed, folder.resolve("undisturbed.log"));
    assertThat(reference.toItsEnd()).as(reference.output()).isZero();

    Kills kills = new Kills(new Random(SEED));
    for (int round = 1; kills.made() < KILLS; round++) {
      Path out = folder.resolve("round" + round);
      Kills.Run run = new Kills.Run(matrix, out, folder.resolve("round" + round + ".log"));
      kills.until(KILLS, run);
      new SameResults(undisturbed, out).check();
      System.out.printf(
          "chaos: round %d, %d of %d kills: %d runners, %d workers%n",
          round, kills.made(), KILLS, kills.runners(), kills.workers());
    }
    assertThat(kills.orphans()).as("workers that outlive their runners").isEmpty();
  }
}
