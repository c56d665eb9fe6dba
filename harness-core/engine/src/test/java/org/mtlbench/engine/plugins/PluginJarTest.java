package org.mtlbench.engine.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginJarTest {
  private static final String SERVICES = "META-INF/services/org.mtlbench.api.plugin.Bundle";
  private static final String SERVICES_1 = "META-INF/services/org.mtlbench.spi.plugin.Bundle";

  @TempDir private Path folder;

  private PluginJar jar(String key, String api, String entry) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue(key, api);
    Path path = folder.resolve("plugin.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(path), manifest)) {
      out.putNextEntry(new JarEntry(entry));
    }
    return PluginJar.read(path);
  }

  @Test
  void acceptsJarsOfTheSameMajorVersion() throws IOException {
    assertThat(jar("Mtlbench-Api-Version", "2.7", SERVICES).misfit()).isEmpty();
  }

  @Test
  void rejectsJarsOfAnotherMajorVersion() throws IOException {
    assertThat(jar("Mtlbench-Api-Version", "7.0", SERVICES).misfit())
        .contains("built against version 7.0 of the plugin contract, this program has 2.0");
  }

  @Test
  void refersJarsOfVersion1ToTheMigrationGuide() throws IOException {
    assertThat(jar("Mtlbench-Spi-Version", "1.1", SERVICES_1).misfit())
        .contains(
            "built against version 1.1 of the plugin contract, this program has 2.0;"
                + " docs/migration.md describes how to update it");
  }

  @Test
  void refersJarsOfVersion1WithoutVersionToTheMigrationGuide() throws IOException {
    assertThat(jar("Unrelated", "0", SERVICES_1).misfit().orElseThrow())
        .startsWith("built against version 1.0 of the plugin contract")
        .endsWith("docs/migration.md describes how to update it");
  }

  @Test
  void rejectsJarsWithoutBundles() {
    assertThatThrownBy(() -> jar("Unrelated", "0", "plugin.txt"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(SERVICES);
  }

  @Test
  void rejectsContentLargerThanItsLimit() throws IOException {
    Path path = jarOf("notes.txt", 100_000);

    assertThat(PluginJar.read(path, 200_000).version()).isEqualTo("unversioned");
    assertThat(Files.size(path)).isLessThan(50_000);
    assertThatThrownBy(() -> PluginJar.read(path, 50_000))
        .isInstanceOf(IOException.class)
        .hasMessage("it unpacks to more than 48.8 KiB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"org/example/Large.class", "META-INF/MANIFEST.MF"})
  void rejectsLargeClassesAndManifests(String entry) throws IOException {
    Path path = jarOf(entry, (16 << 20) + 1);

    assertThatThrownBy(() -> PluginJar.read(path))
        .isInstanceOf(IOException.class)
        .hasMessage(entry + " unpacks to more than 16 MiB");
  }

  @Test
  void rejectsFoldersWithoutOpeningThem() throws IOException {
    Path path = Files.createDirectory(folder.resolve("folder.jar"));

    assertThatThrownBy(() -> PluginJar.read(path)).hasMessageContaining("a folder in place of");
  }

  /** A jar with a service file and one more entry of zeros. */
  private Path jarOf(String entry, int size) throws IOException {
    Path path = folder.resolve("large.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(path))) {
      out.putNextEntry(new JarEntry(SERVICES));
      out.putNextEntry(new JarEntry(entry));
      out.write(new byte[size]);
    }
    return path;
  }
}
