package org.mtlbench.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowingLogTest {
  @TempDir Path folder;

  @Test
  void keepsBeginningAndEndOfLargeLog() throws IOException {
    Path file = folder.resolve("log");
    GrowingLog log = new GrowingLog(file, 1000);
    log.keepBelowLimit();
    assertThat(file).as("there is none yet").doesNotExist();
    Files.writeString(file, "the beginning\n" + "x".repeat(900));
    log.keepBelowLimit();
    assertThat(Files.size(file)).as("small enough").isEqualTo(914);

    Files.writeString(file, "x".repeat(5000) + "\nthe end\n", StandardOpenOption.APPEND);
    log.keepBelowLimit();
    Files.writeString(file, "more\n", StandardOpenOption.APPEND);

    assertThat(Files.size(file)).isLessThan(1000);
    assertThat(Files.readString(file))
        .startsWith("the beginning\nxxx")
        .contains("\n... 5.1 KiB left out: a log holds at most 1000 bytes ...\nxxx")
        .endsWith("x\nthe end\nmore\n");
  }
}
