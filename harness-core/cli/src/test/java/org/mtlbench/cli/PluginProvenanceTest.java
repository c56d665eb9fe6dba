package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.folder.RunFolder;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Runs the program from jars twice into the same folder, with one class changed in between. */
@Timeout(300)
class PluginProvenanceTest {
  @TempDir Path folder;
  private final List<Path> jars = new ArrayList<>();

  @Test
  void changeInvalidatesResultsOfDependentPlugins() throws IOException, InterruptedException {
    String classPath = packed();
    Map<String, Instant> before = run(classPath);
    assertThat(before).containsOnlyKeys("uw", "mgda");

    change("org/mtlbench/methods/uw/UncertaintyWeighting.class");
    Map<String, Instant> uwChanged = run(classPath);
    assertThat(uwChanged.get("uw")).isAfter(before.get("uw"));
    assertThat(uwChanged.get("mgda")).isEqualTo(before.get("mgda"));

    change("org/mtlbench/toolbox/optimiser/Adam.class");
    Map<String, Instant> adamChanged = run(classPath);
    assertThat(adamChanged.get("uw")).isAfter(uwChanged.get("uw"));
    assertThat(adamChanged.get("mgda")).isAfter(uwChanged.get("mgda"));

    change("org/mtlbench/architectures/mlp/MlpPlugin.class");
    change("org/mtlbench/reports/tables/PaperTable.class");
    change("org/mtlbench/cli/command/RunCommand.class");
    assertThat(run(classPath)).isEqualTo(adamChanged);

    change("org/mtlbench/architectures/lenet/LenetPlugin.class");
    Map<String, Instant> backboneChanged = run(classPath);
    assertThat(backboneChanged.get("uw")).isAfter(adamChanged.get("uw"));
    assertThat(backboneChanged.get("mgda")).isAfter(adamChanged.get("mgda"));
  }

  /** The start times of the cells with results in the folder, by method. */
  private Map<String, Instant> run(String classPath) throws IOException, InterruptedException {
    String matrix = Cli.matrix(folder, "provenance", "uw, mgda");
    Path log = folder.resolve("log");
    Path out = folder.resolve("out");
    Process run =
        Cli.start(classPath, log, "run", matrix, "--out", out.toString(), "--device", "cpu");
    assertThat(run.waitFor()).as(Files.readString(log)).isZero();
    Map<String, Instant> started = new TreeMap<>();
    for (CellRecord cell : RunFolder.at(out).readCells().cells()) {
      started.put(cell.method(), cell.provenance().started());
    }
    return started;
  }

  /** The class path of this test with one jar per module. */
  private String packed() throws IOException {
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path classes = Path.of(entry);
      Path jar = folder.resolve("module" + jars.size() + ".jar");
      if (classes.getFileName().toString().startsWith("mtlbench-")) {
        Files.copy(classes, jar);
        jars.add(jar);
        entries.add(jar.toString());
      } else if (!Files.isDirectory(classes)) {
        entries.add(entry);
      } else if (!classes.endsWith("test-classes")) {
        pack(classes, jar);
        jars.add(jar);
        entries.add(jar.toString());
      }
    }
    return String.join(File.pathSeparator, entries);
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> walk = Files.walk(classes)) {
      for (Path content : walk.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(content).toString().replace('\\', '/')));
        Files.copy(content, out);
        out.closeEntry();
      }
    }
  }

  /** Adds a constant to a class in its jar. */
  private void change(String name) throws IOException {
    int changed = 0;
    for (Path jar : jars) {
      try (FileSystem content = FileSystems.newFileSystem(jar)) {
        Path file = content.getPath(name);
        if (Files.exists(file)) {
          ClassReader reader = new ClassReader(Files.readAllBytes(file));
          ClassWriter writer = new ClassWriter(0);
          reader.accept(writer, 0);
          int constant = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
          writer.visitField(constant, "CHANGED", "I", null, 1).visitEnd();
          Files.write(file, writer.toByteArray());
          changed++;
        }
      }
    }
    assertThat(changed).as(name).isEqualTo(1);
  }
}
