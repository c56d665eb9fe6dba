package org.mtlbench.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.engine.matrix.CellEntry;
import org.mtlbench.engine.matrix.ConditionalConfig;
import org.mtlbench.engine.matrix.Entry;
import org.mtlbench.engine.matrix.MatrixSpec;
import org.mtlbench.engine.matrix.MethodEntry;
import org.mtlbench.engine.plugins.CallKind;
import org.mtlbench.engine.plugins.Configured;
import org.mtlbench.engine.plugins.NetworkFactory;
import org.mtlbench.engine.plugins.PluginChoice;
import org.mtlbench.engine.plugins.PluginRegistry;

/** Expands a matrix into rows: the cross product, then the single rows. */
final class MatrixExpansion {
  private final PluginRegistry registry;
  private final Resolver resolver;
  private final Problems problems;
  private final List<Row> rows = new ArrayList<>();
  private final Set<String> labels = new HashSet<>();
  private final Map<String, List<String>> tasksByName = new HashMap<>();
  private final Map<Entry, Configured.Dataset<?>> datasets = new LinkedHashMap<>();
  private final Map<Entry, Configured.Architecture<?>> architectures = new LinkedHashMap<>();
  private final Map<ChosenMethod, Optional<RowMethod>> methods = new HashMap<>();
  private final Map<PluginChoice, Configured.Dataset<?>> boundDatasets = new HashMap<>();
  private final Map<PluginChoice, Configured.Architecture<?>> boundArchitectures = new HashMap<>();
  private final IdentityHashMap<
          Configured.Dataset<?>, IdentityHashMap<Configured.Architecture<?>, NetworkFactory>>
      networks = new IdentityHashMap<>();

  /** A method with an override; the methods of a study have the same location. */
  private record ChosenMethod(MethodEntry entry, Optional<ConditionalConfig> override) {}

  MatrixExpansion(PluginRegistry registry, Resolver resolver, Problems problems) {
    this.registry = registry;
    this.resolver = resolver;
    this.problems = problems;
  }

  /** The rows that can be resolved; problems are reported for the others. */
  List<Row> of(MatrixSpec spec) {
    Stream.concat(spec.datasets().stream(), spec.architectures().stream())
        .flatMap(entry -> entry.label().stream())
        .forEach(labels::add);
    spec.datasets().forEach(e -> dataset(e).ifPresent(d -> datasets.put(e, d)));
    spec.architectures().forEach(e -> architecture(e).ifPresent(a -> architectures.put(e, a)));
    spec.methods().forEach(this::cross);
    spec.cells().forEach(this::single);
    return rows;
  }

  /** The datasets of the cross product. */
  List<PluginChoice> datasets() {
    return datasets.values().stream().map(Configured.Dataset::choice).toList();
  }

  /** The architectures of the cross product. */
  List<PluginChoice> architectures() {
    return architectures.values().stream().map(Configured.Architecture::choice).toList();
  }

  private void cross(MethodEntry entry) {
    for (ConditionalConfig override : entry.overrides()) {
      resolver.conditions(override, labels);
      method(entry, Optional.of(override));
    }
    if (datasets.isEmpty() || architectures.isEmpty()) {
      method(entry, Optional.empty());
    }
    datasets.forEach(
        (d, dataset) ->
            architectures.forEach(
                (a, architecture) ->
                    method(entry, entry.override(d, a))
                        .ifPresent(method -> add(dataset, a, architecture, method, List.of()))));
  }

  private void single(CellEntry cell) {
    Optional<Configured.Dataset<?>> dataset = dataset(cell.dataset());
    Optional<Configured.Architecture<?>> architecture = architecture(cell.architecture());
    Optional<RowMethod> method = method(cell.method().entry(), Optional.empty());
    if (dataset.isPresent() && architecture.isPresent() && method.isPresent()) {
      add(dataset.get(), cell.architecture(), architecture.get(), method.get(), cell.seeds());
    }
  }

