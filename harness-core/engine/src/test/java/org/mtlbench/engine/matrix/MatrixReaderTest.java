package org.mtlbench.engine.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;

class MatrixReaderTest {
  private static final String FULL =
      """
      name: my-comparison
      description: all forms in one file
      datasets: [toy-digits, {id: toy-scenes, config: {rotation: 20}}]
      architectures: [toy-shared, toy-watched]
      methods:
        - toy-equal
        - {id: toy-sum, label: Sum}
        - id: toy-stages
          label: "Stages, steep"
          note: of an older protocol
          config: {k: [0.001, 0.2, 0.799]}
          overrides:
            - when: {dataset: toy-scenes, architecture: toy-shared}
              note: k by hand
              config: {k: [0.1, 0.3, 0.3, 0.3]}
            - when: {architecture: toy-watched}
              config: {pattern: very-steep}
      cells:
        - {dataset: toy-digits, architecture: toy-shared, method: {id: toy-stages, config: {k: [0, 0.4, 0.6]}}}
      seeds: [0, 1, 2]
      budget: 0.5
      """;

  private static final String MINIMAL =
      "name: m\ndatasets: [d]\narchitectures: [a]\nmethods: [x]\n";

  @TempDir Path folder;

  private MatrixSpec read(String name, String text) throws IOException {
    return MatrixReader.read(Files.writeString(folder.resolve(name), text));
  }

  private List<Problem> problems(String text) throws IOException {
    return read("m.yaml", text).problems();
  }

  private String rejection(String name, String text) {
    return catchThrowableOfType(InvalidConfigException.class, () -> read(name, text))
        .getMessage()
        .replace(folder + "/", "");
  }

  @Test
  void readsAllForms() throws IOException {
    MatrixSpec spec = read("m.yaml", FULL);

    assertThat(spec.problems()).isEmpty();
    assertThat(spec.name()).isEqualTo("my-comparison");
    assertThat(spec.description()).isEqualTo("all forms in one file");
    assertThat(spec.datasets()).extracting(Entry::id).containsExactly("toy-digits", "toy-scenes");
    assertThat(spec.datasets().get(1).at()).isEqualTo("datasets[1]");
    assertThat(spec.datasets().get(1).config()).hasToString("{\"rotation\":20}");
    assertThat(spec.architectures()).hasSize(2);
    assertThat(spec.methods())
        .extracting(MethodEntry::label)
        .containsExactly(Optional.empty(), Optional.of("Sum"), Optional.of("Stages, steep"));
    assertThat(spec.methods())
        .extracting(MethodEntry::note)
        .containsExactly(Optional.empty(), Optional.empty(), Optional.of("of an older protocol"));
    assertThat(spec.methods().get(2).overrides())
        .extracting(ConditionalConfig::note)
        .containsExactly(Optional.of("k by hand"), Optional.empty());
    assertThat(spec.cells()).hasSize(1);
    assertThat(spec.cells().get(0).method().at()).isEqualTo("cells[0].method");
    assertThat(spec.seeds()).containsExactly(0L, 1L, 2L);
    assertThat(spec.budget()).isEqualTo(0.5);
  }

  private static Entry entry(String id) {
    return new Entry("", id, Optional.empty(), JsonNodeFactory.instance.objectNode());
  }

  @Test
  void usesFirstMatchingOverride() throws IOException {
    MethodEntry stages = read("m.yaml", FULL).methods().get(2);

    assertThat(stages.override(entry("toy-scenes"), entry("toy-shared")))
        .map(ConditionalConfig::at)
        .contains("methods[2].overrides[0]");
    assertThat(stages.override(entry("toy-digits"), entry("toy-watched")))
        .map(ConditionalConfig::at)
        .contains("methods[2].overrides[1]");
    assertThat(stages.override(entry("toy-digits"), entry("toy-shared"))).isEmpty();
  }

  @Test
  void fillsInSeedsAndBudget() throws IOException {
    MatrixSpec spec = read("m.yml", MINIMAL);

    assertThat(spec.problems()).isEmpty();
    assertThat(spec.seeds()).containsExactly(0L);
    assertThat(spec.budget()).isEqualTo(1);
    assertThat(spec.methods().get(0).label()).isEmpty();
  }

  @Test
  void readsJsonAsSameSpec() throws IOException {
    MatrixSpec yaml = read("m.yaml", FULL);
    String json = MatrixTree.of(yaml, yaml.seeds(), yaml.budget()).toPrettyString();

    assertThat(read("m.json", json)).isEqualTo(yaml);
  }

  @Test
  void acceptsOnlySingleRows() throws IOException {
    MatrixSpec spec =
        read("m.yaml", "name: rows\ncells: [{dataset: d, architecture: a, method: x}]\n");

    assertThat(spec.problems()).isEmpty();
    assertThat(spec.cells()).hasSize(1);
    assertThat(spec.datasets()).isEmpty();
  }

