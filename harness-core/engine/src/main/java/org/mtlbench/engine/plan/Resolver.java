package org.mtlbench.engine.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.engine.matrix.ConditionalConfig;
import org.mtlbench.engine.matrix.Entry;
import org.mtlbench.engine.matrix.MethodEntry;
import org.mtlbench.engine.matrix.TrainingSpec;
import org.mtlbench.engine.plugins.CallKind;
import org.mtlbench.engine.plugins.Configured;
import org.mtlbench.engine.plugins.NetworkFactory;
import org.mtlbench.engine.plugins.PluginKind;
import org.mtlbench.engine.plugins.PluginRegistry;
import org.mtlbench.toolbox.config.Nearest;

/** Looks up the plugins of a matrix and binds their configs. */
final class Resolver {
  private static final String OPTIMISER = "optimiser";

  private final PluginRegistry registry;
  private final DataAccess access;
  private final Optional<TrainingSpec> training;
  private final Problems problems;

  /**
   * @param training common training that replaces that of the methods; empty if there is none
   */
  Resolver(
      PluginRegistry registry,
      DataAccess access,
      Optional<TrainingSpec> training,
      Problems problems) {
    this.registry = registry;
    this.access = access;
    this.training = training;
    this.problems = problems;
  }

  Optional<Configured.Dataset<?>> dataset(Entry entry) {
    return plugin(registry.datasets(), PluginKind.DATASET, entry.id(), entry.at())
        .flatMap(
            plugin ->
                problems.attempt(
                    ConfigLocation.of(entry),
                    () -> {
                      registry.calling(CallKind.FACTS, plugin);
                      return Configured.dataset(plugin, entry.config(), "", access)
                          .named(entry.name());
                    }));
  }

  Optional<Configured.Architecture<?>> architecture(Entry entry) {
    return plugin(registry.architectures(), PluginKind.ARCHITECTURE, entry.id(), entry.at())
        .flatMap(
            plugin ->
                problems.attempt(
                    ConfigLocation.of(entry),
                    () ->
                        Configured.architecture(registry, plugin, entry.config(), "")
                            .named(entry.name())));
  }

  /**
   * The networks of an architecture on a dataset.
   *
   * @param entry entry with the architecture
   */
  Optional<NetworkFactory> networks(
      Entry entry, Configured.Dataset<?> dataset, Configured.Architecture<?> architecture) {
    try {
      return Optional.of(NetworkFactory.of(registry, dataset, architecture));
    } catch (InvalidConfigException e) {
      String where = ", on dataset " + dataset.choice().name();
      for (Problem problem : e.problems()) {
        problems.add(
            new Problem(
                entry.at(),
                architecture.choice().name() + " with " + problem.path() + ": " + problem.value(),
                problem.allowed() + where));
      }
      return Optional.empty();
    } catch (RuntimeException | Error e) {
      problems.failed(entry.at(), e);
      return Optional.empty();
    }
  }

  /** The method with an override, or without one. */
  Optional<RowMethod> method(MethodEntry entry, Optional<ConditionalConfig> override) {
    ConfigLocation location = ConfigLocation.of(entry, override);
    return plugin(registry.methods(), PluginKind.METHOD, entry.id(), entry.at())
        .flatMap(plugin -> problems.attempt(location, () -> bind(plugin, entry, location)))
        .flatMap(method -> training.isEmpty() ? Optional.of(method) : trained(method, entry));
  }

