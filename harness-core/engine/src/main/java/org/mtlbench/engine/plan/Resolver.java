package org.mtlbench.engine.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.mtlbench.engine.matrix.ConditionalConfig;
import org.mtlbench.engine.matrix.Entry;
import org.mtlbench.engine.matrix.MethodEntry;
import org.mtlbench.engine.plugins.PluginRegistry;
import org.mtlbench.spi.architecture.ArchitecturePlugin;
import org.mtlbench.spi.config.ConfigBinder;
import org.mtlbench.spi.config.Nearest;
import org.mtlbench.spi.config.Problem;
import org.mtlbench.spi.dataset.DatasetFacts;
import org.mtlbench.spi.dataset.DatasetPlugin;
import org.mtlbench.spi.method.Budget;
import org.mtlbench.spi.method.MethodContext;
import org.mtlbench.spi.method.MethodPlugin;
import org.mtlbench.spi.method.Phase;
import org.mtlbench.spi.plugin.Plugin;
import org.mtlbench.spi.random.Randomness;
import org.mtlbench.spi.toolbox.training.Procedures;

/** Finds the plugins that a matrix names and binds their configs. */
final class Resolver {
  private final PluginRegistry registry;
  private final Problems problems;

  Resolver(PluginRegistry registry, Problems problems) {
    this.registry = registry;
    this.problems = problems;
  }

  Optional<Resolved.Dataset> dataset(Entry entry) {
    return plugin(registry.datasets(), "dataset", entry.id(), entry.at())
        .flatMap(plugin -> problems.attempt(Place.of(entry), () -> bind(plugin, entry)));
  }

  Optional<Resolved.Architecture> architecture(Entry entry) {
    return plugin(registry.architectures(), "architecture", entry.id(), entry.at())
        .flatMap(plugin -> problems.attempt(Place.of(entry), () -> bind(plugin, entry)));
  }

  /** The method as one of its overrides, or none, makes it. */
  Optional<Resolved.Method> method(MethodEntry entry, Optional<ConditionalConfig> override) {
    Place place = Place.of(entry, override);
    return plugin(registry.methods(), "method", entry.id(), entry.at())
        .flatMap(plugin -> problems.attempt(place, () -> bind(plugin, entry, place)));
  }

  /** Reports ids in an override's conditions that no plugin has. */
  void conditions(ConditionalConfig override) {
    String when = override.at() + ".when.";
    override
        .dataset()
        .ifPresent(id -> plugin(registry.datasets(), "dataset", id, when + "dataset"));
    override
        .architecture()
        .ifPresent(
            id -> plugin(registry.architectures(), "architecture", id, when + "architecture"));
  }

  /** The plugin of an id; a problem naming the nearest id if there is none. */
  private <P> Optional<P> plugin(
      SortedMap<String, P> plugins, String kind, String id, String path) {
    P plugin = plugins.get(id);
    if (plugin == null) {
      String allowed = Nearest.allowed(id, plugins.keySet()) + registry.unusable(kind, id);
      problems.add(new Problem(path, "'" + id + "'", allowed));
    }
    return Optional.ofNullable(plugin);
  }

  private static <C extends Record> Resolved.Dataset bind(DatasetPlugin<C> plugin, Entry entry) {
    C config = ConfigBinder.bind(plugin.defaults(), entry.config(), "");
    return new Resolved.Dataset(choice(plugin, config), plugin.facts(config));
  }

  private static <C extends Record> Resolved.Architecture bind(
      ArchitecturePlugin<C> plugin, Entry entry) {
    C config = ConfigBinder.bind(plugin.defaults(), entry.config(), "");
    return new Resolved.Architecture(
        choice(plugin, config), parts -> NetworkCost.forwardFlops(plugin, config, parts));
  }

  private static <C extends Record> Resolved.Method bind(
      MethodPlugin<C> plugin, MethodEntry entry, Place place) {
    ObjectNode user = place.merge(entry.config());
    C config = ConfigBinder.bind(plugin.defaults(), user, "");
    String label = entry.label().orElseGet(() -> plugin.descriptor().title());
    Optional<String> note = entry.note(place.override());
    return new Resolved.Method(
        choice(plugin, config), label, note, place, new Bound<>(plugin, config));
  }

  private static PluginChoice choice(Plugin<?> plugin, Record config) {
    return new PluginChoice(plugin.descriptor().id(), ConfigBinder.toTree(config));
  }

  private record Bound<C extends Record>(MethodPlugin<C> plugin, C config)
      implements Resolved.Behaviour {
    @Override
    public List<Problem> check(DatasetFacts facts) {
      return plugin.check(config, facts);
    }

    @Override
    public Map<String, String> ownSearch() {
      return plugin.ownSearch(config);
    }

    @Override
    public Resolved.Behaviour with(ObjectNode values) {
      ObjectNode tree = ConfigBinder.toTree(config);
      tree.setAll(values);
      return new Bound<>(plugin, ConfigBinder.bind(plugin.defaults(), tree, ""));
    }

    @Override
    public List<Phase> phases(DatasetFacts facts, long seed, Budget budget) {
      MethodContext context = new MethodContext(facts, new Randomness(seed));
      return Procedures.of(plugin.create(config, context), facts.tasks().size()).phases(budget);
    }
  }
}
