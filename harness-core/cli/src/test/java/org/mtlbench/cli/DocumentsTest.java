package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlbench.engine.matrix.MatrixReader;

/**
 * Checks that the files named in README and docs exist, that every page is linked, and that matrix
 * files and examples are valid.
 */
class DocumentsTest {
  private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  /** A complete matrix file in a document. */
  private static final Pattern EXAMPLE = Pattern.compile("(?m)^```yaml\\n(name: [^`]*)^```$");

  private static final Pattern MATRIX = Pattern.compile("docs/matrices/[A-Za-z0-9-]+\\.yaml");

  static Stream<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      List<Path> all = new ArrayList<>(docs.filter(p -> p.toString().endsWith(".md")).toList());
      all.add(ROOT.resolve("README.md"));
      return all.stream();
    }
  }

  static Stream<Path> matrices() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("docs").resolve("matrices"))) {
      return files.toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void namedFilesExist(Path document) throws IOException {
    String text = Files.readString(document);
    Matcher links = LINK.matcher(text);
    while (links.find()) {
      assertThat(document.resolveSibling(links.group(1))).exists();
    }
    Matcher matrices = MATRIX.matcher(text);
    while (matrices.find()) {
      assertThat(ROOT.resolve(matrices.group())).exists();
    }
  }

  @Test
  void everyPageIsReachableFromReadme() throws IOException {
    Set<Path> reached = new HashSet<>();
    Deque<Path> open = new ArrayDeque<>(List.of(ROOT.resolve("README.md")));
    while (!open.isEmpty()) {
      Path page = open.pop();
      if (reached.add(page)) {
        LINK.matcher(Files.readString(page))
            .results()
            .map(link -> page.resolveSibling(link.group(1)).normalize())
            .filter(target -> target.toString().endsWith(".md"))
            .forEach(open::push);
      }
    }
    assertThat(reached).containsAll(documents().toList());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void matrixExamplesAreValid(Path document, @TempDir Path folder) throws IOException {
    Matcher examples = EXAMPLE.matcher(Files.readString(document));
    for (int i = 0; examples.find(); i++) {
      Path file = Files.writeString(folder.resolve(i + ".yaml"), examples.group(1));
      assertThat(MatrixReader.read(file).problems()).as(examples.group(1)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("matrices")
  void matrixFilesAreValid(Path file) {
    assertThat(MatrixReader.read(file).problems()).isEmpty();
  }
}
