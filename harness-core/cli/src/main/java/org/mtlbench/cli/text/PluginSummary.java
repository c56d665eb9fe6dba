package org.mtlbench.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.api.architecture.Backbone;
import org.mtlbench.api.architecture.BackbonePlugin;
import org.mtlbench.api.architecture.BlueprintSource;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.DatasetPlugin;
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
import org.mtlbench.toolbox.backbone.SharedTrunk;

/**
 * Describes a plugin beyond its descriptor, using its default config.
 *
 * @param access location of the files that datasets read for their facts
 */
record PluginSummary(PluginRegistry registry, DataAccess access) {
  private static final String BY_CONFIG = "tasks and inputs depend on its config and files";
  private static final String TASKS_KEY =
      "key tasks: the names of the tasks to use, in this order; all of them if it is left out";

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

  /** In a word or two. */
  String brief(Plugin<?> plugin) {
    if (plugin instanceof DatasetPlugin<?> dataset) {
      try {
        return Formatting.count(facts(dataset).tasks().size(), "task");
      } catch (InvalidConfigException e) {
        return "tasks by config";
      } catch (RuntimeException | LinkageError e) {
        // one plugin that fails must not hide the others
        return "fails: " + Reasons.of(e);
      }
    }
    if (plugin instanceof ArchitecturePlugin<?>) {
      return "network";
    }
    if (plugin instanceof BackbonePlugin<?>) {
      return "layers";
    }
    return example((MethodPlugin<?>) plugin).map(Kind::of).orElse(Kind.UNKNOWN).word();
  }

  /** Line by line. */
  List<String> lines(Plugin<?> plugin) {
    if (plugin instanceof DatasetPlugin<?> dataset) {
      try {
        return lines(facts(dataset));
      } catch (InvalidConfigException e) {
        return List.of(BY_CONFIG, TASKS_KEY);
      }
    }
    if (plugin instanceof ArchitecturePlugin<?>) {
      return List.of(
          "key backbone: the id of a backbone, or a mapping of its id and config; the dataset's"
              + " if it is left out");
    }
    if (plugin instanceof MethodPlugin<?> method) {
      return example(method).map(PluginSummary::lines).orElse(List.of(Kind.UNKNOWN.sentence));
    }
    return List.of();
  }

  private static List<String> lines(DatasetFacts facts) {
    List<String> lines = new ArrayList<>();
    String tasks =
        facts.tasks().stream()
            .map(task -> task.name() + " (" + task.outputs() + ")")
            .collect(Collectors.joining(", "));
    lines.add("tasks, with their outputs: " + tasks);
    lines.add(
        String.format(
            "inputs of shape %s: %d for training, %d for validation, %d for testing",
            facts.input().shape(), facts.trainSize(), facts.validationSize(), facts.testSize()));
    lines.add("suggested backbone: " + facts.backbone());
    lines.add(TASKS_KEY);
    return lines;
  }

  private <C extends Record> DatasetFacts facts(DatasetPlugin<C> plugin) {
    return plugin.facts(plugin.defaults(), access);
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
  private Optional<Method> example(MethodPlugin<?> plugin) {
    return registry.datasets().values().stream()
        .flatMap(dataset -> example(plugin, dataset).stream())
        .findFirst();
  }

  private Optional<Method> example(MethodPlugin<?> plugin, DatasetPlugin<?> dataset) {
    try {
      DatasetFacts facts = facts(dataset);
      BackbonePlugin<?> backbone = registry.backbones().get(facts.backbone());
      return Optional.of(create(plugin, facts, backbone(backbone, facts)));
    } catch (RuntimeException | LinkageError e) {
      return Optional.empty();
    }
  }

  private static <C extends Record> Backbone backbone(
      BackbonePlugin<C> plugin, DatasetFacts facts) {
    return plugin.of(plugin.defaults(), facts.input());
  }

  /** For the network of a shared trunk and heads, which every method takes. */
  private static <C extends Record> Method create(
      MethodPlugin<C> plugin, DatasetFacts facts, Backbone backbone) {
    BlueprintSource networks =
        tasks ->
            SharedTrunk.blueprint(backbone, tasks.length == 0 ? facts : facts.onlyTasks(tasks));
    return plugin.create(plugin.defaults(), new MethodContext(facts, networks, new Randomness(0)));
  }
}
