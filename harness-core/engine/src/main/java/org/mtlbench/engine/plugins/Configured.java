package org.mtlbench.engine.plugins;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.api.architecture.BackbonePlugin;
import org.mtlbench.api.architecture.Blueprint;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.InputSpec;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.plugin.Plugin;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.toolbox.config.ConfigBinder;
import org.mtlbench.toolbox.config.Nearest;
import org.mtlbench.toolbox.procedure.Procedures;

/**
 * Plugins with their bound configs. Each type captures the plugin's config type, so that callers
 * use {@code Configured.Method<?>} and need no type parameter.
 *
 * <p>The factory methods throw {@link InvalidConfigException} if the plugin is missing or rejects
 * its config; {@code path} is the path of the config in messages.
 */
public final class Configured {
  /** The key of an architecture's config for the backbone. */
  public static final String BACKBONE = "backbone";

  /** The key of a dataset's config for the selected tasks. */
  public static final String TASKS = "tasks";

  private Configured() {}

  /**
   * A dataset with its config.
   *
   * @param tasks indices of the selected tasks; empty for all
   * @param facts facts with the selected tasks
   */
  public record Dataset<C extends Record>(
      DatasetPlugin<C> plugin,
      C config,
      PluginChoice choice,
      List<Integer> tasks,
      DatasetFacts facts) {
    /** A copy with another name in tables. */
    public Dataset<C> named(String name) {
      PluginChoice other = new PluginChoice(choice.id(), name, choice.config());
      return new Dataset<>(plugin, config, other, tasks, facts);
    }

    /** Opens the dataset for training. */
    public org.mtlbench.api.dataset.Dataset open(DataAccess access, NDManager manager) {
      return select(plugin.open(config, access, manager));
    }

    /** The selected tasks of the opened dataset. */
    public org.mtlbench.api.dataset.Dataset select(org.mtlbench.api.dataset.Dataset all) {
      return tasks.isEmpty() ? all : new SelectedTasks(all, tasks);
    }

    /** Examples of the opened dataset with the labels of the selected tasks. */
    public Examples select(Examples all) {
      return tasks.isEmpty() ? all : SelectedTasks.select(all, tasks);
    }
  }

  /** An architecture with its config. */
  public record Architecture<C extends Record>(
      ArchitecturePlugin<C> plugin, C config, PluginChoice choice) {
    /** A copy with another name in tables. */
    public Architecture<C> named(String name) {
      PluginChoice other = new PluginChoice(choice.id(), name, choice.config());
      return new Architecture<>(plugin, config, other);
    }

    Blueprint blueprint(org.mtlbench.api.architecture.Backbone backbone, DatasetFacts facts) {
      return plugin.blueprint(config, backbone, facts);
    }

    Network create(
        org.mtlbench.api.architecture.Backbone backbone,
        DatasetFacts facts,
        NDManager manager,
        Randomness random) {
      return plugin.create(config, backbone, facts, manager, random);
    }
  }

  /** A backbone with its config. */
  public record Backbone<C extends Record>(
      BackbonePlugin<C> plugin, C config, PluginChoice choice) {
    /** The backbone for inputs of a shape. */
    public org.mtlbench.api.architecture.Backbone of(InputSpec input) {
      return plugin.of(config, input);
    }
  }

  /** A method with its config. */
  public record Method<C extends Record>(MethodPlugin<C> plugin, C config, PluginChoice choice) {
    /** The problems of the config on a dataset. */
    public List<Problem> check(DatasetFacts facts) {
      return plugin.check(config, facts);
    }

    /** The problems of the config on an architecture. */
    public List<Problem> checkNetwork(Blueprint network) {
      return plugin.checkNetwork(config, network);
    }

    /** The keys whose values the method tunes itself, each with the reason. */
    public Map<String, String> ownSearch() {
      return plugin.ownSearch(config);
    }

    /**
     * A copy with other values in the config.
     *
     * @param values by config key
     * @throws InvalidConfigException if the config rejects them
     */
    public Method<C> with(ObjectNode values) {
      ObjectNode tree = ConfigBinder.toTree(config);
      tree.setAll(values);
      return method(plugin, tree, "");
    }

    /** Creates a procedure, which is not opened yet. */
    public Procedure procedure(NetworkFactory networks, Randomness random) {
      DatasetFacts facts = networks.facts();
      return Procedures.of(
          plugin.create(config, new MethodContext(facts, networks, random)), facts.tasks().size());
    }
  }

