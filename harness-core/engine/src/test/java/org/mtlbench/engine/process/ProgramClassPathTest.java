package org.mtlbench.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.engine.fixtures.ServiceFileLoader;

class ProgramClassPathTest {
  @TempDir Path folder;

  @Test
  void usesClassPathOfThisProcess() {
    assertThat(ProgramClassPath.of(ClassLoader.getSystemClassLoader()))
        .isEqualTo(System.getProperty("java.class.path"));
  }

  @Test
  void usesUrlsOfClassLoaderInBuildTool() throws IOException {
    Path jar = folder.resolve("with space.jar");
    Path classes = folder.resolve("classes");
    URL[] urls = {jar.toUri().toURL(), classes.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls)) {
      assertThat(ProgramClassPath.of(loader)).isEqualTo(jar + File.pathSeparator + classes);
    }
  }

  @Test
  void rejectsClassLoadersWithoutFiles() throws IOException {
    URL[] urls = {URI.create("jar:file:/app.jar!/lib/engine.jar!/").toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls)) {
      assertThatThrownBy(() -> ProgramClassPath.of(loader))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("loaded from jar:file:/app.jar!/lib/engine.jar!/, expected jars");
    }
    ClassLoader unknown = new ServiceFileLoader(folder);
    assertThatThrownBy(() -> ProgramClassPath.of(unknown))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("start the program with java -cp");
  }
}
