package org.mtlbench.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.layer.NetworkSpec;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.Claim;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.method.Weighting;
import org.mtlbench.api.plugin.Plugin;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.engine.plugins.PluginRegistry;
import org.mtlbench.engine.plugins.Reasons;

/** What can be told of a plugin beyond what it says of itself, by its defaults. */
final class PluginNature {
  private enum Kind {
    WEIGHTING("a weighting: turns task losses into weights"),
    AGGREGATION("an aggregation: turns the trunk's task gradients into a direction"),
    PROCEDURE("a procedure: has phases of its own"),
    UNKNOWN("of a kind that only a dataset it fits would show");

    private final String sentence;

    Kind(String sentence) {
      this.sentence = sentence;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(Method method) {
      if (method instanceof Weighting) {
        return WEIGHTING;
      }
      return method instanceof Aggregation ? AGGREGATION : PROCEDURE;
    }
  }

  private PluginNature() {}

  /** In a word or two. */
  static String brief(Plugin<?> plugin, PluginRegistry registry) {
    if (plugin instanceof DatasetPlugin<?> dataset) {
      try {
        return Words.count(facts(dataset).tasks().size(), "task");
      } catch (RuntimeException | LinkageError e) {
        // one plugin that fails must not hide the others
        return "fails: " + Reasons.of(e);
      }
    }
    if (plugin instanceof ArchitecturePlugin<?>) {
      return "network";
    }
    return example((MethodPlugin<?>) plugin, registry).map(Kind::of).orElse(Kind.UNKNOWN).word();
  }

  /** Line by line. */
  static List<String> lines(Plugin<?> plugin, PluginRegistry registry) {
    if (plugin instanceof DatasetPlugin<?> dataset) {
      return lines(facts(dataset));
    }
    if (plugin instanceof MethodPlugin<?> method) {
      return example(method, registry)
          .map(PluginNature::lines)
          .orElse(List.of(Kind.UNKNOWN.sentence));
    }
    return List.of();
  }

  private static List<String> lines(DatasetFacts facts) {
    List<String> lines = new ArrayList<>();
    NetworkSpec network = facts.network();
    String tasks =
        facts.tasks().stream()
            .map(task -> task.name() + " (" + task.outputs() + ")")
            .collect(Collectors.joining(", "));
    lines.add("tasks, with their outputs: " + tasks);
    lines.add(
        String.format(
            "images of %d x %d x %d: %d for training, %d for validation, %d for testing",
            network.channels(),
            network.height(),
            network.width(),
            facts.trainSize(),
            facts.validationSize(),
            facts.testSize()));
    return lines;
  }

  private static <C extends Record> DatasetFacts facts(DatasetPlugin<C> plugin) {
    return plugin.facts(plugin.defaults());
  }

  private static List<String> lines(Method method) {
    List<String> lines = new ArrayList<>();
    lines.add(Kind.of(method).sentence);
    if (method instanceof Aggregation aggregation && !aggregation.claims().isEmpty()) {
      lines.add(
          "its direction is "
              + aggregation.claims().stream()
                  .sorted()
                  .map(Claim::words)
                  .collect(Collectors.joining(", ")));
    }
    return lines;
  }

  /** What a plugin makes for one of the datasets; absent if its defaults fit none of them. */
  private static Optional<Method> example(MethodPlugin<?> plugin, PluginRegistry registry) {
    return registry.datasets().values().stream()
        .flatMap(dataset -> example(plugin, dataset).stream())
        .findFirst();
  }

  private static Optional<Method> example(MethodPlugin<?> plugin, DatasetPlugin<?> dataset) {
    try {
      return Optional.of(create(plugin, facts(dataset)));
    } catch (RuntimeException | LinkageError e) {
      return Optional.empty();
    }
  }

  private static <C extends Record> Method create(MethodPlugin<C> plugin, DatasetFacts facts) {
    return plugin.create(plugin.defaults(), new MethodContext(facts, new Randomness(0)));
  }
}
