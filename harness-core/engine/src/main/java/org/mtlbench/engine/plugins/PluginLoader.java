package org.mtlbench.engine.plugins;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.mtlbench.api.plugin.Bundle;

/** Finds bundles and makes the registry of their plugins. */
public final class PluginLoader {
  /** So many unreadable entries in a row mean that the service loader makes no headway. */
  private static final int MAX_FAILURES = 1000;

  private PluginLoader() {}

  /**
   * Loads all bundles visible to a class loader. A bundle that cannot be loaded, conflicts with an
   * earlier one, or fails to register its plugins becomes an entry of {@link PluginRegistry#broken}
   * and does not affect others.
   */
  public static PluginRegistry load(ClassLoader loader) {
    return load(loader, List.of());
  }

  /**
   * The same with jars beside the program, in the order given, each with a class loader of its own
   * that asks the program's first. A jar that cannot be read, is none of plugins, or was built
   * against another major version of the contract is an entry of {@link PluginRegistry#broken} too.
   */
  public static PluginRegistry load(ClassLoader loader, List<Path> jars) {
    RegistryBuilder builder = new RegistryBuilder();
    for (Bundle bundle : find(loader, "unknown", builder)) {
      builder.add(bundle, Optional.empty());
    }
    for (Path jar : jars) {
      add(jar, loader, builder);
    }
    return builder.build();
  }

  /**
   * The jars of a folder, by name.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException if there is no such folder
   */
  public static List<Path> jars(Path folder) {
    return PluginJar.in(folder);
  }

  private static void add(Path path, ClassLoader program, RegistryBuilder builder) {
    String name = PluginJar.name(path);
    try {
      PluginJar jar = PluginJar.read(path);
      String origin = jar.origin().toString();
      Optional<String> misfit = jar.misfit();
      if (misfit.isPresent()) {
        builder.broken(new BrokenBundle(name, origin, misfit.get(), List.of()));
        return;
      }
      ClassLoader loader = new PluginClassLoader(path, program);
      for (Bundle bundle : find(loader, origin, builder)) {
        builder.add(bundle, Optional.of(path));
      }
    } catch (IOException e) {
      builder.broken(new BrokenBundle(name, path.toString(), Reasons.of(e), List.of()));
    }
  }

  private static List<Bundle> find(ClassLoader loader, String origin, RegistryBuilder builder) {
    List<Bundle> bundles = new ArrayList<>();
    Iterator<Bundle> found = ServiceLoader.load(Bundle.class, loader).iterator();
    int failures = 0;
    while (failures < MAX_FAILURES) {
      try {
        if (!found.hasNext()) {
          break;
        }
        bundles.add(found.next());
      } catch (ServiceConfigurationError | LinkageError e) {
        failures++;
        builder.broken(unfound(e, origin));
      }
    }
    return bundles;
  }

  private static BrokenBundle unfound(Error failure, String origin) {
    String what = String.valueOf(failure.getMessage()).replace(Bundle.class.getName() + ": ", "");
    String reason = failure.getCause() == null ? what : Reasons.of(failure.getCause());
    return new BrokenBundle(what, origin, reason, List.of());
  }
}
