package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mtlbench.engine.Benchmark;

/**
 * Compares the snippets of docs/java-api.md with the files of the example project, which {@link
 * JavaApiIT} runs.
 */
class JavaApiDocumentTest {
  private static final Path DOCS = Path.of("..", "..", "docs");
  private static final Path EXAMPLE = DOCS.resolve("examples").resolve("java-api");
  private static final Path SOURCES = EXAMPLE.resolve("src/main/java/org/example");
  private static final int MAX_LINES = 15;

  private static List<String> blocks(String language) throws IOException {
    Pattern block = Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$");
    return block
        .matcher(Files.readString(DOCS.resolve("java-api.md")))
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  @Test
  void snippetsMatchExampleSources() throws IOException {
    String bestMethod = Files.readString(SOURCES.resolve("BestMethod.java"));
    assertThat(blocks("java"))
        .contains(bestMethod, Files.readString(SOURCES.resolve("OwnLoop.java")));
    assertThat(bestMethod.lines()).hasSizeLessThanOrEqualTo(MAX_LINES);
    assertThat(blocks("yaml")).containsExactly(Files.readString(EXAMPLE.resolve("compare.yaml")));
  }

  @Test
  void exampleUsesVersionsOfThisBuild() throws IOException {
    Properties versions = new Properties();
    try (InputStream in =
        JavaApiDocumentTest.class.getResourceAsStream("/new-plugin/versions.properties")) {
      versions.load(in);
    }
    String pom = Files.readString(EXAMPLE.resolve("pom.xml"));
    for (String key : List.of("mtlbench", "djl", "libtorch", "slf4j")) {
      assertThat(Pattern.compile("<" + key + "\\.version>(.*)</").matcher(pom).results())
          .as(key)
          .map(match -> match.group(1))
          .containsExactly(versions.getProperty(key));
    }
  }

  @Test
  void matrixOfExampleIsValid() {
    assertThat(Benchmark.read(EXAMPLE.resolve("compare.yaml")).device("cpu").plan().cells())
        .hasSize(3);
  }
}
