package org.mtlbench.engine.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.api.config.InvalidConfigException;

class SettingTest {
  private static final String MATRIX =
      """
      name: base
      datasets: [one]
      architectures: [hps]
      methods: [ls, {id: mgda, config: {learning-rate: 0.1}}]
      seeds: [0]
      """;

  @TempDir Path folder;

  private MatrixSpec read(String... settings) throws IOException {
    Path file = Files.writeString(folder.resolve("base.yaml"), MATRIX);
    return MatrixReader.read(file, Stream.of(settings).map(Setting::parse).toList());
  }

  @Test
  void replacesValuesAndCreatesMappings() throws IOException {
    MatrixSpec spec =
        read(
            "name=other",
            "seeds=[3, 4]",
            "training.epochs=26",
            "training.schedule={step: {every: 5}}",
            "methods[1].config.learning-rate=0.5",
            "methods[0].label=Sum",
            "datasets[0]=two");

    assertThat(spec.problems()).isEmpty();
    assertThat(spec.name()).isEqualTo("other");
    assertThat(spec.seeds()).isEqualTo(List.of(3L, 4L));
    assertThat(spec.training().orElseThrow().epochs()).isEqualTo(26);
    assertThat(spec.methods().get(1).config().get("learning-rate").doubleValue()).isEqualTo(0.5);
    assertThat(spec.methods().get(0).id()).isEqualTo("ls");
    assertThat(spec.methods().get(0).label()).hasValue("Sum");
    assertThat(spec.datasets().get(0).id()).isEqualTo("two");
  }

  @Test
  void unknownKeysAreProblemsOfTheMatrix() throws IOException {
    assertThat(read("trainin.epochs=3").problems())
        .anyMatch(problem -> problem.toString().contains("trainin"));
    assertThat(read("name.first=x").problems())
        .anyMatch(problem -> problem.toString().contains("name"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"seeds", "=3", "a..b=1", "a[x]=1", "[0]=1", "a[-1]=2"})
  void rejectsOtherForms(String text) {
    assertThatThrownBy(() -> Setting.parse(text))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("--set")
        .hasMessageContaining("PATH=VALUE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          methods[2].label=x   | an index of methods from [0] to [1]
          methods.label=x      | an index of methods from [0] to [1]
          seeds[0].a=1         | another path: seeds[0] is a single value
          cells[0]=1           | another path: cells is missing
          """)
  void rejectsPathsThatDoNotFit(String setting, String allowed) {
    assertThatThrownBy(() -> read(setting))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining(allowed);
  }

  @Test
  void rejectsValuesThatAreNotYaml() {
    assertThatThrownBy(() -> Setting.parse("seeds=[1"))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("--set seeds");
  }
}
