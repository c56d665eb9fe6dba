package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.cli.command.ExitCode;

/**
 * Jars whose plugins end, block or flood the process they are in, wherever they are called before a
 * cell starts. The runner is this process: it must survive, and its output is what it says itself.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "exit codes of crashes differ")
class HostileJarsTest {
  private static final String BUNDLE =
      """
      package %1$s;

      public final class Bundle implements org.mtlbench.api.plugin.Bundle {
        %2$s
        @Override public void contribute(org.mtlbench.api.plugin.Registry registry) {
          %3$s
          registry.method(new Plugin());
        }
      }
      """;

  private static final String METHOD =
      """
      package %1$s;

      import com.fasterxml.jackson.annotation.JsonUnwrapped;
      import java.util.List;
      import org.mtlbench.api.config.Problem;
      import org.mtlbench.api.dataset.DatasetFacts;
      import org.mtlbench.api.method.*;
      import org.mtlbench.api.plugin.Descriptor;
      import org.mtlbench.api.training.TrainingConfig;

      public final class Plugin implements MethodPlugin<Plugin.Config> {
        public record Config(boolean evil, @JsonUnwrapped TrainingConfig training) {
          public Config { %3$s }
        }
        @Override public Descriptor descriptor() {
          return new Descriptor("%2$s", "Title of %2$s", "", List.of());
        }
        @Override public Config defaults() {
          return new Config(false, TrainingConfig.adam(2, 1e-3, 0.5, 3));
        }
        @Override public List<Problem> check(Config config, DatasetFacts facts) {
          %4$s
          return List.of();
        }
        @Override public Method create(Config config, MethodContext context) {
          %5$s
          return new Sum(config.training());
        }
        private record Sum(TrainingConfig training) implements Aggregation {
          @Override public Update aggregate(TaskGradients gradients) {
            return Update.weights(new double[] {1, 1});
          }
        }
        static void hang() {
          while (true) {
            java.util.concurrent.locks.LockSupport.park();
          }
        }
        static void shout() {
          for (int i = 0; i < 20_000; i++) {
            System.out.println("a plugin that talks far too much, line " + i);
            System.err.println("and complains about it, line " + i);
          }
          try {
            new java.io.FileOutputStream(java.io.FileDescriptor.out).write('!');
          } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
          }
        }
        static void crash() {
          try {
            Class<?> unsafe = Class.forName("sun.misc.Unsafe");
            var field = unsafe.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            unsafe
                .getMethod("putAddress", long.class, long.class)
                .invoke(field.get(null), 0L, 0L);
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
          }
        }
        static void nest() { nest(); }
      }
      """;

  private static final String LIMIT = "--plugin-timeout=3s";

  @TempDir private static Path folder;
  private Path discovery;
  private Path planning;
  private Path noise;

  /** Code of a hostile plugin, by where it runs. */
  private record Code(
      String members, String contribute, String config, String check, String create) {
    static Code members(String code) {
      return new Code(code, "", "", "", "");
    }

    static Code contribute(String code) {
      return new Code("", code, "", "", "");
    }

    static Code config(String code) {
      return new Code("", "", "if (evil) { " + code + " }", "", "");
    }

    static Code check(String code) {
      return new Code("", "", "", code, "");
    }

    static Code create(String code) {
      return new Code("", "", "", "", code);
    }
  }

  private static void jar(Path place, String id, Code code) throws IOException {
    String home = "org.example." + id.replace("-", "");
    new JarFixture("Example " + id, home + ".Bundle")
        .source(home + ".Bundle", BUNDLE.formatted(home, code.members(), code.contribute()))
        .source(
            home + ".Plugin",
            METHOD.formatted(home, id, code.config(), code.check(), code.create()))
        .write(place.resolve(id + ".jar"));
  }

  @BeforeAll
  void writeJars() throws IOException {
    discovery = Files.createDirectories(folder.resolve("discovery"));
    jar(discovery, "exits", Code.members("public Bundle() { System.exit(0); }"));
    jar(discovery, "halts", Code.contribute("Runtime.getRuntime().halt(7);"));
    jar(discovery, "hangs", Code.members("static { Plugin.hang(); }"));
    jar(discovery, "crashes", Code.contribute("Plugin.crash();"));
    jar(discovery, "nests", Code.contribute("Plugin.nest();"));
    jar(
        discovery,
        "later",
        Code.contribute("new Thread(() -> System.exit(5)).start(); Plugin.hang();"));
    jar(discovery, "sound", Code.members(""));
    planning = Files.createDirectories(folder.resolve("planning"));
    jar(planning, "config-exits", Code.config("System.exit(0);"));
    jar(planning, "check-hangs", Code.check("Plugin.hang();"));
    jar(planning, "create-crashes", Code.create("crash();"));
    jar(planning, "create-nests", Code.create("nest();"));
    jar(planning, "sound", Code.members(""));
    noise = Files.createDirectories(folder.resolve("noise"));
    jar(noise, "exits", Code.members("public Bundle() { System.exit(0); }"));
    jar(
        noise,
        "prints",
        new Code("", "Plugin.shout();", "if (evil) Plugin.shout();", "shout();", "shout();"));
  }

  @Test
  void listsBundlesThatEndOrBlockTheirProcessAndKeepsOthers() {
    Cli.Result list = Cli.run("list", "methods", "--plugins=" + discovery, LIMIT);

    assertThat(list.code()).as(list.err()).isEqualTo(ExitCode.DONE);
    assertThat(list.out())
        .contains("Title of sound", "sound.jar", "mgda")
        .contains(
            row("exits", "ended the process with exit code 0 while its bundles were loaded"),
            row("halts", "ended the process with exit code 7 while it registered its plugins"),
            row("hangs", "did not return within 3s (--plugin-timeout) while its bundles were"),
            row("crashes", "crashed in native code while it registered its plugins (what it"),
            row("nests", "its calls nest too deeply"),
            row("later", "ended the process with exit code 5 while it registered its plugins"))
        .doesNotContain("Exception", "Error:", "\tat ");
    assertThat(list.out().lines().filter(line -> line.startsWith("broken"))).hasSize(6);
  }

  private static String row(String id, String reason) {
    return "broken: Example " + id + " 2.1 (" + id + ".jar): " + reason;
  }

  @Test
  void reportsAllFailingPluginsOfMatrixAtOnce() throws IOException {
    Cli.Result plan =
        plan("ls, {id: config-exits, config: {evil: true}}, check-hangs, create-crashes, sound");

    assertThat(plan.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(plan.out()).isEmpty();
    assertThat(plan.err())
        .containsSubsequence(
            "methods[1]: found 'config-exits', expected one of ",
            "; not usable: Example config-exits 2.1 (config-exits.jar): ended the process with exit"
                + " code 0 while the config of method 'config-exits' was bound")
        .containsSubsequence(
            "methods[2]: found 'check-hangs', expected one of ",
            "did not return within 3s (--plugin-timeout) while method 'check-hangs' was checked"
                + " with dataset 'multimnist-synthetic'")
        .doesNotContain("Exception", "\tat ");
    assertThat(plan.err().lines().filter(line -> line.startsWith("methods["))).hasSize(2);
  }

  @Test
  void reportsPluginsThatFailInPlanning() throws IOException {
    Cli.Result plan = plan("ls, create-crashes, create-nests, sound");

    assertThat(plan.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(plan.err())
        .containsSubsequence(
            "methods[1]: found 'create-crashes', expected one of ",
            "crashed in native code while the phases of method 'create-crashes' were planned with"
                + " architecture 'hps', backbone 'lenet', dataset 'multimnist-synthetic'")
        .doesNotContain("Exception", "\tat ");
    Cli.Result nesting = plan("ls, create-nests, sound");
    assertThat(nesting.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(nesting.err())
        .startsWith("methods[1].config: found a plugin that fails: its calls nest too deeply");
  }

  private Cli.Result plan(String methods) throws IOException {
    return Cli.run("plan", Cli.matrix(folder, "hostile", methods), "--plugins=" + planning, LIMIT);
  }

  @Test
  void listMakesCallsOfPlanning() {
    Cli.Result list = Cli.run("list", "methods", "--plugins=" + planning, LIMIT);

    assertThat(list.code()).as(list.err()).isEqualTo(ExitCode.DONE);
    assertThat(list.out())
        .contains("Title of sound", "Title of config-exits")
        .contains(
            row("check-hangs", "did not return within 3s (--plugin-timeout) while method"),
            row("create-crashes", "crashed in native code while method 'create-crashes' was tried"),
            "fails: method 'create-nests' of ",
            " with its defaults: its calls nest too deeply");
    assertThat(list.out().lines().filter(line -> line.startsWith("broken"))).hasSize(2);
  }

  @Test
  void outputOfPluginsDoesNotDisturbRun() throws IOException, InterruptedException {
    String matrix = Cli.matrix(folder, "loud", "ls, {id: prints, config: {evil: true}}");
    Path output = folder.resolve("stdout");
    Process run =
        Cli.start(
            output,
            "run",
            matrix,
            "--plugins=" + noise,
            "--out=" + folder.resolve("loud"),
            "--device=cpu",
            "--json-events");

    assertThat(run.waitFor()).isEqualTo(ExitCode.DONE);
    List<String> lines = Files.readAllLines(output);
    // standard error goes there too
    assertThat(lines.get(0))
        .startsWith("ignored: Example exits 2.1 (exits.jar): ended the process");
    ObjectMapper json = new ObjectMapper();
    for (String line : lines.subList(1, lines.size())) {
      assertThat(json.readTree(line).path("event").isTextual()).as(line).isTrue();
    }
    assertThat(lines).last().asString().contains("\"done\":2");
  }

  @Test
  void pluginProcessEndsWithRunner()
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    Path hanging = Files.createDirectories(folder.resolve("hanging"));
    Files.copy(discovery.resolve("hangs.jar"), hanging.resolve("hangs.jar"));
    Process list = Cli.start(folder.resolve("list"), "list", "--plugins=" + hanging);
    while (list.children().findAny().isEmpty()) {
      assertThat(list.isAlive()).isTrue();
      Thread.sleep(20);
    }
    ProcessHandle plugins = list.children().findAny().orElseThrow();

    list.destroyForcibly();

    plugins.onExit().get(20, TimeUnit.SECONDS);
  }

  @Test
  void rejectsInvalidTimeLimit() {
    Cli.Result list = Cli.run("list", "--plugins=" + noise, "--plugin-timeout=soon");
    assertThat(list.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(list.err())
        .startsWith("--plugin-timeout: found 'soon', expected a time from 1 second to 1 day");
  }
}
