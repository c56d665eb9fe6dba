package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.api.plugin.Bundle;
import org.mtlbench.cli.command.ExitCode;

class NewPluginTest {
  private static final String SERVICES =
      "src/main/resources/META-INF/services/" + Bundle.class.getName();

  @TempDir Path folder;

  private String text(String file) throws IOException {
    return Files.readString(folder.resolve("made").resolve(file));
  }

  private Cli.Result make(String... more) {
    List<String> all = new ArrayList<>(List.of("new-plugin", "method"));
    all.addAll(List.of(more));
    all.add("--out=" + folder.resolve("made"));
    return Cli.run(all.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"aggregation", "weighting"})
  void theProjectsCodeKeepsItsContractAndWorksAsAPlugin(String shape)
      throws IOException, ClassNotFoundException {
    Cli.Result result = make("my-mean2", "--as=" + shape, "--package=com.acme.mtl");
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).contains("mvn package", "--plugins target");

    String plugin = text("src/main/java/com/acme/mtl/MyMean2Plugin.java");
    assertThat(plugin.lines()).hasSizeLessThan(60);
    assertThat(plugin).contains("/** ").contains("import ").doesNotContain("@{");
    assertThat(text(SERVICES).lines()).hasSize(1);
    Path jar =
        new JarFixture("made", text(SERVICES).strip())
            .source("com.acme.mtl.MyMean2Plugin", plugin)
            .source(
                "com.acme.mtl.MyMean2ContractTest",
                text("src/test/java/com/acme/mtl/MyMean2ContractTest.java"))
            .write(folder.resolve("made.jar"));
    assertThat(ContractRun.failures(jar, "com.acme.mtl.MyMean2ContractTest")).isEmpty();
    assertThat(Cli.run("list", "methods", "--plugins=" + folder).out())
        .contains("my-mean2", "MyMean2", shape, "made.jar");
  }

  @Test
  void everyPlaceholderIsFilledIn() throws IOException {
    assertThat(make("mine").code()).isEqualTo(ExitCode.DONE);
    for (String file : List.of("pom.xml", "README.md", "compare.yaml", SERVICES)) {
      assertThat(text(file)).as(file).containsIgnoringCase("mine").doesNotContain("@{", "null");
    }
    assertThat(text("pom.xml")).contains("<mtlbench.api>2.0</mtlbench.api>");
    assertThat(text(".gitignore")).contains("target/");
  }

  @Test
  void namesThatCannotBeAreRejectedAndFoldersThatAreFullAreLeftAlone() throws IOException {
    Cli.Result wrong = make("My Mean", "--package=Acme");
    assertThat(wrong.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(wrong.err()).contains("NAME: found My Mean", "--package: found Acme");
    assertThat(folder.resolve("made")).doesNotExist();
    Files.createDirectories(folder.resolve("made"));
    Files.writeString(folder.resolve("made").resolve("mine.txt"), "");
    Cli.Result full = make("mine");
    assertThat(full.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(full.err()).contains("--out: found ", "expected a new or an empty folder");
    assertThat(folder.resolve("made")).isDirectoryNotContaining("glob:**pom.xml");
    assertThat(Cli.run("new-plugin", "methods", "x").code()).isEqualTo(ExitCode.BAD_INPUT);
  }
}
