package org.mtlbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.engine.plan.Plan;

class SourceDataTest {
  private static final String WITH_FILE = "{id: pixels, config: {file: pixels.bin}}";

  @TempDir Path scratch;

  @Test
  void rejectsMissingDataBeforeCreatingFiles() throws IOException {
    RunFixture run = new RunFixture(scratch);
    Plan plan = run.plan("test", WITH_FILE, "trouble", "0");
    assertThatThrownBy(() -> run.run(plan))
        .isInstanceOf(HarnessException.class)
        .hasMessageStartingWith(
            "data folder: found " + scratch.resolve("data") + ", which does not exist");
    Files.createDirectory(scratch.resolve("data"));
    assertThatThrownBy(() -> run.run(plan))
        .isInstanceOf(HarnessException.class)
        .hasMessageStartingWith(
            scratch.resolve("data/pixels.bin") + ": found no file (for a test), expected");
    assertThat(run.folder).doesNotExist();
  }

  @Test
  void usesUnverifiedDataOnlyWithPermission() throws IOException, InterruptedException {
    RunFixture run = new RunFixture(scratch);
    Plan plan = run.plan("test", WITH_FILE, "{id: trouble, label: calm}", "0");
    Files.createDirectory(scratch.resolve("data"));
    Files.createFile(scratch.resolve("data/pixels.bin"));
    assertThatThrownBy(() -> run.run(plan)).hasMessageContaining("--unverified-data");

    run.runner().run(plan, run.options(true));

    assertThat(run.record("calm").flags().unverifiedData()).isTrue();
    assertThat(run.record("calm").provenance().dataChecksums())
        .containsEntry("pixels.bin", "c0ffee");
  }
}