  /** The method with the common training. */
  private Optional<RowMethod> trained(RowMethod method, MethodEntry entry) {
    String named = "method " + method.choice().id() + ", \"" + method.label() + "\"";
    for (String key : TrainingSpec.NEEDED_KEYS) {
      if (!method.choice().config().has(key)) {
        problems.add(
            new Problem(
                method.location().base(),
                "the " + named + ", which has no key " + key,
                "methods with the keys "
                    + String.join(", ", TrainingSpec.NEEDED_KEYS)
                    + ", which a matrix with training sets"));
        return Optional.empty();
      }
    }
    ObjectNode values = method.choice().config().deepCopy();
    List<Problem> rejected = new ArrayList<>();
    apply(
        training.get().methodValues(),
        values,
        method.location().merge(entry.config()),
        "",
        rejected);
    if (!rejected.isEmpty()) {
      rejected.stream().map(method.location()::locate).forEach(problems::add);
      return Optional.empty();
    }
    try {
      registry.calling(CallKind.CONFIG, method.configured().plugin());
      return Optional.of(method.with(values));
    } catch (InvalidConfigException e) {
      for (Problem problem : e.problems()) {
        problems.add(
            TrainingSpec.METHOD_KEYS.contains(problem.rootKey())
                ? new Problem(
                    TrainingSpec.at(problem.rootKey()),
                    problem.value(),
                    problem.allowed() + ", for the " + named)
                : method.location().locate(problem));
      }
      return Optional.empty();
    } catch (RuntimeException | Error e) {
      problems.failed(method.location().base(), e);
      return Optional.empty();
    }
  }

  /**
   * Sets the keys of a training in a config and in configs of trainings inside it, such as a
   * teacher's. The optimiser is Adam unless the matrix names another for the method.
   *
   * @param written config in the matrix
   * @param path its path in the method's config; empty for the whole config
   * @param rejected receives a problem for each key set by both the matrix and the training
   */
  private static void apply(
      ObjectNode training,
      ObjectNode config,
      JsonNode written,
      String path,
      List<Problem> rejected) {
    if (TrainingSpec.NEEDED_KEYS.stream().allMatch(config::has)) {
      for (String key : TrainingSpec.METHOD_KEYS) {
        if (config.has(key)) {
          config.set(key, training.get(key));
          if (written.has(key)) {
            String allowed = "nothing, since " + TrainingSpec.at(key) + " sets it for every method";
            rejected.add(Problem.of(key, written.get(key), allowed).under(path));
          }
        }
      }
      if (config.has(OPTIMISER) && !written.has(OPTIMISER)) {
        config.put(OPTIMISER, "adam");
      }
    }
    config
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue() instanceof ObjectNode nested) {
                String key = entry.getKey();
                String inside = path.isEmpty() ? key : path + "." + key;
                apply(training, nested, written.path(key), inside, rejected);
              }
            });
  }

  /**
   * Reports conditions of an override that name neither a plugin nor a label.
   *
   * @param labels of datasets and architectures
   */
  void conditions(ConditionalConfig override, Set<String> labels) {
    String when = override.at() + ".when.";
    override
        .when()
        .dataset()
        .filter(name -> !labels.contains(name))
        .ifPresent(id -> plugin(registry.datasets(), PluginKind.DATASET, id, when + "dataset"));
    override
        .when()
        .architecture()
        .filter(name -> !labels.contains(name))
        .ifPresent(
            id ->
                plugin(
                    registry.architectures(), PluginKind.ARCHITECTURE, id, when + "architecture"));
  }

  /**
   * The plugin with an id; if there is none, reports a problem with the nearest id and returns
   * empty.
   */
  private <P> Optional<P> plugin(
      SortedMap<String, P> plugins, PluginKind kind, String id, String path) {
    P plugin = plugins.get(id);
    if (plugin == null) {
      String allowed = Nearest.allowed(id, plugins.keySet()) + registry.unusable(kind, id);
      problems.add(new Problem(path, "'" + id + "'", allowed));
    }
    return Optional.ofNullable(plugin);
  }

  private RowMethod bind(MethodPlugin<?> plugin, MethodEntry entry, ConfigLocation location) {
    registry.calling(CallKind.CONFIG, plugin);
    return new RowMethod(
        Configured.method(plugin, location.merge(entry.config()), ""),
        entry.label().orElseGet(() -> plugin.descriptor().title()),
        entry.note(location.override()),
        location);
  }
}
