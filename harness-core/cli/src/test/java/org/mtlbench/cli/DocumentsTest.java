package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlbench.engine.matrix.MatrixReader;

/** Checks that the files named in README and docs exist, and that matrix files are valid. */
class DocumentsTest {
  private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");
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

  @ParameterizedTest
  @MethodSource("matrices")
  void matrixFilesAreValid(Path file) {
    assertThat(MatrixReader.read(file).problems()).isEmpty();
  }
}
