package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.cli.command.ExitCode;

/** Tests the launcher script with a program that is built already. */
@Timeout(600)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it is a script for bash")
class LauncherTest {
  private static final Path SCRIPT = Path.of("..", "..", "mtlbench");

  @TempDir Path root;

  @BeforeEach
  void install() throws IOException {
    Path app = root.resolve("harness-core/cli/target/app");
    Files.createDirectories(app.resolve("lib"));
    Files.copy(SCRIPT, root.resolve("mtlbench"));
    assertThat(root.resolve("mtlbench").toFile().setExecutable(true)).isTrue();
    copyModules("");
    jar(app.resolve("lib/program.jar"));
    Files.createFile(app.resolve("built"));
    tools(List.of("dirname", "sed", "find", "mkdir", "flock", "readlink", "mktemp"));
  }

  /** Copies the pom.xml of a folder of the checkout and of its modules, older than the build. */
  private void copyModules(String folder) throws IOException {
    Path pom = Files.createDirectories(root.resolve(folder)).resolve("pom.xml");
    Files.copy(Path.of("..", "..").resolve(folder).resolve("pom.xml"), pom);
    Files.setLastModifiedTime(pom, FileTime.from(Instant.now().minusSeconds(60)));
    Matcher module = Pattern.compile("<module>(.*)</module>").matcher(Files.readString(pom));
    while (module.find()) {
      copyModules(folder.isEmpty() ? module.group(1) : folder + "/" + module.group(1));
    }
  }