  /**
   * Binds the config of a dataset, reads its facts, for which it may read files, and selects the
   * tasks given by the key {@value #TASKS}. A selection of all tasks in their order is not part of
   * the effective config.
   *
   * @throws InvalidConfigException also if such a file is missing or invalid
   */
  public static <C extends Record> Dataset<C> dataset(
      DatasetPlugin<C> plugin, ObjectNode values, String path, DataAccess access) {
    C config = datasetConfig(plugin, values, path);
    try {
      return dataset(plugin, config, values.get(TASKS), access);
    } catch (InvalidConfigException e) {
      throw e.under(path);
    }
  }

  private static <C extends Record> Dataset<C> dataset(
      DatasetPlugin<C> plugin, C config, JsonNode written, DataAccess access) {
    PluginChoice choice = choice(plugin, config);
    DatasetFacts all = plugin.facts(config, access);
    List<Integer> chosen = written == null ? List.of() : SelectedTasks.choose(written, all.tasks());
    if (chosen.isEmpty()) {
      return new Dataset<>(plugin, config, choice, chosen, all);
    }
    ArrayNode names = choice.config().putArray(TASKS);
    chosen.forEach(task -> names.add(all.tasks().get(task).name()));
    DatasetFacts facts = all.onlyTasks(chosen.stream().mapToInt(Integer::intValue).toArray());
    return new Dataset<>(plugin, config, choice, chosen, facts);
  }

  /**
   * Binds the config of an architecture and of the backbone given by the key {@value #BACKBONE},
   * which is part of the architecture's effective config.
   */
  public static <C extends Record> Architecture<C> architecture(
      PluginRegistry registry, ArchitecturePlugin<C> plugin, ObjectNode values, String path) {
    ObjectNode own = values.deepCopy();
    JsonNode written = own.remove(BACKBONE);
    registry.calling(CallKind.CONFIG, plugin);
    C config = ConfigBinder.bind(plugin.defaults(), own, path);
    PluginChoice choice = choice(plugin, config);
    if (written != null) {
      choice.config().set(BACKBONE, BackboneEntry.of(written).bind(registry).choice().tree());
    }
    return new Architecture<>(plugin, config, choice);
  }

  /** Binds the config of a backbone. */
  public static <C extends Record> Backbone<C> backbone(
      BackbonePlugin<C> plugin, ObjectNode values, String path) {
    C config = ConfigBinder.bind(plugin.defaults(), values, path);
    return new Backbone<>(plugin, config, choice(plugin, config));
  }

  /**
   * The backbone of an architecture on a dataset: that of its config, otherwise the one suggested
   * by the dataset.
   */
  public static Backbone<?> backbone(
      PluginRegistry registry, PluginChoice architecture, DatasetFacts facts) {
    JsonNode own = architecture.config().get(BACKBONE);
    return (own == null ? BackboneEntry.of(facts.backbone()) : BackboneEntry.of(own))
        .bind(registry);
  }

  /** Binds the config of a method. */
  public static <C extends Record> Method<C> method(
      MethodPlugin<C> plugin, ObjectNode values, String path) {
    C config = ConfigBinder.bind(plugin.defaults(), values, path);
    return new Method<>(plugin, config, choice(plugin, config));
  }

  /** Binds only the config of a dataset, without reading files. */
  public static <C extends Record> C datasetConfig(
      DatasetPlugin<C> plugin, ObjectNode values, String path) {
    ObjectNode own = values.deepCopy();
    own.remove(TASKS);
    return ConfigBinder.bind(plugin.defaults(), own, path);
  }

  /** The dataset of a planned cell. */
  public static Dataset<?> dataset(
      PluginRegistry registry, PluginChoice choice, DataAccess access) {
    return dataset(
        find("dataset", registry.datasets(), choice.id()),
        choice.config(),
        "dataset.config",
        access);
  }

  /** The architecture of a planned cell. */
  public static Architecture<?> architecture(PluginRegistry registry, PluginChoice choice) {
    return architecture(
        registry,
        find("architecture", registry.architectures(), choice.id()),
        choice.config(),
        "architecture.config");
  }

  /** The method of a planned cell. */
  public static Method<?> method(PluginRegistry registry, PluginChoice choice) {
    return method(
        find("method", registry.methods(), choice.id()), choice.config(), "method.config");
  }

  static <P> P find(String kind, Map<String, P> plugins, String id) {
    P found = plugins.get(id);
    if (found == null) {
      throw new InvalidConfigException(kind, id, Nearest.allowed(id, plugins.keySet()));
    }
    return found;
  }

  private static PluginChoice choice(Plugin<?> plugin, Record config) {
    return new PluginChoice(plugin.descriptor().id(), ConfigBinder.toTree(config));
  }
}
