package org.mtlbench.engine.plugins;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Enumeration;
import org.mtlbench.api.plugin.Bundle;

/**
 * Loads the classes of one jar, after those of the program; its name shows in stack traces. Of
 * bundles it finds the jar's own alone, so that the program's are not found once more.
 */
final class PluginClassLoader extends URLClassLoader {
  /** How the names of these class loaders start, before the jar's name. */
  static final String PREFIX = "plugin-";

  private static final String SERVICES = "META-INF/services/" + Bundle.class.getName();

  PluginClassLoader(Path jar, ClassLoader program) throws MalformedURLException {
    super(PREFIX + PluginJar.name(jar), new URL[] {jar.toUri().toURL()}, program);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return name.equals(SERVICES) ? findResources(name) : super.getResources(name);
  }
}
