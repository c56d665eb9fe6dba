package org.mtlbench.engine.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.engine.matrix.Entry;
import org.mtlbench.engine.matrix.MatrixReader;
import org.mtlbench.engine.matrix.MatrixSpec;
import org.mtlbench.engine.matrix.MethodEntry;

class PresetsTest {
  static Stream<String> names() {
    return Presets.names().stream();
  }

  @Test
  void listsAllResources() throws IOException, URISyntaxException {
    Path folder = Path.of(Presets.class.getResource("quick.yaml").toURI()).getParent();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(file -> !file.endsWith(".class")))
          .containsExactlyInAnyOrderElementsOf(names().map(name -> name + ".yaml").toList());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void presetsAreValidMatrices(String name) {
    MatrixSpec spec = MatrixReader.preset(name);

    assertThat(spec.problems()).isEmpty();
    assertThat(spec.name()).isEqualTo(name);
    assertThat(spec.description()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "quick, multimnist-synthetic, cifar10mnist-synthetic",
    "small, multimnist, cifar10mnist"
  })
  void quickAndSmallContainMethodsOfPaperOnAllArchitecturesAndDatasets(
      String name, String multiMnist, String cifar10Mnist) {
    MatrixSpec preset = MatrixReader.preset(name);

    assertThat(preset.datasets()).extracting(Entry::id).containsExactly(multiMnist, cifar10Mnist);
    assertThat(preset.architectures()).extracting(Entry::id).containsExactly("hps", "mdmtn");
    assertThat(preset.methods())
        .extracting(MethodEntry::id)
        .containsExactly("stl", "ls", "mgda", "kdmtl", "mtan", "ours", "ours");
    assertThat(preset.methods())
        .filteredOn(method -> method.id().equals("ours"))
        .extracting(MethodEntry::label)
        .containsExactly(Optional.of("Ours, dense"), Optional.of("Ours, sparse"));
  }

  @Test
  void paperPresetHasRowsOfTable1() {
    MatrixSpec paper = MatrixReader.preset("paper");

    assertThat(paper.cells()).hasSize(18);
    assertThat(paper.cells())
        .filteredOn(cell -> cell.method().id().equals("mgda"))
        .extracting(cell -> cell.seeds().size())
        .containsExactly(10, 10, 5, 5);
    assertThat(paper.cells())
        .filteredOn(cell -> !cell.method().id().equals("mgda"))
        .allSatisfy(cell -> assertThat(cell.seeds()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"pareto-multimnist, multimnist", "pareto-cifar10mnist, cifar10mnist"})
  void paretoPresetsHaveVectorsOfPaper(String name, String dataset) {
    MatrixSpec preset = MatrixReader.preset(name);

    assertThat(preset.datasets()).extracting(Entry::id).containsExactly(dataset);
    assertThat(preset.architectures()).extracting(Entry::id).containsExactly("mdmtn");
    assertThat(preset.methods()).hasSize(90).extracting(MethodEntry::id).containsOnly("ours");
    assertThat(preset.methods().stream().map(method -> method.config().get("k").get(0).asDouble()))
        .containsOnly(0.0, 0.1, 0.01, 0.001, 0.0001);
  }

  @ParameterizedTest
  @ValueSource(strings = {"methods", "ls-sweep"})
  void presetsOnRealDataDifferInDataAndLearningRatesAlone(String name) {
    MatrixSpec synthetic = MatrixReader.preset(name);
    MatrixSpec real = MatrixReader.preset(name + "-real");

    assertThat(synthetic.datasets())
        .extracting(Entry::id)
        .containsExactly("multimnist-synthetic", "cifar10mnist-synthetic");
    assertThat(real.datasets()).extracting(Entry::id).containsExactly("multimnist", "cifar10mnist");
    assertThat(real.training()).isEqualTo(synthetic.training());
    assertThat(withoutRates(real)).isEqualTo(withoutRates(synthetic)).isNotEmpty();
  }

  /** The methods with their configs on each dataset, as one text each. */
  private static List<String> withoutRates(MatrixSpec preset) {
    List<String> texts = new ArrayList<>();
    for (MethodEntry method : preset.methods()) {
      for (Entry dataset : preset.datasets()) {
        ObjectNode config = method.config().deepCopy();
        method
            .override(dataset, preset.architectures().get(0))
            .ifPresent(o -> config.setAll(o.config()));
        config.remove("learning-rate");
        String data = dataset.id().replace("-synthetic", "");
        texts.add(
            String.join(" ", data, method.id(), method.label().orElse(""), config.toString()));
      }
    }
    return texts;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quick",
        "small",
        "methods",
        "methods-real",
        "ls-sweep",
        "ls-sweep-real",
        "pareto-quick",
        "ours-compressed",
        "unlike-tasks",
        "nyuv2",
        "cityscapes",
        "celeba"
      })
  void presetsThatRankMethodsUseEqualTraining(String name) {
    assertThat(MatrixReader.preset(name).training()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nyuv2", "cityscapes", "celeba"})
  void visualBenchmarksContainMethodsOfPapers(String name) {
    MatrixSpec preset = MatrixReader.preset(name);
    assertThat(preset.datasets()).extracting(Entry::id).containsExactly(name);
    assertThat(preset.methods())
        .extracting(MethodEntry::id)
        .containsExactly(
            "stl",
            "ls",
            "si",
            "rlw",
            "dwa",
            "uw",
            "mgda",
            "pcgrad",
            "cagrad",
            "imtl-g",
            "nash-mtl",
            "famo");
    assertThat(preset.seeds()).hasSize(3);
  }

  @Test
  void listsNamesWithDescriptions() {
    assertThat(MatrixReader.presets())
        .extracting(Preset::name)
        .containsExactly(
            "quick",
            "small",
            "paper",
            "paper-every-combination",
            "code",
            "methods",
            "methods-real",
            "ls-sweep",
            "ls-sweep-real",
            "pareto-quick",
            "pareto-multimnist",
            "pareto-cifar10mnist",
            "ours-compressed",
            "unlike-tasks",
            "nyuv2",
            "cityscapes",
            "celeba");
    assertThat(MatrixReader.presets())
        .allSatisfy(preset -> assertThat(preset.description()).isNotBlank());
  }

  @Test
  void suggestsNearestName() {
    assertThatThrownBy(() -> MatrixReader.preset("quik"))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessage(
            "preset: found 'quik', expected one of quick, small, paper, paper-every-combination,"
                + " code, methods, methods-real, ls-sweep, ls-sweep-real, pareto-quick,"
                + " pareto-multimnist, pareto-cifar10mnist, ours-compressed, unlike-tasks, nyuv2,"
                + " cityscapes, celeba (nearest: 'quick')");
  }
}
