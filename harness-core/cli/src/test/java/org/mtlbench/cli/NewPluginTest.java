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
import org.junit.jupiter.params.provider.CsvSource;
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
    return makeKind("method", more);
  }

  private Cli.Result makeKind(String kind, String... more) {
    List<String> all = new ArrayList<>(List.of("new-plugin", kind));
    all.addAll(List.of(more));
    all.add("--out=" + folder.resolve("made"));
    return Cli.run(all.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "method, --as=aggregation, aggregation, 60",
    "method, --as=weighting, weighting, 60",
    "architecture, , network, 100",
    "dataset, , synthetic, 130"
  })
  void projectPassesContractAndRunsAsPlugin(String kind, String option, String nature, int lines)
      throws IOException, ClassNotFoundException {
    List<String> options = new ArrayList<>(List.of("my-mean2", "--package=com.acme.mtl"));
    if (option != null) {
      options.add(option);
    }
    Cli.Result result = makeKind(kind, options.toArray(String[]::new));
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).contains("mvn package", "--plugins target");

    String plugin = text("src/main/java/com/acme/mtl/MyMean2Plugin.java");
    assertThat(plugin.lines()).hasSizeLessThan(lines);
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
    assertThat(Cli.run("list", kind + "s", "--plugins=" + folder).out())
        .contains("my-mean2", "MyMean2", nature, "made.jar");
    Cli.Result plan =
        Cli.run(
            "plan",
            folder.resolve("made").resolve("compare.yaml").toString(),
            "--plugins=" + folder,
            "--device=cpu",
            "--slots=1");
    assertThat(plan.code()).as(plan.err()).isEqualTo(ExitCode.DONE);
    assertThat(plan.out()).contains("my-mean2: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"method", "architecture", "dataset"})
  void replacesAllPlaceholders(String kind) throws IOException {
    assertThat(makeKind(kind, "mine").code()).isEqualTo(ExitCode.DONE);
    for (String file : List.of("pom.xml", "README.md", "compare.yaml", SERVICES)) {
      assertThat(text(file)).as(file).containsIgnoringCase("mine").doesNotContain("@{", "null");
    }
    assertThat(text("pom.xml")).contains("<mtlbench.api>2.0</mtlbench.api>");
    assertThat(text(".gitignore")).contains("target/");
  }

  @Test
  void rejectsInvalidNamesAndNonEmptyFolders() throws IOException {
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