  @Test
  void readsNumbersInScientificNotation() throws IOException {
    MatrixSpec spec =
        read("m.yaml", MINIMAL.replace("[x]", "[{id: x, config: {a: 1e-4, b: 2E3}}]"));

    assertThat(spec.methods().get(0).config().get("a").isNumber()).isTrue();
    assertThat(spec.methods().get(0).config().get("a").doubleValue()).isEqualTo(1e-4);
    assertThat(spec.methods().get(0).config().get("b").doubleValue()).isEqualTo(2000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          name: m                   | name: my runs         | name                | my runs
          name: m                   | name: ../up           | name                | ../up
          name: m                   | name: 5               | name                | 5
          name: m                   | nam: m                | name                | nothing
          name: m                   | nam: m                | nam                 | unknown key
          name: m                   | name:                 | name                | ""
          [d]                       | []                    | datasets            | empty list
          [d]                       | d                     | datasets            | d
          [d]                       | {id: d}               | datasets            | id
          [d]                       | [d, d]                | datasets[1]         | the same as datasets[0]
          [d]                       | [d, {id: d}]          | datasets[1]         | the same as datasets[0]
          [d]                       | [5]                   | datasets[0]         | 5
          [d]                       | [[d]]                 | datasets[0]         | d
          [d]                       | [{config: {}}]        | datasets[0].id      | nothing
          [d]                       | [{id: 3}]             | datasets[0].id      | 3
          [d]                       | [{id: d, config: 3}]  | datasets[0].config  | 3
          [d]                       | [{id: d, config: ~}]  | datasets[0].config  | nothing
          [d]                       | [{id: d, labels: l}]  | datasets[0].labels  | unknown key
          [d]                       | [{id: d, label: ''}]  | datasets[0].label   | ""
          [d]                       | [d, {id: d, label: l}] | datasets[1]        | the same as datasets[0]
          [x]                       | [x, {id: x, label: Other}] | methods[1]     | the same as methods[0]
          [x]                       | [{id: x, label: ''}]  | methods[0].label    | ""
          [x]                       | [{id: x, lable: l}]   | methods[0].lable    | unknown key
          [x]                       | [x, {id: x, note: n}] | methods[1]          | the same as methods[0]
          [x]                       | [{id: x, note: ''}]   | methods[0].note     | ""
          [x]                       | [{id: x, note: 5}]    | methods[0].note     | 5
          [x]                       | [{id: x, overrides: [{when: {dataset: d}, config: {}, note: []}]}] | methods[0].overrides[0].note | empty list
          [x]                       | "[x]\ncells: [{dataset: d, architecture: a, method: x, note: n}]" | cells[0].note | unknown key
          [x]                       | [{id: x, overrides: []}] | methods[0].overrides | empty list
          [x]                       | [{id: x, overrides: [{config: {}}]}] | methods[0].overrides[0].when | nothing
          [x]                       | [{id: x, overrides: [{when: {dataset: d}}]}] | methods[0].overrides[0].config | nothing
          [x]                       | [{id: x, overrides: [{when: {}, config: {}}]}] | methods[0].overrides[0].when | no condition
          [x]                       | [{id: x, overrides: [{when: {seed: 1}, config: {}}]}] | methods[0].overrides[0].when.seed | unknown key
          [x]                       | [{id: x, overrides: [{when: {dataset: 1}, config: {}}]}] | methods[0].overrides[0].when.dataset | 1
          [x]                       | [{id: x, overrides: [{when: {dataset: d}, config: {}}, {when: {dataset: d}, config: {a: 1}}]}] | methods[0].overrides[1] | the same as
          [x]                       | "[x]\ncells: []"      | cells               | empty list
          [x]                       | "[x]\ncells: [d]"     | cells[0]            | d
          [x]                       | "[x]\ncells: [{dataset: d, method: x}]" | cells[0].architecture | nothing
          [x]                       | "[x]\ncells: [{dataset: d, architecture: a, method: {id: x, overrides: []}}]" | cells[0].method.overrides | unknown key
          [x]                       | "[x]\nseeds: []"      | seeds               | empty list
          [x]                       | "[x]\nseeds: 3"       | seeds               | 3
          [x]                       | "[x]\nseeds: [0, 1.5]" | seeds[1]           | 1.5
          [x]                       | "[x]\nseeds: [0, 0]"  | seeds[1]            | the same as seeds[0]
          [x]                       | "[x]\nbudget: 0"      | budget              | 0
          [x]                       | "[x]\nbudget: -1"     | budget              | -1
          [x]                       | "[x]\nbudget: lots"   | budget              | lots
          [x]                       | "[x]\nbudget: 1e999"  | budget              | Infinity
          [x]                       | "[x]\nserach: {trials: 10}" | serach        | unknown key
          [x]                       | "[x]\nsearch: {trials: 10}" | search.over   | nothing
          [x]                       | "[x]\nname: other"    | name                | a second time at line 5
          """)
  void reportsProblems(String sound, String broken, String path, String value) throws IOException {
    assertThat(problems(MINIMAL.replace(sound, broken.replace("\\n", "\n"))))
        .anySatisfy(
            problem -> {
              assertThat(problem.path()).isEqualTo(path);
              assertThat(problem.value()).contains(value == null ? "" : value);
              assertThat(problem.allowed()).isNotBlank();
            });
  }

  @Test
  void listsAllowedKeys() throws IOException {
    assertThat(problems(MINIMAL + "serach: {trials: 10}\n"))
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .startsWith(
            "serach: found an unknown key, expected one of name, description, datasets,"
                + " architectures, methods, cells, seeds, budget, training, search, study (nearest: 'search')");
  }

  @Test
  void reportsAllProblemsAtOnce() throws IOException {
    String text =
        """
        name: "a b"
        datasets: [d, d]
        methods: [{id: x, lable: l}, 5]
        seeds: [one]
        budget: 0
        serach: 1
        """;

    assertThat(problems(text))
        .extracting(Problem::path)
        .containsExactlyInAnyOrder(
            "name",
            "datasets[1]",
            "architectures",
            "methods[0].lable",
            "methods[1]",
            "seeds[0]",
            "budget",
            "serach");
  }

  @Test
  void reportsDuplicateKeysWithLocation() throws IOException {
    String text = MINIMAL.replace("[x]", "[{id: x, config: {k: 1, k: 2}}]");

    assertThat(problems(text))
        .singleElement()
        .extracting(Problem::message)
        .isEqualTo(
            "methods[0].config.k: found the key a second time at line 4, column 34, expected each"
                + " key once");
    assertThat(read("m.json", "{\"name\": \"m\",\n \"name\": \"m\"}").problems())
        .extracting(Problem::path)
        .contains("name");
  }

  @Test
  void rejectsOtherThanMapping() throws IOException {
    assertThat(problems("[1, 2]"))
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .startsWith("matrix: found [1,2], expected a mapping with the keys name");
    assertThat(problems("just words"))
        .singleElement()
        .extracting(Problem::path)
        .isEqualTo("matrix");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          m.yaml | ""                          | m.yaml: found an empty file
          m.yaml | "# only a remark\n"         | m.yaml: found an empty file
          m.json | ""                          | m.json: found an empty file
          m.yaml | "name: [1\nb: 2"            | at line 2, column 2
          m.yaml | "name: a\n\tb: c"           | at line 2, column 1
          m.yaml | "name: a: b"                | at line 1, column 8
          m.yaml | "name: .inf"                | at line 1
          m.yaml | "name: a\n---\nname: b\n"   | more than one document at line
          m.yaml | "name: &n a\nlabel: *n\n"   | the alias *n at line 2
          m.yaml | "a: &a [x]\nb: [*a, *a]"    | the alias *a at line 2
          m.yaml | "? [a, b]\n: c"             | at line 1
          m.json | "{'name': }"                | at line 1, column
          m.json | "{} {}"                     | more than one document at line 1
          m.json | "{} x"                      | at line 1
          m.txt  | "name: m"                   | m.txt: found an unknown extension, expected a file ending in .yaml
          """)
  void rejectsUnparsableText(String name, String text, String message) {
    assertThat(rejection(name, text.replace("\\n", "\n").replace("\\t", "\t")))
        .startsWith(name + ": found ")
        .contains(message)
        .doesNotContain("org.", "com.fasterxml", "\n");
  }

  @Test
  void rejectsDeepNestingWithoutOverflow() {
    assertThat(rejection("m.yaml", "a: " + "[".repeat(100_000))).contains("m.yaml: found ");
    assertThat(rejection("m.json", "{\"a\": " + "[".repeat(100_000))).contains("m.json: found ");
  }

  @Test
  void rejectsUnreadableFiles() throws IOException {
    assertThatThrownBy(() -> MatrixReader.read(folder.resolve("none.yaml")))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("none.yaml: found no file");
    assertThatThrownBy(() -> MatrixReader.read(folder)).hasMessageContaining("found a folder");
    Path large = Files.writeString(folder.resolve("large.yaml"), "#".repeat((1 << 20) + 1));
    assertThatThrownBy(() -> MatrixReader.read(large))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("found 1048577 bytes");
    Path latin = folder.resolve("latin.yaml");
    Files.write(latin, "name: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> MatrixReader.read(latin))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("UTF-8");
  }

  @Test
  void longFormIsValidMatrix() throws IOException {
    MatrixSpec spec = read("m.yaml", FULL);

    MatrixSpec again = read("again.json", MatrixTree.of(spec, List.of(7L), 2).toString());

    assertThat(again.problems()).isEmpty();
    assertThat(again.seeds()).containsExactly(7L);
    assertThat(again.budget()).isEqualTo(2);
    assertThat(again.methods()).isEqualTo(spec.methods());
  }
}
