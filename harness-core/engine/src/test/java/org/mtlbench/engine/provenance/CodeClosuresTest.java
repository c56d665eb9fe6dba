package org.mtlbench.engine.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two methods in separate packages, a toolbox, a library, and a bundle in the package of one
 * method.
 */
class CodeClosuresTest {
  private static final String FIRST = "first/First";
  private static final String SECOND = "second/Second";

  @TempDir Path folder;
  private final Map<String, String> plugins = new LinkedHashMap<>();
  private final Map<String, String> library = new LinkedHashMap<>();

  @BeforeEach
  void writeSources() {
    library.put("lib.Solver", "public class Solver { public static int solve() { return 1; } }");
    plugins.put("toolbox.Moments", "class Moments { int decay = 2; }");
    plugins.put(
        "toolbox.Optimiser", "public class Optimiser { protected Object state = new Moments(); }");
    plugins.put("first.First", "public class First { Step step = new Step(); }");
    plugins.put("first.Step", "class Step extends toolbox.Optimiser {}");
    plugins.put("first.Found", "class Found { int value = 1; }");
    plugins.put(
        "second.Second", "public class Second { int solution = lib.Solver.solve(); Object own; }");
    plugins.put(
        "first.All",
        """
        public class All implements org.mtlbench.api.plugin.Bundle {
          @Override public void contribute(org.mtlbench.api.plugin.Registry registry) {
            new First();
            new second.Second();
          }
        }
        """);
  }

  @Test
  void containsPackageAndReferences() throws IOException {
    SortedMap<String, String> closure = closure(FIRST);

    assertThat(closure.keySet())
        .contains(FIRST, "first/Step", "first/Found", "toolbox/Optimiser", "toolbox/Moments")
        .contains("Java " + Runtime.version().feature())
        .doesNotContain(SECOND, "first/All");
  }

  @Test
  void identifiesLibrariesByName() throws IOException {
    SortedMap<String, String> before = closure(SECOND);
    library.put("lib.Solver", "public class Solver { public static int solve() { return 2; } }");

    assertThat(before).containsEntry("library", "").doesNotContainKey("lib/Solver");
    assertThat(closure(SECOND)).isEqualTo(before);
  }

  @Test
  void changesOnlyWithReachableCode() throws IOException {
    SortedMap<String, String> first = closure(FIRST);
    SortedMap<String, String> second = closure(SECOND);
    plugins.put("toolbox.Moments", "class Moments { int decay = 3; }");

    assertThat(closure(FIRST)).isNotEqualTo(first);
    assertThat(closure(SECOND)).isEqualTo(second);
  }

  @Test
  void ignoresComments() throws IOException {
    SortedMap<String, String> before = closure(FIRST);
    plugins.compute("first.Step", (name, text) -> "// half\n\n/* a step */ " + text);

    assertThat(closure(FIRST)).isEqualTo(before);
  }

  @Test
  void includesResourcesOfReachablePackages() throws IOException {
    SortedMap<String, String> before = closure(FIRST);
    Map<String, String> resources = new LinkedHashMap<>();
    resources.put("second/table.csv", "1");
    resources.put("META-INF/MANIFEST.MF", "Created-By: anybody");
    assertThat(closure(FIRST, resources)).isEqualTo(before);

    resources.put("first/tables/table.csv", "1");
    assertThat(closure(FIRST, resources).keySet())
        .contains("first/tables/table.csv")
        .doesNotContain("second/table.csv");

    resources.put("anywhere.csv", "1");
    assertThat(closure(SECOND, resources).keySet()).contains("anywhere.csv", "second/table.csv");
  }

  @Test
  void countsBytesOfClassesThatCannotBeParsed() throws IOException {
    SortedMap<String, String> one = closure(FIRST, Map.of("first/Damaged.class", "no class, 1"));
    SortedMap<String, String> two = closure(FIRST, Map.of("first/Damaged.class", "no class, 2"));

    assertThat(one).containsKeys("first/Damaged", FIRST, SECOND);
    assertThat(two).isNotEqualTo(one);
  }

  private SortedMap<String, String> closure(String root) throws IOException {
    return closure(root, Map.of());
  }

  private SortedMap<String, String> closure(String root, Map<String, String> resources)
      throws IOException {
    Path compiled = Files.createTempDirectory(folder, "build");
    Path libraries = compile(library, compiled.resolve("library"), "");
    Path classes = compile(plugins, compiled.resolve("plugins"), libraries.toString());
    for (Map.Entry<String, String> resource : resources.entrySet()) {
      Path file = classes.resolve(resource.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, resource.getValue());
    }
    URL[] urls = {classes.toUri().toURL(), libraries.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
      return new CodeClosures(Set.of(classes)).closure(root, loader);
    }
  }

  private static Path compile(Map<String, String> sources, Path classes, String library)
      throws IOException {
    Path root = Files.createDirectories(classes.resolveSibling(classes.getFileName() + "-sources"));
    Files.createDirectories(classes);
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-g", "-d", classes.toString()));
    arguments.add("-cp");
    arguments.add(
        System.getProperty("java.class.path") + System.getProperty("path.separator") + library);
    for (Map.Entry<String, String> source : sources.entrySet()) {
      int dot = source.getKey().lastIndexOf('.');
      Path file = root.resolve(source.getKey().replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      Files.writeString(
          file, "package " + source.getKey().substring(0, dot) + ";\n" + source.getValue());
      arguments.add(file.toString());
    }
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, arguments.toArray(String[]::new)))
        .isZero();
    return classes;
  }
}
