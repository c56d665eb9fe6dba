package org.mtlbench.engine.plugins;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.mtlbench.api.plugin.Bundle;

/** Loads bundles and builds the registry of their plugins. */
public final class PluginLoader {
  /** The number of consecutive failures after which loading of services is given up. */
  private static final int MAX_FAILURES = 1000;

  private static final String PROGRAM = "the program's own plugins";

  private final ClassLoader program;
  private final Collection<Exclusion> exclusions;
  private final CallTrace trace;
  private final RegistryBuilder builder;

  private PluginLoader(ClassLoader program, Collection<Exclusion> exclusions, CallTrace trace) {
    this.program = program;
    this.exclusions = exclusions;
    this.trace = trace;
    this.builder = new RegistryBuilder(exclusions, trace);
  }

  /**
   * Loads all bundles visible to a class loader. A bundle that cannot be loaded, conflicts with an
   * earlier one, or fails to register its plugins becomes an entry of {@link PluginRegistry#broken}
   * and does not affect others.
   */
  public static PluginRegistry load(ClassLoader loader) {
    return load(loader, List.of());
  }

  /**
   * As above, with additional jars in the given order, each with a separate class loader whose
   * parent is that of the program. A jar that cannot be read, contains no plugins, or was built
   * against another major version of the plugin API is an entry of {@link PluginRegistry#broken}
   * too.
   */
  public static PluginRegistry load(ClassLoader loader, List<Path> jars) {
    return load(loader, jars, List.of(), CallTrace.NONE);
  }

  /**
   * As above, without the excluded jars and plugins, which are entries of {@link
   * PluginRegistry#broken} with their reasons.
   *
   * @param trace receives all calls into plugins, here and when the plugins of the registry are
   *     used
   */
  public static PluginRegistry load(
      ClassLoader loader, List<Path> jars, Collection<Exclusion> exclusions, CallTrace trace) {
    return new PluginLoader(loader, exclusions, trace).load(jars);
  }

  /**
   * The jars of a folder, by name.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException if there is no such folder
   */
  public static List<Path> jars(Path folder) {
    return PluginJar.in(folder);
  }

  /**
   * A class loader for the class files of a jar's plugins and of the program, to be used for
   * resources only, so that no class of the jar is loaded.
   */
  public static ClassLoader resources(Path jar, ClassLoader program) throws IOException {
    return new PluginClassLoader(jar, program);
  }

  /**
   * The jar of the innermost frame of plugin code in a stack trace.
   *
   * @return file name; empty if there is no such frame
   */
  public static Optional<String> jarOn(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .map(StackTraceElement::getClassLoaderName)
        .filter(name -> name != null && name.startsWith(PluginClassLoader.PREFIX))
        .map(name -> name.substring(PluginClassLoader.PREFIX.length()))
        .findFirst();
  }

  private PluginRegistry load(List<Path> jars) {
    trace.calling(CallTrace.Call.own());
    for (Bundle bundle : find(program, PROGRAM)) {
      builder.add(bundle, Origin.of(bundle.getClass()), Optional.empty());
    }
    jars.forEach(this::add);
    trace.calling(CallTrace.Call.own());
    return builder.build();
  }

  private void add(Path path) {
    String name = PluginJar.name(path);
    String origin = name;
    try {
      trace.calling(call("it was opened", path));
      PluginJar jar = PluginJar.read(path);
      origin = jar.origin().toString();
      Optional<String> unusable =
          exclusions.stream()
              .filter(e -> e.jar().equals(path) && e.plugin().isEmpty())
              .map(Exclusion::reason)
              .findFirst()
              .or(jar::misfit);
      if (unusable.isPresent()) {
        builder.broken(new BrokenBundle(name, origin, unusable.get(), List.of()));
        return;
      }
      ClassLoader loader = new PluginClassLoader(path, program);
      trace.calling(call("its bundles were loaded", path));
      int before = builder.brokenCount();
      List<Bundle> bundles = find(loader, origin);
      if (bundles.isEmpty() && builder.brokenCount() == before) {
        // also if Java ignores the jar, as it does without a message for some invalid ones
        throw new IOException("Java finds no bundle in it");
      }
      for (Bundle bundle : bundles) {
        trace.calling(call("it registered its plugins", path));
        builder.add(bundle, jar.origin(), Optional.of(path));
      }
    } catch (IOException | RuntimeException | Error e) {
      // a failing jar does not affect others
      trace.caught(e);
      builder.broken(new BrokenBundle(name, origin, Reasons.of(e), List.of()));
    }
  }

  private static CallTrace.Call call(String phrase, Path jar) {
    return new CallTrace.Call(
        phrase, List.of(new CallTrace.Suspect(jar, Optional.empty())), CallTrace.Limit.CALL);
  }

  private List<Bundle> find(ClassLoader loader, String origin) {
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
        trace.caught(e);
        builder.broken(
            new BrokenBundle(
                String.valueOf(e.getMessage()).replace(Bundle.class.getName() + ": ", ""),
                origin,
                Reasons.of(e),
                List.of()));
      }
    }
    return bundles;
  }
}
