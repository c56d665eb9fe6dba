package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.cli.command.ExitCode;

/** Compiles and runs the snippets of docs/tutorial-method.md. */
class TutorialTest {
  private static final Path TUTORIAL = Path.of("..", "..", "docs", "tutorial-method.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
  private static final Pattern TYPE =
      Pattern.compile("(?m)^(?:public )?(?:final )?(?:class|record) (\\w+)");

  @TempDir Path folder;

  private static List<String> blocks(String language) throws IOException {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(Files.readString(TUTORIAL));
    while (matcher.find()) {
      if (matcher.group(1).equals(language)) {
        blocks.add(matcher.group(2));
      }
    }
    return blocks;
  }

  private static String only(List<String> blocks) {
    assertThat(blocks).hasSize(1);
    return blocks.get(0);
  }

  @Test
  void codeCompilesPassesContractAndRuns() throws IOException, ClassNotFoundException {
    JarFixture sources = new JarFixture("tutorial", only(blocks("text")).strip());
    List<String> types = new ArrayList<>();
    for (String code : blocks("java")) {
      Matcher type = TYPE.matcher(code);
      assertThat(type.find()).as(code).isTrue();
      types.add(type.group(1));
      sources.source("org.example." + type.group(1), code);
    }
    assertThat(types)
        .containsExactly("UnitLengthConfig", "UnitLengthPlugin", "UnitLengthContractTest");
    Path jar = sources.write(folder.resolve("unit-length-1.0.0.jar"));

    assertThat(ContractRun.failures(jar, "org.example.UnitLengthContractTest")).isEmpty();

    Path matrix = Files.writeString(folder.resolve("compare.yaml"), only(blocks("yaml")));
    Cli.Result plan =
        Cli.run("plan", matrix.toString(), "--plugins=" + folder, "--device=cpu", "--slots=1");
    assertThat(plan.code()).as(plan.err()).isEqualTo(ExitCode.DONE);
    assertThat(plan.out()).contains("unit-length: 8 cells", "Half length");
    assertThat(Cli.run("list", "method", "unit-length", "--plugins=" + folder).out())
        .contains("power p of", "0 to 1");
  }

  @Test
  void commandsAreValid() throws IOException {
    List<String> lines =
        blocks("sh").stream()
            .flatMap(String::lines)
            .filter(line -> line.startsWith("mtlbench "))
            .toList();
    assertThat(lines).hasSize(3);
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
