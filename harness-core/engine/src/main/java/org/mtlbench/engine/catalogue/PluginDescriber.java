package org.mtlbench.engine.catalogue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
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
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.plugin.Plugin;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.engine.plugins.CallKind;
import org.mtlbench.engine.plugins.Configured;
import org.mtlbench.engine.plugins.NetworkFactory;
import org.mtlbench.engine.plugins.PluginChoice;
import org.mtlbench.engine.plugins.PluginRegistry;
import org.mtlbench.engine.plugins.Reasons;
import org.mtlbench.toolbox.backbone.SharedTrunk;
import org.mtlbench.toolbox.config.ConfigBinder;
import org.mtlbench.toolbox.procedure.Procedures;

/**
 * Describes plugins beyond their descriptors, using their default configs. For plugins of jars, all
 * calls that planning needs are made, so that failures are found.
 */
final class PluginDescriber {
  private static final ObjectNode DEFAULTS = JsonNodeFactory.instance.objectNode();
  private static final String BY_CONFIG = "tasks and inputs depend on its config and files";
  private static final String TASKS_KEY =
      "key tasks: the names of the tasks to use, in this order; all tasks if omitted";

  private enum Kind {
    WEIGHTING("a weighting: computes task weights from losses"),
    AGGREGATION("an aggregation: computes the update direction from the trunk's task gradients"),
    PROCEDURE("a procedure: defines its own phases"),
    UNKNOWN("of unknown kind: its defaults do not fit any dataset");

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

  /** The description of a plugin: a short phrase and detailed lines. */
  private record Nature(String brief, List<String> lines) {}

  private final PluginRegistry registry;
  private final DataAccess access;
  private final List<Configured.Dataset<?>> datasets = new ArrayList<>();

  /**
   * Reads the facts of all datasets, which are needed for examples.
   *
   * @param access location of the files that datasets read for their facts
   */
  PluginDescriber(PluginRegistry registry, DataAccess access) {
    this.registry = registry;
    this.access = access;
    for (DatasetPlugin<?> plugin : registry.datasets().values()) {
      try {
        datasets.add(bound(plugin));
      } catch (RuntimeException | LinkageError e) {
        // reported in its own row
        registry.caught(e);
      }
    }
  }

  private Configured.Dataset<?> bound(DatasetPlugin<?> plugin) {
    registry.calling(CallKind.FACTS, plugin);
    return Configured.dataset(plugin, DEFAULTS, "", access);
  }

  PluginDetails details(PluginInfo info, Plugin<?> plugin) {
    registry.calling(CallKind.DEFAULTS, plugin);
    Record defaults = plugin.defaults();
    var keys = ConfigBinder.describe(defaults);
    Nature nature;
    Optional<String> failure = Optional.empty();
    try {
      if (info.jar().isPresent()) {
        registry.calling(CallKind.CONFIG, plugin);
        ConfigBinder.bind(defaults, ConfigBinder.toTree(defaults), "");
      }
      nature = nature(plugin, info.jar().isPresent());
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      // one plugin that fails must not hide the others
      registry.caught(e);
      failure = Optional.of(Reasons.of(e));
      nature = new Nature("fails", List.of("fails with its defaults: " + failure.get()));
    }
    registry.called();
    return new PluginDetails(info, nature.brief(), nature.lines(), keys, failure);
  }

  private Nature nature(Plugin<?> plugin, boolean foreign) {
    if (plugin instanceof DatasetPlugin<?> dataset) {
      return nature(dataset);
    }
    if (plugin instanceof ArchitecturePlugin<?> architecture) {
      if (foreign) {
        firstFit(data -> network(architecture, data));
      }
      return new Nature(
          "network",
          List.of(
              "key backbone: the id of a backbone, or a mapping of its id and config; that of the dataset"
                  + " if omitted"));
    }
    if (plugin instanceof BackbonePlugin<?> backbone) {
      if (foreign) {
        firstFit(data -> layers(backbone, data));
      }
      return new Nature("layers", List.of());
    }
    MethodPlugin<?> method = (MethodPlugin<?>) plugin;
    return firstFit(data -> example(method, data, foreign))
        .map(PluginDescriber::nature)
        .orElse(new Nature(Kind.UNKNOWN.word(), List.of(Kind.UNKNOWN.sentence)));
  }