  /**
   * Binds each config once, since single rows repeat them; rejections are reported for each entry.
   */
  private Optional<Configured.Dataset<?>> dataset(Entry entry) {
    Optional<Configured.Dataset<?>> dataset = bound(boundDatasets, entry, resolver::dataset);
    dataset.ifPresent(found -> checkTasks(entry, found));
    return dataset;
  }

  /**
   * Checks that entries with the same name have the same tasks, since tables have one list per
   * name.
   */
  private void checkTasks(Entry entry, Configured.Dataset<?> dataset) {
    registry.calling(CallKind.FACTS, dataset.plugin());
    Optional<List<String>> tasks = problems.attempt(ConfigLocation.of(entry), () -> tasks(dataset));
    List<String> others =
        tasks.map(found -> tasksByName.putIfAbsent(entry.name(), found)).orElse(null);
    if (others != null && !others.equals(tasks.get())) {
      problems.add(
          new Problem(
              entry.at(),
              entry.name() + " with the tasks " + String.join(", ", tasks.get()),
              "the tasks of the other "
                  + entry.name()
                  + ", "
                  + String.join(", ", others)
                  + ", or a separate label"));
    }
  }

  /** The tasks with their metrics. */
  private static List<String> tasks(Configured.Dataset<?> dataset) {
    return dataset.facts().tasks().stream()
        .map(
            task ->
                task.metrics().stream()
                    .map(metric -> metric.info().id())
                    .collect(Collectors.joining(", ", task.name() + " (", ")")))
        .toList();
  }

  private Optional<Configured.Architecture<?>> architecture(Entry entry) {
    return bound(boundArchitectures, entry, resolver::architecture);
  }

  private static <T> Optional<T> bound(
      Map<PluginChoice, T> known, Entry entry, Function<Entry, Optional<T>> resolve) {
    PluginChoice written = new PluginChoice(entry.id(), entry.name(), entry.config());
    Optional<T> bound = Optional.ofNullable(known.get(written));
    if (bound.isEmpty()) {
      bound = resolve.apply(entry);
      bound.ifPresent(found -> known.put(written, found));
    }
    return bound;
  }

  private Optional<NetworkFactory> networks(
      Entry entry, Configured.Dataset<?> dataset, Configured.Architecture<?> architecture) {
    IdentityHashMap<Configured.Architecture<?>, NetworkFactory> known =
        networks.computeIfAbsent(dataset, key -> new IdentityHashMap<>());
    Optional<NetworkFactory> found = Optional.ofNullable(known.get(architecture));
    if (found.isEmpty()) {
      found = resolver.networks(entry, dataset, architecture);
      found.ifPresent(made -> known.put(architecture, made));
    }
    return found;
  }

  private Optional<RowMethod> method(MethodEntry entry, Optional<ConditionalConfig> override) {
    return methods.computeIfAbsent(
        new ChosenMethod(entry, override), chosen -> resolver.method(entry, override));
  }

  private void add(
      Configured.Dataset<?> dataset,
      Entry entry,
      Configured.Architecture<?> architecture,
      RowMethod method,
      List<Long> seeds) {
    String where = ", on dataset " + dataset.choice().name();
    MethodPlugin<?> plugin = method.configured().plugin();
    registry.calling(CallKind.CHECK, plugin, dataset.plugin());
    check(method, where, () -> method.configured().check(dataset.facts()));
    networks(entry, dataset, architecture)
        .ifPresent(
            found -> {
              registry.calling(CallKind.CHECK, Row.plugins(plugin, found));
              check(
                  method,
                  ", on architecture " + architecture.choice().name() + where,
                  () -> method.configured().checkNetwork(found.of()));
              rows.add(new Row(dataset, architecture, found, method, seeds));
            });
  }

  private void check(RowMethod method, String where, Supplier<List<Problem>> check) {
    problems.attempt(method.location(), check).orElse(List.of()).stream()
        .map(method.location()::locate)
        .map(p -> new Problem(p.path(), p.value(), p.allowed() + where))
        .forEach(problems::add);
  }
}
