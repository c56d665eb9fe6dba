package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.folder.RunFolder;

/** The archive with a Java runtime of its own, made by {@code mvn -Prelease}. */
@Timeout(600)
@EnabledIfSystemProperty(
    named = "mtlbench.archive",
    matches = ".+",
    disabledReason = "there is no archive without -Prelease")
class ArchiveIT {
  private static final String MATRIX =
      """
      name: tiny
      datasets:
        - {id: multimnist-synthetic, config: {train-size: 200, validation-size: 50, test-size: 50}}
      architectures: [hps]
      methods: [ls, mgda]
      training: {epochs: 1, batch-size: 50}
      seeds: [0]
      """;

  @TempDir static Path folder;
  private static Path release;

  /** Unpacks the archive into what can be a root file system, in a folder with a space. */
  @BeforeAll
  static void unpack() throws IOException, InterruptedException {
    Path tools = Files.createDirectories(folder.resolve("root").resolve("opt").resolve("my tools"));
    Command.run(tools, List.of("tar", "xzf", System.getProperty("mtlbench.archive")));
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(tools)) {
      release = entries.iterator().next();
    }
  }

  private static String runtime(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(release.resolve("runtime").resolve("bin").resolve("java").toString());
    command.addAll(List.of(arguments));
    return Command.run(release, command);
  }

  @Test
  void runsWithNothingButTheCLibraryInstalled() throws IOException, InterruptedException {
    String obstacle = MinimalRoot.obstacle();
    assumeTrue(obstacle.isEmpty(), obstacle);
    MinimalRoot machine = new MinimalRoot(folder.resolve("root"));
    Path script = Path.of("/").resolve(machine.resolve("").relativize(release)).resolve("mtlbench");
    Files.createSymbolicLink(machine.resolve("usr/bin/mtlbench"), script);

    assertThat(machine.run("mtlbench", "--version"))
        .startsWith("mtlbench ")
        .contains("Java " + Runtime.version().feature());
    assertThat(machine.run("mtlbench", "list"))
        .contains("aggregation  MGDA: ", "paper", "ours")
        .doesNotContain("fails");

    Files.writeString(machine.resolve("root/tiny.yaml"), MATRIX);
    machine.run("mtlbench", "run", "/root/tiny.yaml", "--out", "/root/my run", "--device", "cpu");

    Path out = machine.resolve("root/my run");
    assertThat(RunFolder.at(out).readCells().cells()).hasSize(2).allMatch(CellRecord::hasResult);
    assertThat(out.resolve("report.html")).isNotEmptyFile();

    // as an engine does on the nodes of a cluster
    machine.run("mtlbench", "run", "/root/tiny.yaml", "--on", "print", "--out", "/root/tasks");
    machine.run("mtlbench", "work", "/root/tasks", "--index", "1");
    assertThat(RunFolder.at(machine.resolve("root/tasks")).readCells().cells())
        .hasSize(1)
        .allMatch(CellRecord::hasResult);
  }

  @Test
  void runtimeHasAllModulesThatLibrariesReference() throws IOException, InterruptedException {
    List<String> contained =
        runtime("--list-modules").lines().map(line -> line.replaceFirst("@.*", "")).toList();

    assertThat(contained).containsAll(modulesUsedBy(release.resolve("lib")));
  }

  @Test
  void runtimeSharesClassDataBetweenProcesses() throws IOException, InterruptedException {
    assertThat(runtime("-Xshare:on", "-version")).contains("sharing");
  }

  /** The modules of the JDK on which the classes of a folder's jars depend. */
  private static List<String> modulesUsedBy(Path libraries) throws IOException {
    // jdeps cannot read jars with module descriptors whose modules it does not find
    Path classes = Files.createDirectory(folder.resolve("classes"));
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(libraries, "*.jar")) {
      for (Path jar : jars) {
        unpackClasses(jar, classes);
      }
    }
    StringWriter out = new StringWriter();
    ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
    int code =
        jdeps.run(
            new PrintWriter(out),
            new PrintWriter(out),
            "--ignore-missing-deps",
            "--print-module-deps",
            classes.toString());
    assertThat(code).as(out.toString()).isZero();
    List<String> modules = List.of(out.toString().strip().split(",", -1));
    assertThat(modules).contains("java.base", "java.net.http", "jdk.management");
    return modules;
  }

  private static void unpackClasses(Path jar, Path to) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        String name = entry.getName();
        if (name.endsWith(".class")
            && !name.startsWith("META-INF/")
            && !name.equals("module-info.class")) {
          Path place = to.resolve(name);
          Files.createDirectories(place.getParent());
          try (InputStream content = file.getInputStream(entry)) {
            Files.write(place, content.readAllBytes());
          }
        }
      }
    }
  }
}
