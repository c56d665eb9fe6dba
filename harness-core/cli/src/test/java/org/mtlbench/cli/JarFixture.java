package org.mtlbench.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.mtlbench.api.plugin.Bundle;

/** Compiles sources and packs them into a jar of plugins. */
final class JarFixture {
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final List<String> left = new ArrayList<>();
  private final Manifest manifest = new Manifest();
  private final String bundle;

  /**
   * Creates a jar with title {@code TITLE} and version 2.1.
   *
   * @param bundle class in its service file
   */
  JarFixture(String title, String bundle) {
    this.bundle = bundle;
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_TITLE, title);
    manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "2.1");
  }

  /** Adds a source file of a top-level class. */
  JarFixture source(String className, String text) {
    sources.put(className, text);
    return this;
  }

  /** Omits the compiled class from the jar. */
  JarFixture without(String className) {
    left.add(className);
    return this;
  }

  /** Adds a manifest attribute. */
  JarFixture manifest(String key, String value) {
    manifest.getMainAttributes().putValue(key, value);
    return this;
  }

  /** Compiles the sources and writes the jar. */
  Path write(Path jar) throws IOException {
    Path classes = Files.createTempDirectory(jar.getParent(), "classes");
    compile(classes);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        Stream<Path> walk = Files.walk(classes)) {
      put(
          out,
          "META-INF/services/" + Bundle.class.getName(),
          bundle.getBytes(StandardCharsets.UTF_8));
      for (Path compiled : walk.filter(Files::isRegularFile).sorted().toList()) {
        String name = classes.relativize(compiled).toString().replace('\\', '/');
        if (!left.contains(name.replace(".class", "").replace('/', '.'))) {
          put(out, name, Files.readAllBytes(compiled));
        }
      }
    }
    return jar;
  }

  private static void put(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(content);
    out.closeEntry();
  }

  private void compile(Path classes) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      List<Source> units =
          sources.entrySet().stream().map(e -> new Source(e.getKey(), e.getValue())).toList();
      if (!compiler.getTask(null, files, null, List.of("-proc:none"), null, units).call()) {
        throw new IllegalStateException("the fixture does not compile");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String className, String text) {
      super(
          URI.create("string:///" + className.replace('.', '/') + ".java"),
          JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
