package org.mtlbench.engine.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlbench.api.plugin.Bundle;
import org.mtlbench.api.plugin.Registry;
import org.mtlbench.engine.fixtures.BrokenBundles;
import org.mtlbench.engine.fixtures.GoodMethod;
import org.mtlbench.engine.fixtures.ServiceFileLoader;
import org.mtlbench.engine.fixtures.ToyBundle;

class PluginLoaderTest {
  @TempDir Path folder;

  private PluginRegistry load(String... lines) throws IOException {
    return PluginLoader.load(new ServiceFileLoader(folder, lines));
  }

  private PluginRegistry load(Class<? extends Bundle> bundle) throws IOException {
    return load(bundle.getName());
  }

  @Test
  void registersPluginsById() throws IOException {
    PluginRegistry registry = load(ToyBundle.class);

    assertThat(registry.broken()).isEmpty();
    assertThat(registry.datasets()).containsOnlyKeys("toy-digits", "toy-scenes");
    assertThat(registry.architectures()).containsOnlyKeys("toy-shared", "toy-watched");
    assertThat(registry.methods().keySet()).containsExactly("toy-equal", "toy-stages", "toy-sum");
    registry.methods().forEach((id, m) -> assertThat(m.descriptor().id()).isEqualTo(id));
  }

  @Test
  void isEmptyWithoutBundles() throws IOException {
    PluginRegistry registry = load("# nothing here");

    assertThat(registry.methods()).isEmpty();
    assertThat(registry.datasets()).isEmpty();
    assertThat(registry.broken()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Clash, duplicate method 'toy-equal', already provided by org.mtlbench.engine.fixtures",
    "Twice, duplicate method 'same', already provided by",
    "Throwing, no licence file, no licence file",
    "Unlinked, code that it needs is missing, org.example.Missing",
    "Unwritable, config record, java.util.Set<java.lang.String>",
    "Hidden, no public constructor, without parameters"
  })
  void reportsBrokenBundleInOneLineAndLoadsOthers(String bundle, String first, String second)
      throws IOException {
    String name = BrokenBundles.class.getName() + "$" + bundle;

    PluginRegistry registry = load(ToyBundle.class.getName(), name, GoodBundle.class.getName());

    assertThat(registry.methods().keySet())
        .containsExactly("good", "toy-equal", "toy-stages", "toy-sum");
    assertThat(registry.broken())
        .singleElement()
        .satisfies(
            broken -> {
              assertThat(broken.bundle()).contains(name);
              assertThat(broken.reason()).isNotBlank().doesNotContain("\n", "\tat ");
              assertThat(broken.reason()).contains(first).contains(second);
            });
  }

  @Test
  void continuesAfterMissingClasses() throws IOException {
    PluginRegistry registry =
        load("org.example.Missing", GoodMethod.class.getName(), GoodBundle.class.getName());

    assertThat(registry.methods()).containsOnlyKeys("good");
    assertThat(registry.broken())
        .extracting(BrokenBundle::bundle)
        .satisfiesExactly(
            first -> assertThat(first).contains("org.example.Missing"),
            second -> assertThat(second).contains("GoodMethod").doesNotContain("mtlbench.api"));
  }

  @Test
  void reportsJarInWhichNoBundleIsFound() throws IOException {
    Path jar = folder.resolve("empty.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("META-INF/services/" + Bundle.class.getName()));
    }

    PluginRegistry registry = PluginLoader.load(getClass().getClassLoader(), List.of(jar));

    assertThat(registry.broken())
        .extracting(BrokenBundle::sentence)
        .contains("empty.jar: Java finds no bundle in it");
  }

  @Test
  void reportsOriginOfPlugin() throws IOException {
    PluginRegistry registry = load(ToyBundle.class);

    Origin origin = registry.origin(registry.methods().get("toy-equal"));

    assertThat(origin.title()).isEqualTo("org.mtlbench.engine.fixtures");
    assertThat(origin.version()).isEqualTo("unversioned");
    assertThat(origin.jar()).isEqualTo("test-classes");
  }

  /** A sound bundle that comes after a broken one. */
  public static final class GoodBundle implements Bundle {
    @Override
    public void contribute(Registry registry) {
      registry.method(new GoodMethod());
    }
  }
}
