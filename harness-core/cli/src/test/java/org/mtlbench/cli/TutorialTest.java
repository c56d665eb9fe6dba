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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlbench.cli.command.ExitCode;

/** Compiles and runs the snippets of the tutorials. */
class TutorialTest {
  private static final Path DOCS = Path.of("..", "..", "docs");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
  private static final Pattern TYPE =
      Pattern.compile("(?m)^(?:public )?(?:final )?(?:class|record) (\\w+)");

  @TempDir Path folder;

  /**
   * What a tutorial makes.
   *
   * @param id the plugin's, and the name of its matrix
   * @param types the classes of the snippets, in order
   * @param planned what {@code plan} says of the matrix
   * @param listed what {@code list} says of the plugin
   * @param commands how many lines call the program
   */
  record Tutorial(
      String kind, String id, List<String> types, String planned, String listed, int commands) {
    List<String> blocks(String language) throws IOException {
      List<String> blocks = new ArrayList<>();
      Matcher matcher = BLOCK.matcher(Files.readString(DOCS.resolve("tutorial-" + kind + ".md")));
      while (matcher.find()) {
        if (matcher.group(1).equals(language)) {
          blocks.add(matcher.group(2));
        }
      }
      return blocks;
    }

    @Override
    public String toString() {
      return kind;
    }
  }

  static Stream<Tutorial> tutorials() {
    return Stream.of(
        new Tutorial(
            "method",
            "unit-length",
            List.of(
                "UnitLengthConfig",
                "UnitLengthPlugin",
                "UnitLengthContractTest",
                "CatchUpConfig",
                "CatchUpPlugin",
                "CatchUpContractTest"),
            "unit-length: 10 cells",
            "power p of",
            3),
        new Tutorial(
            "architecture",
            "adapters",
            List.of("AdaptersConfig", "AdaptersPlugin", "AdaptersContractTest"),
            "adapters: 12 cells",
            "width of the adapters' hidden layer",
            3),
        new Tutorial(
            "dataset",
            "springs",
            List.of("SpringsConfig", "SpringsPlugin", "SpringsContractTest"),
            "springs: 16 cells",
            "relative error of the measured",
            3));
  }

  private static String only(List<String> blocks) {
    assertThat(blocks).hasSize(1);
    return blocks.get(0);
  }

  @ParameterizedTest
  @MethodSource("tutorials")
  void codeCompilesPassesContractAndRuns(Tutorial tutorial)
      throws IOException, ClassNotFoundException {
    JarFixture sources = new JarFixture("tutorial", String.join("", tutorial.blocks("text")));
    List<String> types = new ArrayList<>();
    for (String code : tutorial.blocks("java")) {
      Matcher type = TYPE.matcher(code);
      assertThat(type.find()).as(code).isTrue();
      types.add(type.group(1));
      sources.source("org.example." + type.group(1), code);
    }
    assertThat(types).containsExactlyElementsOf(tutorial.types());
    Path jar = sources.write(folder.resolve(tutorial.id() + "-1.0.0.jar"));

    for (String type : types) {
      if (type.endsWith("ContractTest")) {
        assertThat(ContractRun.failures(jar, "org.example." + type)).as(type).isEmpty();
      }
    }

    String matrix = only(tutorial.blocks("yaml"));
    Path file = Files.writeString(folder.resolve("compare.yaml"), matrix);
    Cli.Result plan =
        Cli.run("plan", file.toString(), "--plugins=" + folder, "--device=cpu", "--slots=1");
    assertThat(plan.code()).as(plan.err()).isEqualTo(ExitCode.DONE);
    assertThat(plan.out()).contains(tutorial.planned());
    assertThat(Cli.run("list", tutorial.kind(), tutorial.id(), "--plugins=" + folder).out())
        .contains(tutorial.listed());
  }

  @Test
  void contractRejectsLayersOfOneTaskInTrunk() throws IOException, ClassNotFoundException {
    Tutorial tutorial =
        tutorials().filter(t -> t.kind().equals("architecture")).findFirst().orElseThrow();
    JarFixture sources = new JarFixture("wrong", String.join("", tutorial.blocks("text")));
    for (String code : tutorial.blocks("java")) {
      Matcher type = TYPE.matcher(code);
      assertThat(type.find()).as(code).isTrue();
      sources.source("org.example." + type.group(1), code.replace("Role.task(task)", "Role.TRUNK"));
    }
    Path jar = sources.write(folder.resolve("wrong.jar"));
    assertThat(ContractRun.failures(jar, "org.example.AdaptersContractTest"))
        .anySatisfy(
            failure ->
                assertThat(failure)
                    .contains(
                        "gradient of each task in adapter", "which has the role of the trunk"));
  }

  @ParameterizedTest
  @MethodSource("tutorials")
  void commandsAreValid(Tutorial tutorial) throws IOException {
    List<String> lines =
        tutorial.blocks("sh").stream()
            .flatMap(String::lines)
            .filter(line -> line.startsWith("mtlbench "))
            .toList();
    assertThat(lines).hasSize(tutorial.commands());
    for (String line : lines) {
      // with --help a command is parsed but not run
      List<String> words = new ArrayList<>(List.of(line.split(" ")));
      words.remove("mtlbench");
      words.remove("--plugins");
      words.remove("target");
      words.add("--help");
      Cli.Result result = Cli.run(words.toArray(String[]::new));
      assertThat(result.code()).as(line + result.err()).isEqualTo(ExitCode.DONE);
    }
  }
}
