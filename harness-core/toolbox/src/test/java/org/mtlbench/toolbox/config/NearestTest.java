package org.mtlbench.toolbox.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestTest {
  private static final List<String> NAMES = List.of("dwa", "ls", "mgda", "nash-mtl", "stl");

  @ParameterizedTest
  @CsvSource({"mgd, mgda", "mdga, mgda", "MGDA, mgda", "nashmtl, nash-mtl", "sl, stl"})
  void fewestEditsThenMostLettersInCommon(String given, String meant) {
    assertThat(Nearest.find(given, NAMES)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"completion", "gradnorm", "", "a-very-long-name"})
  void suggestsNothingTooDifferent(String given) {
    List<String> names = List.of("nash-mtl", "mgda", "aligned-mtl");
    assertThat(Nearest.find(given, names)).isEmpty();
    assertThat(Nearest.allowed(given, names)).isEqualTo("one of nash-mtl, mgda, aligned-mtl");
  }

  @Test
  void ignoresCompletelyDifferentShortWords() {
    assertThat(Nearest.find("pdf", List.of("md", "html", "csv"))).isEmpty();
  }

  @Test
  void suggestsNothingWithoutNames() {
    assertThat(Nearest.find("ls", List.of())).isEmpty();
  }
}