  /** A jar whose manifest refers to this test's class path. */
  private static void jar(Path file) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(
            Attributes.Name.CLASS_PATH,
            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" ")));
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      jar.finish();
    }
  }

  private record Ended(int code, String output) {}

  private Ended run(Path script, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bash", script.toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output);
  }

  @Test
  void passesArgumentsAndExitCode() throws IOException, InterruptedException {
    Ended version = run(root.resolve("mtlbench"), "--version");
    assertThat(version.code()).as(version.output()).isZero();
    assertThat(version.output())
        .startsWith("mtlbench ")
        .contains("Java " + Runtime.version().feature());

    Path folder = Files.createDirectory(root.resolve("a folder"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), root.resolve("mtlbench"));
    Ended wrong = run(link, "plan", "no such.yaml");
    assertThat(wrong.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(wrong.output()).startsWith("no such.yaml: found no file");
  }

  @Test
  void releaseUsesItsOwnJavaWhateverIsInstalled() throws IOException, InterruptedException {
    Path release = Files.createDirectories(root.resolve("a release/lib")).getParent();
    Files.copy(SCRIPT, release.resolve("mtlbench"));
    Path java = Files.createDirectories(release.resolve("runtime/bin")).resolve("java");
    Files.writeString(
        java,
        "#!/bin/sh\necho ' java.specification.version = 17'\nfor a; do last=$a; done\necho own $last\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Path link = Files.createSymbolicLink(root.resolve("a link"), release.resolve("mtlbench"));

    Ended ended = run(link, "list");
    Files.delete(java);
    Ended without = run(link, "no-such-command");

    assertThat(ended.output()).endsWith("own list\n");
    assertThat(without.output()).as("Java of the machine").contains("org.mtlbench.cli.MtlBench");
  }

  /** A program that prints how it is started, in place of Java. */
  private Path installation(String folder, String version) throws IOException {
    Path java = Files.createDirectories(root.resolve(folder).resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\nfor a; do echo \"$a\"; done\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(
        root.resolve(folder).resolve("release"),
        "IMPLEMENTOR=\"Some One\"\nJAVA_VERSION=\"" + version + "\"\n");
    return java.getParent().getParent();
  }

  private Ended runWith(Path javaHome, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bash", root.resolve("mtlbench").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", javaHome.toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output);
  }

  @Test
  void readsVersionOfJavaWithoutStartingIt() throws IOException, InterruptedException {
    Ended new21 = runWith(installation("new", "21.0.2"), Map.of(), "run", "quick");
    Ended old = runWith(installation("old", "1.8.0_392"), Map.of(), "run", "quick");

    assertThat(new21.output()).doesNotContain("-XshowSettings").endsWith("run\nquick\n");
    assertThat(old.code()).isEqualTo(1);
    assertThat(old.output()).contains("Java 17 or newer is needed").contains("is Java 1.8.0_392");
  }

  @Test
  void coloursNeedTerminal() throws IOException, InterruptedException {
    Ended piped = runWith(installation("java", "21"), Map.of("TERM", "xterm"), "list");

    assertThat(piped.output()).contains("-Dmtlbench.columns=0").doesNotContain("colours");
  }

  @Test
  void startsWithoutArchiveThatDoesNotFit() throws IOException, InterruptedException {
    Path archive = root.resolve("harness-core/cli/target/app/classes-" + javaVersion() + ".jsa");
    Files.writeString(archive, "no archive of classes");
    Files.setLastModifiedTime(archive, FileTime.from(Instant.now().plusSeconds(60)));

    Ended ended = runWith(Path.of(System.getProperty("java.home")), Map.of(), "--version");

    assertThat(ended.code()).as(ended.output()).isZero();
    assertThat(ended.output()).as("no warning").startsWith("mtlbench ");
  }

  private static String javaVersion() {
    return System.getProperty("java.version").replaceFirst("-.*", "");
  }

  @Test
  void reportsMissingBuildTools() throws IOException, InterruptedException {
    Files.delete(root.resolve("harness-core/cli/target/app/built"));

    Ended ended = runWithoutMaven();

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.output()).contains("mtlbench: Maven 3.8 or newer is needed to build");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pom.xml",
        "reports/pom.xml",
        "harness-core/engine/pom.xml",
        "reports/src/main/java/Report.java",
        "harness-core/cli/src/main/resources/preset.yaml"
      })
  void rebuildsIfSourceOfModuleChanged(String source) throws IOException, InterruptedException {
    touch(source);

    assertThat(runWithoutMaven().output()).contains("is needed to build");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my-method/pom.xml",
        "my-method/src/main/java/org/example/MyMethod.java",
        "plugins-mine/src/main/java/Mine.java",
        "plugins-methods/my-method/pom.xml",
        "harness-core/cli/my-method/src/main/java/org/example/MyMethod.java",
        "reports/src/test/java/ReportTest.java",
        "reports/target/src/main/Generated.java",
        "reports/.idea/src/main/settings.xml"
      })
  void doesNotRebuildForOtherFiles(String file) throws IOException, InterruptedException {
    touch(file);

    Ended ended = runWithoutMaven();

    assertThat(ended.code()).as(ended.output()).isZero();
    assertThat(ended.output()).startsWith("mtlbench ");
  }

  @Test
  void rebuildsIfNoModuleIsListed() throws IOException, InterruptedException {
    Path pom = root.resolve("pom.xml");
    Files.writeString(pom, "<project/>");
    Files.setLastModifiedTime(pom, FileTime.from(Instant.now().minusSeconds(60)));

    assertThat(runWithoutMaven().output()).contains("is needed to build");
  }

  /** Creates a file, or updates its time, so that it is newer than the build. */
  private void touch(String file) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    if (!Files.exists(path)) {
      Files.createFile(path);
    }
    Files.setLastModifiedTime(path, FileTime.from(Instant.now().plusSeconds(60)));
  }

  private Ended runWithoutMaven() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("/bin/bash", root.resolve("mtlbench").toString(), "--version");
    builder.environment().put("PATH", root.resolve("tools").toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output);
  }

  /** Creates a folder with the commands that the script needs, without Maven. */
  private void tools(List<String> names) throws IOException {
    Path tools = Files.createDirectory(root.resolve("tools"));
    for (String tool : names) {
      for (String place : List.of("/usr/bin", "/bin")) {
        Path there = Path.of(place, tool);
        if (Files.exists(there) && !Files.exists(tools.resolve(tool))) {
          Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec %s \"$@\"\n".formatted(there));
          assertThat(tools.resolve(tool).toFile().setExecutable(true)).isTrue();
        }
      }
    }
  }
}
