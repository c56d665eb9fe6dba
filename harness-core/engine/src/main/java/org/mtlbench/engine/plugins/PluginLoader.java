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

/** Finds bundles and makes the registry of their plugins. */
public final class PluginLoader {
  /** So many unreadable entries in a row mean that the service loader makes no headway. */
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
   * The same with jars beside the program, in the order given, each with a class loader of its own
   * that asks the program's first. A jar that cannot be read, is none of plugins, or was built
   * against another major version of the contract is an entry of {@link PluginRegistry#broken} too.
   */
  public static PluginRegistry load(ClassLoader loader, List<Path> jars) {
    return load(loader, jars, List.of(), CallTrace.NONE);
  }

  /**
   * The same without some jars or plugins, which are entries of {@link PluginRegistry#broken} with
   * their reasons.
   *
   * @param trace told of every call into a plugin, here and when the registry's plugins are used
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
   * Finds the class files of a jar's plugins, and of the program's classes behind them. To be asked
   * for resources, so that no class of the jar is loaded.
   */
  public static ClassLoader resources(Path jar, ClassLoader program) throws IOException {
    return new PluginClassLoader(jar, program);
  }

  /**
   * The jar whose code is innermost on a stack.
   *
   * @return its file name; empty if no code of a jar is on it
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
      for (Bundle bundle : find(loader, origin)) {
        trace.calling(call("it registered its plugins", path));
        builder.add(bundle, jar.origin(), Optional.of(path));
      }
    } catch (IOException | RuntimeException | Error e) {
      // whatever a jar does, it concerns the jar alone
      trace.caught(e);
      builder.broken(new BrokenBundle(name, origin, Reasons.of(e), List.of()));
    }
  }

  private static CallTrace.Call call(String words, Path jar) {
    return new CallTrace.Call(
        words, List.of(new CallTrace.Suspect(jar, Optional.empty())), CallTrace.Limit.CALL);
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
