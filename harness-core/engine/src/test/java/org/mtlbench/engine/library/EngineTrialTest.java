package org.mtlbench.engine.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tries the engine of this class path in a process of its own. */
@Timeout(120)
class EngineTrialTest {
  private static EngineTrial.Outcome run(Map<String, String> environment)
      throws IOException, InterruptedException {
    return EngineTrial.run(
        System.getProperty("java.class.path"), List.of("-Dai.djl.offline=true"), environment);
  }

  @Test
  void computesOnProcessor() throws IOException, InterruptedException {
    EngineTrial.Outcome outcome = run(Map.of());

    assertThat(outcome.successful()).as(String.join("\n", outcome.lines())).isTrue();
    assertThat(outcome.lines())
        .anyMatch(line -> line.startsWith("loaded PyTorch 2."))
        .contains("cpu: matrix product correct");
    assertThat(outcome.lastLine()).endsWith("GPUs found");
  }

  @Test
  void reportsWhatDoesNotLoad(@TempDir Path folder) throws IOException, InterruptedException {
    Path library =
        Files.writeString(folder.resolve(System.mapLibraryName("torch")), "not a library");

    EngineTrial.Outcome outcome =
        run(
            Map.of(
                "PYTORCH_LIBRARY_PATH",
                folder.toString(),
                "PYTORCH_VERSION",
                "2.5.1",
                "PYTORCH_FLAVOR",
                "cpu"));

    assertThat(outcome.successful()).isFalse();
    assertThat(outcome.lastLine()).startsWith("does not work: " + library);
  }
}
