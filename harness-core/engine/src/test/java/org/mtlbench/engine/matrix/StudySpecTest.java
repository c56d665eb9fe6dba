package org.mtlbench.engine.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlbench.api.config.Problem;

class StudySpecTest {
  private static MatrixSpec study(String study) {
    return MatrixReader.parse("name: m\ndatasets: [d]\narchitectures: [a]\nstudy: " + study + "\n");
  }

  private static List<String> labels(String vectors) {
    MatrixSpec spec = study("{method: x, vectors: " + vectors + "}");
    assertThat(spec.problems()).isEmpty();
    return spec.methods().stream().map(method -> method.label().orElseThrow()).toList();
  }

  private static double sum(MethodEntry method) {
    double sum = 0;
    for (var component : method.config().get("k")) {
      sum += component.doubleValue();
    }
    return sum;
  }

  @Test
  void addsMethodForEachVector() {
    MatrixSpec spec =
        study(
            "{method: {id: x, note: n, config: {mu: 2}, overrides: [{when: {dataset: d}, config:"
                + " {mu: 3}}]}, vectors: [[0.01, 0.80, 0.19], [0, 0.5, 0.5]]}");

    assertThat(spec.problems()).isEmpty();
    assertThat(spec.methods())
        .extracting(MethodEntry::label)
        .containsExactly(Optional.of("k = (0.01, 0.8, 0.19)"), Optional.of("k = (0, 0.5, 0.5)"));
    assertThat(spec.methods())
        .allSatisfy(
            method -> {
              assertThat(method.id()).isEqualTo("x");
              assertThat(method.note()).contains("n");
              assertThat(method.config().get("mu").intValue()).isEqualTo(2);
              assertThat(method.overrides()).hasSize(1);
            });
    assertThat(spec.methods().get(0).config().get("k")).hasToString("[0.01,0.8,0.19]");
  }

  @Test
  void followsOtherMethodsAndTheirLabel() {
    MatrixSpec spec =
        MatrixReader.parse(
            "name: m\ndatasets: [d]\narchitectures: [a]\nmethods: [ls]\nstudy: {method: {id: x,"
                + " label: Sparse}, key: preference, vectors: [[1, 0]]}\n");

    assertThat(spec.problems()).isEmpty();
    assertThat(spec.methods())
        .extracting(MethodEntry::label)
        .containsExactly(Optional.empty(), Optional.of("Sparse, preference = (1, 0)"));
    assertThat(spec.methods().get(1).config().has("preference")).isTrue();
  }

  @Test
  void addsMethodsOfSeveralStudies() {
    MatrixSpec spec =
        study("[{method: x, vectors: [[1, 0]]}, {method: {id: x, label: b}, vectors: [[0, 1]]}]");

    assertThat(spec.problems()).isEmpty();
    assertThat(spec.methods())
        .extracting(MethodEntry::label)
        .containsExactly(Optional.of("k = (1, 0)"), Optional.of("b, k = (0, 1)"));
  }

  @Test
  void sweepAddsMethodForEachValue() {
    MatrixSpec spec =
        study(
            "[{method: {id: x, label: Ours, config: {mu: 2}}, values: {cap: [0.5, 0.90], low: [0.4,"
                + " 0.8]}}, {method: y, values: {mode: [a, [1]]}}, {method: z,"
                + " values: {rate: [0.00001, 1e2]}}]");

    assertThat(spec.problems()).isEmpty();
    assertThat(spec.methods())
        .extracting(MethodEntry::label)
        .containsExactly(
            Optional.of("Ours 0.5"),
            Optional.of("Ours 0.9"),
            Optional.of("mode = a"),
            Optional.of("mode = [1]"),
            Optional.of("rate = 0.00001"),
            Optional.of("rate = 100"));
    assertThat(spec.methods().stream().map(method -> method.config().toString()))
        .containsExactly(
            "{\"mu\":2,\"cap\":0.5,\"low\":0.4}",
            "{\"mu\":2,\"cap\":0.9,\"low\":0.8}",
            "{\"mode\":\"a\"}",
            "{\"mode\":[1]}",
            "{\"rate\":1.0E-5}",
            "{\"rate\":100.0}");
    MatrixSpec read = MatrixReader.of(MatrixTree.of(spec, spec.seeds(), spec.budget()));
    assertThat(read.methods().stream().map(MethodEntry::label))
        .containsExactlyElementsOf(spec.methods().stream().map(MethodEntry::label).toList());
  }