  private Nature nature(DatasetPlugin<?> plugin) {
    try {
      DatasetFacts facts = bound(plugin).facts();
      return new Nature(count(facts.tasks().size(), "task"), lines(facts));
    } catch (InvalidConfigException e) {
      // for example, its defaults name no files
      return new Nature("tasks by config", List.of(BY_CONFIG, TASKS_KEY));
    }
  }

  /**
   * Applies a function to the first dataset that the plugin accepts; empty if it accepts none.
   *
   * @throws RuntimeException an exception of the plugin other than a rejection, if it accepts none
   */
  private <T> Optional<T> firstFit(Function<Configured.Dataset<?>, T> make) {
    Optional<RuntimeException> thrown = Optional.empty();
    for (Configured.Dataset<?> dataset : datasets) {
      try {
        return Optional.of(make.apply(dataset));
      } catch (RuntimeException e) {
        // the plugin may be meant for other datasets
        boolean rejected = e instanceof InvalidConfigException;
        thrown = rejected ? thrown : Optional.of(thrown.orElse(e));
      }
    }
    thrown.ifPresent(
        e -> {
          throw e;
        });
    return Optional.empty();
  }

  private NetworkFactory network(ArchitecturePlugin<?> plugin, Configured.Dataset<?> data) {
    return NetworkFactory.of(
        registry, data, Configured.architecture(registry, plugin, DEFAULTS, ""));
  }

  private Backbone layers(BackbonePlugin<?> plugin, Configured.Dataset<?> data) {
    registry.calling(CallKind.EXAMPLE, plugin, data.plugin());
    Backbone backbone = Configured.backbone(plugin, DEFAULTS, "").of(data.facts().input());
    SharedTrunk.blueprint(backbone, data.facts());
    return backbone;
  }

  private Method example(MethodPlugin<?> plugin, Configured.Dataset<?> data, boolean foreign) {
    DatasetFacts facts = data.facts();
    Configured.Backbone<?> suggested =
        Configured.backbone(registry, PluginChoice.defaults(""), facts);
    registry.calling(CallKind.EXAMPLE, plugin, suggested.plugin(), data.plugin());
    // a network with shared trunk and heads, which all methods support
    Backbone backbone = suggested.of(facts.input());
    BlueprintSource networks =
        tasks ->
            SharedTrunk.blueprint(backbone, tasks.length == 0 ? facts : facts.onlyTasks(tasks));
    return create(plugin, facts, networks, foreign);
  }

  private static <C extends Record> Method create(
      MethodPlugin<C> plugin, DatasetFacts facts, BlueprintSource networks, boolean foreign) {
    C config = plugin.defaults();
    Method made = plugin.create(config, new MethodContext(facts, networks, new Randomness(0)));
    if (foreign) {
      plugin.check(config, facts);
      plugin.checkNetwork(config, networks.of());
      plugin.ownSearch(config);
      Procedures.of(made, facts.tasks().size()).phases(Budget.FULL);
    }
    return made;
  }

  private static Nature nature(Method method) {
    Kind kind = Kind.of(method);
    List<String> lines = new ArrayList<>();
    lines.add(kind.sentence);
    if (method instanceof Aggregation aggregation && !aggregation.claims().isEmpty()) {
      lines.add(
          "its direction is "
              + aggregation.claims().stream()
                  .sorted()
                  .map(Claim::displayName)
                  .collect(Collectors.joining(", ")));
    }
    return new Nature(kind.word(), lines);
  }

  private static List<String> lines(DatasetFacts facts) {
    String tasks =
        facts.tasks().stream()
            .map(task -> task.name() + " (" + task.outputs() + ")")
            .collect(Collectors.joining(", "));
    return List.of(
        "tasks, with their outputs: " + tasks,
        String.format(
            "inputs of shape %s: %d for training, %d for validation, %d for testing",
            facts.input().shape(), facts.trainSize(), facts.validationSize(), facts.testSize()),
        "suggested backbone: " + facts.backbone(),
        TASKS_KEY);
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
