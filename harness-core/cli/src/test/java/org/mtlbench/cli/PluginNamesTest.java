package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.engine.plugins.PluginLoader;
import org.mtlbench.engine.plugins.PluginRegistry;
import org.mtlbench.engine.run.Runner;
import org.mtlbench.reports.ReportWriter;
import org.mtlbench.results.run.RunRecord;
import org.objectweb.asm.ClassReader;

/**
 * Checks that no code outside a plugin contains a plugin id; reports and engine use roles and
 * descriptors instead.
 */
class PluginNamesTest {
  /** Converts records of version 0.1, which did not contain the roles of methods. */
  private static final String LIFTING = "org/mtlbench/results/json/Schema1.class";

  /** Presets named after their dataset, a file format and a folder. */
  private static final Set<String> OTHER_MEANINGS =
      Set.of(
          "org/mtlbench/engine/preset/Presets.class: celeba",
          "org/mtlbench/engine/preset/Presets.class: cityscapes",
          "org/mtlbench/engine/preset/Presets.class: nyuv2",
          "org/mtlbench/engine/environment/UserCache.class: arrays",
          "org/mtlbench/reports/ReportFormat.class: csv");

  /** Tag of a string in the constant pool, The Java Virtual Machine Specification, 4.4. */
  private static final int STRING = 8;

  @Test
  void modulesHaveNoPluginIdsAsConstants() throws IOException, URISyntaxException {
    Set<String> ids = ids();
    assertThat(ids).contains("stl", "ls", "ours", "hps", "lenet", "multimnist");
    List<String> found = new ArrayList<>();
    for (Class<?> module :
        List.of(
            RunRecord.class, Descriptor.class, Runner.class, ReportWriter.class, MtlBench.class)) {
      Path code = Path.of(module.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(code)) {
        scan(code, ids, found);
      } else {
        try (FileSystem jar = FileSystems.newFileSystem(code)) {
          scan(jar.getPath("/"), ids, found);
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void findsConstantsOfClass() throws IOException {
    String name = PluginNamesTest.class.getSimpleName() + ".class";
    try (var in = PluginNamesTest.class.getResourceAsStream(name)) {
      assertThat(strings(in.readAllBytes())).contains("ours", "hps");
    }
  }

  private static Set<String> ids() {
    PluginRegistry registry = PluginLoader.load(PluginNamesTest.class.getClassLoader());
    return Stream.of(
            registry.methods().values().stream().map(plugin -> plugin.descriptor().id()),
            registry.architectures().values().stream().map(plugin -> plugin.descriptor().id()),
            registry.backbones().values().stream().map(plugin -> plugin.descriptor().id()),
            registry.datasets().values().stream().map(plugin -> plugin.descriptor().id()))
        .flatMap(all -> all)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void scan(Path code, Set<String> ids, List<String> found) throws IOException {
    try (Stream<Path> files = Files.walk(code)) {
      for (Path file : files.filter(PluginNamesTest::isChecked).toList()) {
        for (String text : strings(Files.readAllBytes(file))) {
          String use = code.relativize(file) + ": " + text;
          if (ids.contains(text) && !OTHER_MEANINGS.contains(use)) {
            found.add(use);
          }
        }
      }
    }
  }

  private static boolean isChecked(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".class") && !file.endsWith(LIFTING);
  }

  /** The string constants of a compiled class. */
  private static Set<String> strings(byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    char[] buffer = new char[reader.getMaxStringLength()];
    Set<String> strings = new TreeSet<>();
    for (int i = 1; i < reader.getItemCount(); i++) {
      int offset = reader.getItem(i);
      if (offset > 0 && reader.readByte(offset - 1) == STRING) {
        strings.add((String) reader.readConst(i, buffer));
      }
    }
    return strings;
  }
}