  @Test
  void isReadFromLongFormAsMethods() {
    MatrixSpec spec = study("{method: x, vectors: {points: 4, k0: 0.1}}");
    MatrixSpec read = MatrixReader.of(MatrixTree.of(spec, spec.seeds(), spec.budget()));

    assertThat(read.study().list()).isEmpty();
    assertThat(read.problems()).isEmpty();
    assertThat(read.methods().stream().map(method -> method.config().toString()))
        .containsExactlyElementsOf(
            spec.methods().stream().map(method -> method.config().toString()).toList());
    assertThat(read.methods().stream().map(MethodEntry::label))
        .containsExactlyElementsOf(spec.methods().stream().map(MethodEntry::label).toList());
  }

  @ParameterizedTest
  @CsvSource({"0, 19", "0.1, 17", "0.01, 18", "0.001, 18", "0.0001, 18"})
  void hasNumberOfVectorsOfPaperForEachFirstComponent(String k0, int count) {
    assertThat(labels("{published: hotegni-2024, k0: [" + k0 + "]}"))
        .hasSize(count)
        .allMatch(label -> label.startsWith("k = (" + k0 + ", "));
  }

  @Test
  void hasAllVectorsOfPaper() {
    MatrixSpec spec = study("{method: x, vectors: hotegni-2024}");

    assertThat(spec.methods()).hasSize(90).allSatisfy(m -> assertThat(sum(m)).isEqualTo(1));
    assertThat(spec.methods().stream().map(MethodEntry::label).distinct()).hasSize(90);
  }

  @Test
  void dividesSimplexEvenly() {
    assertThat(labels("{points: 3, k0: 0.1}"))
        .containsExactly(
            "k = (0.1, 0.225, 0.675)", "k = (0.1, 0.45, 0.45)", "k = (0.1, 0.675, 0.225)");
    assertThat(labels("{points: 3, objectives: 2}"))
        .containsExactly("k = (0.25, 0.75)", "k = (0.5, 0.5)", "k = (0.75, 0.25)");
    // 3 divisions of 3 components: 10 vectors; a fourth one would have 15.
    MatrixSpec lattice = study("{method: x, vectors: {points: 12}}");
    assertThat(lattice.methods()).hasSize(10);
    assertThat(lattice.methods())
        .allSatisfy(
            method -> {
              assertThat(sum(method)).isEqualTo(1);
              assertThat(method.config().get("k")).hasSize(3).allMatch(c -> c.doubleValue() > 0);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {vectors: [[0, 1]]}                                | study.method             | nothing
          {method: x}                                        | study.vectors            | nothing
          {method: x, vectors: []}                           | study.vectors            | an empty list
          {method: x, vectors: [5]}                          | study.vectors[0]         | 5
          {method: x, vectors: [[a, 1]]}                     | study.vectors[0]         | ["a",1]
          {method: x, vectors: [[0, 1], [0.0, 1.0]]}         | study.vectors[1]         | [0.0,1.0]
          {method: x, vectors: paper}                        | study.vectors.published  | "paper"
          {method: x, vectors: {published: hotegni-2024, k0: [0.2]}} | study.vectors.k0 | 0.2
          {method: x, vectors: {points: 0}}                  | study.vectors.points     | 0
          {method: x, vectors: {points: 5, k0: 1}}           | study.vectors.k0         | 1
          {method: x, vectors: {points: 5, objectives: 1}}   | study.vectors.objectives | 1
          {method: {id: x, config: {k: [1]}}, vectors: [[1]]} | study.method.config.k   | [1]
          {method: x, vectors: [[1]], grid: 5}               | study.grid               | an unknown key
          {method: x, values: {}}                            | study.values             | an empty mapping
          {method: x, values: {a: []}}                       | study.values.a           | 0 values
          {method: x, values: {a: [1, 2], b: [1]}}           | study.values.b           | 1 values
          {method: x, values: {a: [1, 1]}}                   | study.values.a           | [1,1]
          {method: x, values: {a: 5}}                        | study.values.a           | 5
          {method: {id: x, config: {a: 1}}, values: {a: [2]}} | study.method.config.a   | 1
          {method: x, values: {a: [2]}, vectors: [[1]]}      | study.vectors            | an unknown key
          {method: x, values: {a: [2]}, key: a}              | study.key                | an unknown key
          []                                                 | study                    | an empty list
          [{method: x, vectors: [5]}, 7]                     | study[0].vectors[0]      | 5
          [{method: x, vectors: [5]}, 7]                     | study[1]                 | 7
          """)
  void reportsProblemsWithPath(String study, String path, String value) {
    assertThat(study(study).problems())
        .extracting(Problem::path, Problem::value)
        .contains(tuple(path, value));
  }
}
