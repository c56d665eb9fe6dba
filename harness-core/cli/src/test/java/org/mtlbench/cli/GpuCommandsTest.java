package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mtlbench.cli.command.ExitCode;

/** Tests the commands for the engine with CUDA without a download. */
class GpuCommandsTest {
  @Test
  void installationStatesSizesAndAsksFirst() {
    Cli.Result result = Cli.run("gpu", "install");

    assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.out())
        .contains("PyTorch 2.5.1+cu124 with DJL 0.33.0, for drivers from 550.54\n")
        .contains("download: 2.3 GiB\n", "disk space: up to 6.1 GiB, of ");
    assertThat(result.err())
        .containsAnyOf("--yes to download without a question", "MiB of free space, expected");
  }

  @Test
  void checkWithoutSetNamesNextStep() {
    Cli.Result result = Cli.run("gpu", "check");

    assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.err())
        .startsWith("no engine set with CUDA in ")
        .contains("Install one with: mtlbench gpu install");
  }
}
