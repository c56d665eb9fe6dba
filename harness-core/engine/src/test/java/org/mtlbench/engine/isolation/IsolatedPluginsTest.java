package org.mtlbench.engine.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.engine.catalogue.ChosenDataset;
import org.mtlbench.engine.catalogue.LoadedPlugins;
import org.mtlbench.engine.catalogue.Plugins;
import org.mtlbench.engine.cost.Throughput;
import org.mtlbench.engine.matrix.MatrixReader;
import org.mtlbench.engine.matrix.MatrixSpec;
import org.mtlbench.engine.plan.Overrides;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.results.json.ResultsJson;

/** A process of plugins answers as plugins in this process do. */
class IsolatedPluginsTest {
  private static final String MATRIX =
      """
      name: toys
      datasets: [pixels, {id: pixels, config: {file: "é.bin"}}]
      architectures: [toy-shared]
      methods: [{id: toy-equal, note: a note}, {id: toy-equal, label: "é", config: {epochs: 7}}]
      cells:
        - {dataset: pixels, architecture: toy-shared, method: toy-equal, seeds: [7]}
      seeds: [3, 4]
      search: {trials: 2, over: {learning-rate: [0.0001, 0.01], batch-size: {values: [4, 8]}}}
      """;

  @TempDir Path folder;
  private final Plugins here = LoadedPlugins.of(IsolatedPluginsTest.class.getClassLoader());
  private final ResultsJson json = new ResultsJson();

  private Plugins isolated() {
    return new IsolatedPlugins(
        List.of(),
        new IsolatedPlugins.Settings(Duration.ofMinutes(1), folder.resolve("log"), notice -> {}));
  }

  private DataAccess access() {
    return new DataAccess(folder, folder, false);
  }

  private MatrixSpec matrix(String yaml) throws IOException {
    return MatrixReader.read(Files.writeString(folder.resolve("m.yaml"), yaml));
  }

  @Test
  void plansSameCells() throws IOException {
    Overrides overrides = new Overrides(OptionalLong.empty(), OptionalDouble.of(0.1));
    Plan expected = here.plan(matrix(MATRIX), overrides, access());
    Plugins isolated = isolated();

    Plan plan = isolated.plan(matrix(MATRIX), overrides, access());

    assertThat(plan.cells()).hasSize(9);
    // as text: a number that is read is of the shortest type, and estimates are NaN
    assertThat(text(plan)).isEqualTo(text(expected));
    assertThat(plan.folder()).isEqualTo(expected.folder());
    assertThat(plan.estimated(Throughput.NOMINAL).estimatedSeconds(2))
        .isEqualTo(expected.estimated(Throughput.NOMINAL).estimatedSeconds(2));
    assertThat(isolated.catalogue()).isEqualTo(here.catalogue());
  }

  private String text(Plan plan) throws IOException {
    return json.toLine(PlanDocument.of(plan));
  }

  @Test
  void rejectsMatrixWithSameProblems() throws IOException {
    String bad =
        MATRIX.replace("[pixels,", "[pixel, pixel,").replace("{id: toy-equal,", "{id: equal,")
            + "budgte: 1\n";

    assertThat(problems(isolated(), bad)).isNotEmpty().isEqualTo(problems(here, bad));
  }

  private String problems(Plugins plugins, String yaml) throws IOException {
    MatrixSpec spec = matrix(yaml);
    return catchThrowableOfType(
            InvalidConfigException.class, () -> plugins.plan(spec, Overrides.NONE, access()))
        .getMessage();
  }

  @Test
  void describesAndInspectsSamePlugins() throws IOException {
    List<ChosenDataset> datasets = List.of(ChosenDataset.of("nothing"), ChosenDataset.of("pixels"));
    Plugins isolated = isolated();

    assertThat(isolated.details(access())).isNotEmpty().isEqualTo(here.details(access()));
    assertThat(isolated.inspect(datasets, access())).isEqualTo(here.inspect(datasets, access()));
  }
}
