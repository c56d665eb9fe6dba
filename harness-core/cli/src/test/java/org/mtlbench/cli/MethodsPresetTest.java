package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mtlbench.cli.command.ExitCode;
import org.mtlbench.engine.matrix.MatrixReader;
import org.mtlbench.engine.matrix.MethodEntry;
import org.mtlbench.engine.plugins.PluginLoader;

/** Checks that the preset {@code methods} contains all methods with the same epochs. */
class MethodsPresetTest {
  @Test
  void containsAllMethods() {
    Set<String> named =
        MatrixReader.preset("methods").methods().stream()
            .map(MethodEntry::id)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    assertThat(named)
        .containsExactlyInAnyOrderElementsOf(
            PluginLoader.load(getClass().getClassLoader()).methods().keySet());
  }

  @Test
  void trainsAllReportedModelsForThirteenEpochs() {
    Cli.Result result = Cli.run("plan", "methods");
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out())
        .contains("74 cells", "train 13", "left 13", "search 3, cluster 1, retrain 10");
    assertThat(result.out()).doesNotContain("train 100", "train 200", "left 100");
  }
}
