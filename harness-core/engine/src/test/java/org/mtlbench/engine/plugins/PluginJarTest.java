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
}
