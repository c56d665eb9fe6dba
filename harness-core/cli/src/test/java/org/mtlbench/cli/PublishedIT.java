package org.mtlbench.cli;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Checks the artefacts published by {@code mvn -Prelease deploy
 * -DaltDeploymentRepository=ID::file:FOLDER}. All other modules are deployed before the tests of
 * this module, the last one, run.
 */
@Timeout(600)
@EnabledIfSystemProperty(
    named = "mtlbench.published",
    matches = ".*::file:.*",
    disabledReason = "nothing is deployed to a folder")
class PublishedIT {
  private static final List<String> KINDS = List.of(".pom", ".jar", "-sources.jar", "-javadoc.jar");

  @TempDir Path folder;

  private static URI repository() {
    return URI.create(System.getProperty("mtlbench.published").replaceFirst("^.*::", ""));
  }

  /** The files of a module, in the folder of its version. */
  private static List<Path> files(String module) throws IOException {
    Path home = Path.of(repository()).resolve("org").resolve("mtlbench").resolve(module);
    assertThat(home).isDirectory();
    try (Stream<Path> files = Files.walk(home, 2)) {
      return files.filter(file -> file.getFileName().toString().startsWith(module + "-")).toList();
    }
  }

  private static Path only(String module, String kind) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path file : files(module)) {
      String name = file.getFileName().toString();
      boolean another =
          KINDS.stream().anyMatch(k -> k.length() > kind.length() && name.endsWith(k));
      if (name.endsWith(kind) && !another) {
        found.add(file);
      }
    }
    assertThat(found).as("%s of %s", kind, module).hasSize(1);
    return found.get(0);
  }

  @Test
  void allModulesHaveArtefactsWithChecksums() throws IOException, NoSuchAlgorithmException {
    for (String module : JavaApiIT.modules()) {
      for (String kind : KINDS) {
        Path file = only(module, kind);
        assertThat(file).isNotEmptyFile();
        for (String algorithm : List.of("MD5", "SHA-1")) {
          String suffix = "." + algorithm.replace("-", "").toLowerCase(Locale.ROOT);
          byte[] sum = MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(file));
          assertThat(file.resolveSibling(file.getFileName() + suffix))
              .hasContent(HexFormat.of().formatHex(sum));
        }
      }
    }
  }

  @Test
  void pomsHaveNoParent() throws IOException {
    for (String module : JavaApiIT.modules()) {
      assertThat(Files.readString(only(module, ".pom")))
          .as(module)
          .contains("<name>Apache-2.0</name>")
          .doesNotContain("<parent>", "${", "<scope>test</scope>", "libtorch");
    }
  }

  @Test
  void buildsAndRunsExampleFromRepository() throws IOException, InterruptedException {
    JavaApiIT.buildAndRun(folder, repository().toString(), "fail");
  }

  @Test
  void newPluginBuildsFromRepositoryAlone() throws IOException, InterruptedException {
    Path program = Files.createDirectory(folder.resolve("program"));
    Files.copy(Path.of("..", "..", "mtlbench"), program.resolve("mtlbench"), COPY_ATTRIBUTES);
    Files.createSymbolicLink(
        program.resolve("lib"), Path.of(System.getProperty("mtlbench.app"), "lib"));
    Command.run(
        folder, List.of(program.resolve("mtlbench").toString(), "new-plugin", "method", "my-mean"));
    Path project = folder.resolve("my-mean");
    // another machine has no folder of the program
    Path pom = project.resolve("pom.xml");
    Files.writeString(
        pom,
        Files.readString(pom)
            .replaceFirst(
                "<mtlbench.repository>.*</", "<mtlbench.repository>" + repository() + "</"));
    assertThat(pom).content().doesNotContain(System.getProperty("mtlbench.app"));

    new ConsumerBuild(project, folder).maven("package");

    assertThat(project.resolve("target").resolve("my-mean-1.0.0.jar")).isNotEmptyFile();
    assertThat(project.resolve("target").resolve("surefire-reports"))
        .isDirectoryContaining(report -> report.toString().endsWith("MyMeanContractTest.txt"));
  }

  @Test
  void billOfMaterialsListsAllLibraries() throws IOException {
    Path app = Path.of(System.getProperty("mtlbench.app"));
    JsonNode bill = new JsonMapper().readTree(app.resolveSibling("sbom.cdx.json").toFile());
    assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
    List<String> named = new ArrayList<>();
    bill.path("components")
        .forEach(
            component -> {
              String name = component.path("name").asText();
              named.add(name + "-" + component.path("version").asText());
              assertThat(component.path("licenses")).as("licences of %s", name).isNotEmpty();
            });
    try (Stream<Path> libraries = Files.list(app.resolve("lib"))) {
      assertThat(libraries.map(library -> library.getFileName().toString()).toList())
          .hasSizeGreaterThan(named.size() - 1)
          .filteredOn(library -> !library.startsWith("mtlbench-cli-"))
          .allSatisfy(library -> assertThat(named).anyMatch(library::startsWith));
    }
  }
}
