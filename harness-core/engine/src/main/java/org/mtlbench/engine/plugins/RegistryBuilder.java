package org.mtlbench.engine.plugins;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.spi.Elements;
import com.google.inject.util.Types;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.spi.config.ConfigBinder;
import org.mtlbench.spi.plugin.Bundle;
import org.mtlbench.spi.plugin.Plugin;

/**
 * Takes bundles in one after the other. Each is tried together with those accepted before it, so
 * that a failure has one culprit; the last good injector is the one that serves.
 */
final class RegistryBuilder {
  /** The registries and what users call their content. */
  private static final Map<String, TypeLiteral<? extends Plugin<?>>> KINDS = kinds();

  private final List<Module> modules = new ArrayList<>(List.of(new Empty()));
  private final Map<String, String> owners = new LinkedHashMap<>();
  private final Map<String, Path> jars = new LinkedHashMap<>();
  private final List<BrokenBundle> broken = new ArrayList<>();
  private Injector injector = Guice.createInjector(modules);

  void broken(BrokenBundle bundle) {
    broken.add(bundle);
  }

  /**
   * Takes a bundle in, or refuses it.
   *
   * @param jar the jar it was found in; empty for one of the program's own
   */
  void add(Bundle bundle, Optional<Path> jar) {
    String name = bundle.getClass().getName();
    Map<String, String> claims = new LinkedHashMap<>();
    try {
      BundleContents contents = BundleContents.of(bundle);
      List<String> reasons = new ArrayList<>(contents.errors());
      if (reasons.isEmpty()) {
        claim(name, contents, claims, reasons);
      }
      if (reasons.isEmpty()) {
        install(contents, reasons);
      }
      if (reasons.isEmpty()) {
        owners.putAll(claims);
        jar.ifPresent(path -> claims.keySet().forEach(claim -> jars.put(claim, path)));
      } else {
        refuse(bundle, String.join("; ", reasons), claims);
      }
    } catch (RuntimeException | Error e) {
      // whatever a plugin throws is told in its own row and harms nobody else
      refuse(bundle, Reasons.of(e), claims);
    }
  }

  PluginRegistry build() {
    return new PluginRegistry(
        registry(injector, Bundle.DATASETS),
        registry(injector, Bundle.ARCHITECTURES),
        registry(injector, Bundle.METHODS),
        broken,
        jars());
  }

  private Map<Plugin<?>, Path> jars() {
    Map<Plugin<?>, Path> found = new HashMap<>();
    KINDS.forEach(
        (kind, registry) ->
            registry(injector, registry)
                .forEach(
                    (id, plugin) -> {
                      Path jar = jars.get(claim(kind, id));
                      if (jar != null) {
                        found.put(plugin, jar);
                      }
                    }));
    return found;
  }

  /** How a plugin is named in sentences, and told apart from others. */
  static String claim(String kind, String id) {
    return kind + " '" + id + "'";
  }

  private void claim(
      String bundle, BundleContents contents, Map<String, String> claims, List<String> reasons) {
    KINDS.forEach(
        (kind, registry) -> {
          for (String id : contents.ids(registry)) {
            String claim = claim(kind, id);
            String owner = owners.containsKey(claim) ? owners.get(claim) : claims.get(claim);
            if (owner != null) {
              reasons.add("duplicate " + claim + ", already provided by " + owner);
            }
            claims.put(claim, bundle);
          }
        });
  }

  private void install(BundleContents contents, List<String> reasons) {
    List<Module> all = new ArrayList<>(modules);
    all.add(Elements.getModule(contents.elements()));
    Injector candidate = Guice.createInjector(all);
    KINDS.forEach(
        (kind, registry) ->
            registry(candidate, registry)
                .forEach(
                    (id, plugin) -> {
                      String described = plugin.descriptor().id();
                      if (!described.equals(id)) {
                        reasons.add(
                            kind + " bound as '" + id + "' but described as '" + described + "'");
                      }
                      // Fails here, not in the middle of a user's plan.
                      ConfigBinder.describe(plugin.defaults());
                    }));
    if (reasons.isEmpty()) {
      modules.add(all.get(all.size() - 1));
      injector = candidate;
    }
  }

  private void refuse(Bundle bundle, String reason, Map<String, String> claims) {
    broken.add(
        new BrokenBundle(
            bundle.getClass().getName(),
            Origin.of(bundle.getClass()).toString(),
            reason,
            List.copyOf(claims.keySet())));
  }

  private static <P extends Plugin<?>> Map<String, P> registry(
      Injector injector, TypeLiteral<P> kind) {
    @SuppressWarnings("unchecked") // the type is put together as Map<String, P>
    Key<Map<String, P>> key =
        (Key<Map<String, P>>) Key.get(Types.mapOf(String.class, kind.getType()));
    return injector.getInstance(key);
  }

  private static Map<String, TypeLiteral<? extends Plugin<?>>> kinds() {
    Map<String, TypeLiteral<? extends Plugin<?>>> kinds = new LinkedHashMap<>();
    kinds.put("dataset", Bundle.DATASETS);
    kinds.put("architecture", Bundle.ARCHITECTURES);
    kinds.put("method", Bundle.METHODS);
    return kinds;
  }

  /** Declares the registries, so that they exist even if no bundle contributes. */
  private static final class Empty extends AbstractModule {
    @Override
    protected void configure() {
      KINDS.values().forEach(kind -> MapBinder.newMapBinder(binder(), key(), kind));
    }

    private static TypeLiteral<String> key() {
      return TypeLiteral.get(String.class);
    }
  }
}
