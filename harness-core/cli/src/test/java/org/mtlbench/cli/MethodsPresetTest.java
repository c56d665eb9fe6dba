package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.cli.command.ExitCode;
import org.mtlbench.engine.matrix.MatrixReader;
import org.mtlbench.engine.matrix.MethodEntry;
import org.mtlbench.engine.plugins.PluginLoader;

/**
 * Checks that the presets {@code methods} and {@code unlike-tasks} contain all methods with the
 * same epochs.
 */
class MethodsPresetTest {
  @ParameterizedTest
  @ValueSource(strings = {"methods", "unlike-tasks"})
  void containsAllMethods(String preset) {
    Set<String> named =
        MatrixReader.preset(preset).methods().stream()
            .map(MethodEntry::id)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    assertThat(named)
        .containsExactlyInAnyOrderElementsOf(
            PluginLoader.load(getClass().getClassLoader()).methods().keySet());
  }

  @ParameterizedTest
  @CsvSource({
    "methods, left, 20, 'search 6, cluster 1, retrain 14'",
    "unlike-tasks, normals, 13, 'search 3, cluster 1, retrain 10'"
  })
  void trainsAllReportedModelsForAsManyEpochs(
      String preset, String task, int epochs, String sparse) {
    Cli.Result result = Cli.run("plan", preset);
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).contains("82 cells", "train " + epochs, task + " " + epochs, sparse);
    assertThat(result.out()).doesNotContain("train 100", "train 200", task + " 100");
  }
}
