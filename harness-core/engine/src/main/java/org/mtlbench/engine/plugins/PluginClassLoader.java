package org.mtlbench.engine.plugins;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Enumeration;
import org.mtlbench.api.plugin.Bundle;

/**
 * Loads the classes of one jar, after those of the program; its name appears in stack traces. Only
 * bundles of the jar are visible as services, so that built-in ones are not found again.
 */
final class PluginClassLoader extends URLClassLoader {
  /** The prefix of the names of these class loaders, before the name of the jar. */
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
