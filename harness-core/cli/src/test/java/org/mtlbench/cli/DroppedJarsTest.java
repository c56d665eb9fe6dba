package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.cli.command.ExitCode;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.folder.RunFolder;

/** One folder with a sound jar and every kind of unsound one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DroppedJarsTest {
  private static final String METHOD =
      """
      package %1$s;

      import org.mtlbench.api.method.Aggregation;
      import org.mtlbench.api.method.Method;
      import org.mtlbench.api.method.MethodContext;
      import org.mtlbench.api.method.MethodPlugin;
      import org.mtlbench.api.method.TaskGradients;
      import org.mtlbench.api.method.Update;
      import org.mtlbench.api.plugin.Descriptor;
      import org.mtlbench.api.training.TrainingConfig;

      public final class Plugin implements MethodPlugin<TrainingConfig> {
        %3$s
        @Override public Descriptor descriptor() {
          return new Descriptor("%2$s", "Title of %2$s", "", java.util.List.of("a test"));
        }
        @Override public TrainingConfig defaults() {
          return TrainingConfig.adam(10, 1e-3, 0.5, 3);
        }
        @Override public Method create(TrainingConfig config, MethodContext context) {
          return new Sum(config);
        }
        private record Sum(TrainingConfig training) implements Aggregation {
          @Override public Update aggregate(TaskGradients gradients) {
            return Update.weights(%4$s);
          }
        }
      }
      """;

  private static final String BUNDLE =
      """
      package %1$s;

      public final class Bundle implements org.mtlbench.api.plugin.Bundle {
        @Override public void contribute(org.mtlbench.api.plugin.Registry registry) {
          %2$s
        }
      }
      """;

  private static final String ONES = "new double[] {1, 1}";

  @TempDir private static Path folder;
  private Path jars;

  /** A jar with one method, whose id is the last part of its package. */
  private static JarFixture method(String id, String members, String weights) {
    String home = "org.example." + id.replace("-", "");
    return new JarFixture("Example " + id, home + ".Bundle")
        .source(home + ".Bundle", BUNDLE.formatted(home, "registry.method(new Plugin());"))
        .source(home + ".Plugin", METHOD.formatted(home, id, members, weights));
  }

  private static Path loaded() {
    return folder.resolve("loaded");
  }

  @BeforeAll
  void writeJars() throws IOException {
    jars = Files.createDirectories(folder.resolve("plug ins"));
    // tells which processes load it
    String witness =
        """
        static {
          try {
            java.nio.file.Files.writeString(
                java.nio.file.Path.of("%s"),
                ProcessHandle.current().pid() + "\\n",
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND);
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        }
        """;
    method("sound", witness.formatted(loaded()), ONES)
        .manifest("Mtlbench-Api-Version", "2.7")
        .write(jars.resolve("sound-2.1.jar"));
    String gone = "package org.example.gone; public class Gone {}";
    method("gone", "", ONES)
        .source("org.example.gone.Gone", gone)
        .source(
            "org.example.gone.Bundle",
            BUNDLE.formatted("org.example.gone", "new Gone(); registry.method(new Plugin());"))
        .without("org.example.gone.Gone")
        .write(jars.resolve("gone.jar"));
    method("foreign", "", ONES)
        .manifest("Mtlbench-Api-Version", "7.0")
        .write(jars.resolve("foreign.jar"));
    method("mgda", "", ONES).write(jars.resolve("twice.jar"));
    method("initial", "static { if (true) throw new IllegalStateException(\"no licence\"); }", ONES)
        .write(jars.resolve("initial.jar"));
    // a class that is missing only when the method runs
    method("late", "", "org.example.late.Help.weights()")
        .source(
            "org.example.late.Help",
            "package org.example.late; class Help { static double[] weights() { return "
                + ONES
                + "; } }")
        .without("org.example.late.Help")
        .write(jars.resolve("late.jar"));
    Files.writeString(jars.resolve("text.jar"), "no jar at all");
  }

  @Test
  void listsOriginsOfValidJarsAndReasonsOfOthers() {
    Cli.Result list = Cli.run("list", "--plugins", jars.toString());
    assertThat(list.code()).isEqualTo(ExitCode.DONE);
    assertThat(list.out())
        .contains("Title of sound", "sound-2.1.jar", "aggregation")
        .contains("multimnist-synthetic", "hps", "ours")
        .contains(
            "broken: Example gone 2.1 (gone.jar): code that it needs is missing"
                + " (org.example.gone.Gone)")
        .contains(
            "broken: Example foreign 2.1 (foreign.jar): built against version 7.0"
                + " of the plugin contract, this program has 2.0")
        .contains(
            "broken: Example mgda 2.1 (twice.jar): duplicate method 'mgda', already provided by ")
        .contains(
            "broken: Example initial 2.1 (initial.jar): its static initialiser failed: no licence")
        .contains("broken: text.jar: not a readable jar (");
    assertThat(list.out().lines().filter(line -> line.startsWith("broken"))).hasSize(5);
    assertThat(Cli.run("list", "method", "foreign", "--plugins=" + jars).err())
        .contains("method: found foreign, expected one of ", "not usable: ", "version 7.0");
    assertThat(Cli.run("list", "method", "sound", "--plugins=" + jars).out())
        .contains("sound: Title of sound", "learning-rate", "an aggregation: ");
  }

  @Test
  void reportsReasonsIfMatrixNamesBrokenPlugins() throws IOException {
    String matrix = Cli.matrix(folder, "named", "ls, gone, foreign, initial");
    Cli.Result result = Cli.run("run", matrix, "--plugins", jars.toString());
    assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.err())
        .containsSubsequence(
            "methods[1]: found 'gone', expected one of ",
            "Example gone 2.1 (gone.jar): code that it needs is missing (org.example.gone.Gone)")
        .containsSubsequence(
            "methods[2]: found 'foreign', expected one of ",
            "(foreign.jar): built against version 7.0 of the plugin contract")
        .containsSubsequence(
            "methods[3]: found 'initial', expected one of ",
            "its static initialiser failed: no licence")
        .doesNotContain("\tat ", "Exception");
  }

  @Test
  void failingPluginFailsOnlyItsCell() throws IOException, NoSuchAlgorithmException {
    String matrix = Cli.matrix(folder, "mixed", "mgda, sound, late");
    Path out = folder.resolve("out");
    Cli.Result result =
        Cli.run(
            "run", matrix, "--out", out.toString(), "--device=cpu", "--plugins", jars.toString());

    assertThat(result.code()).as(result.out() + result.err()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(result.out())
        .contains("2 of 3 cells done, 1 failed")
        .contains("--plugins '" + jars + "'");
    CellRecord mgda = cell(out, "mgda");
    assertThat(mgda.status()).isEqualTo(CellStatus.DONE);
    assertThat(mgda.provenance().plugins().get("mgda")).contains("mtlbench").contains("SHA-256 ");
    CellRecord sound = cell(out, "sound");
    assertThat(sound.status()).isEqualTo(CellStatus.DONE);
    byte[] jar = Files.readAllBytes(jars.resolve("sound-2.1.jar"));
    assertThat(sound.provenance().plugins())
        .containsEntry(
            "sound",
            "Example sound 2.1 (sound-2.1.jar), SHA-256 "
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jar)));
    assertThat(Files.readAllLines(loaded()))
        .as("the processes that loaded the jar: of plugins and workers, never the runner")
        .hasSizeGreaterThan(2)
        .doesNotContain(String.valueOf(ProcessHandle.current().pid()));
    CellRecord late = cell(out, "late");
    assertThat(late.status()).isEqualTo(CellStatus.FAILED);
    assertThat(late.reason()).hasValueSatisfying(why -> assertThat(why).contains("late.Help"));
  }

  private static CellRecord cell(Path out, String method) throws IOException {
    return RunFolder.at(out).readCells().cells().stream()
        .filter(cell -> cell.method().equals(method))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void reportsSourceOfInvalidFolder() {
    Cli.Result typed = Cli.run("list", "--plugins=" + folder.resolve("none"));
    assertThat(typed.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(typed.err())
        .startsWith("--plugins: found " + folder.resolve("none") + ", expected a folder");
    assertThat(Cli.run("list", "--plugins").code()).isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void usesFolderOfEnvironmentUnlessOptionIsGiven() {
    Map<String, String> environment = Map.of(PluginArguments.FOLDER_VARIABLE, jars.toString());
    PluginArguments taken = PluginArguments.of(environment, "run", "quick");
    assertThat(taken.arguments()).containsExactly("run", "quick", "--plugins=" + jars);
    assertThat(taken.jars()).hasSize(7).isSorted();
    PluginArguments typed = PluginArguments.of(environment, "run", "--plugins", folder.toString());
    assertThat(typed.arguments()).containsExactly("run", "--plugins", folder.toString());
    assertThat(typed.jars()).isEmpty();
    assertThat(PluginArguments.of(Map.of(), "run").arguments()).containsExactly("run");
  }
}
