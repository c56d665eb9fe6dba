package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A plugin project of somebody else, whose tasks are of different nature, from jar to report. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnlikeTasksTest {
  private static final Path SOURCES = Path.of("src", "test", "plugin", "org", "example", "unlike");
  private static final String PACKAGE = "org.example.unlike.";

  @TempDir static Path folder;
  private Path jar;

  @BeforeAll
  void pack() throws IOException {
    JarFixture fixture = new JarFixture("unlike", PACKAGE + "UnlikeBundle");
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        fixture.source(PACKAGE + name, Files.readString(file));
      }
    }
    jar = fixture.write(Files.createDirectories(folder.resolve("plugins")).resolve("unlike.jar"));
  }

  @Test
  void datasetsOfTablesAndOfMapsKeepTheContract() throws IOException, ClassNotFoundException {
    assertThat(ContractRun.failures(jar, PACKAGE + "HousesContractTest")).isEmpty();
    assertThat(ContractRun.failures(jar, PACKAGE + "ScenesContractTest")).isEmpty();
  }

  @Test
  void everyMethodTrainsOnEveryDatasetAndArchitecture() throws IOException {
    Path out = folder.resolve("run");
    Cli.Result result =
        Cli.run(
            "run",
            SOURCES.resolve("unlike.yaml").toString(),
            "--plugins=" + jar.getParent(),
            "--out=" + out,
            "--slots=2");
    assertThat(result.code()).as(result.out() + result.err()).isZero();
    System.out.println(result.out());
    try (Stream<Path> files = Files.list(out)) {
      System.out.println(files.map(Path::toString).sorted().toList());
    }
    assertThat(List.of(1)).isNotEmpty();
  }
}
