package org.mtlbench.engine.plugins;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mtlbench.api.architecture.Backbone;
import org.mtlbench.api.architecture.Blueprint;
import org.mtlbench.api.architecture.BlueprintSource;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.plugin.Plugin;
import org.mtlbench.api.random.Randomness;

/** The networks of an architecture on a dataset. Each blueprint is made once. */
public final class NetworkFactory implements BlueprintSource {
  private final Configured.Architecture<?> architecture;
  private final Configured.Backbone<?> configured;
  private final Backbone backbone;
  private final Configured.Dataset<?> dataset;
  private final Map<List<Integer>, Blueprint> blueprints = new ConcurrentHashMap<>();

  private NetworkFactory(
      Configured.Architecture<?> architecture,
      Configured.Backbone<?> configured,
      Configured.Dataset<?> dataset) {
    this.architecture = architecture;
    this.configured = configured;
    this.backbone = configured.of(dataset.facts().input());
    this.dataset = dataset;
  }

  /**
   * Checks that an architecture, its backbone and a dataset fit together.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException if they do not, or the backbone that the
   *     dataset suggests is missing
   */
  public static NetworkFactory of(
      PluginRegistry registry,
      Configured.Dataset<?> dataset,
      Configured.Architecture<?> architecture) {
    Configured.Backbone<?> bound =
        Configured.backbone(registry, architecture.choice(), dataset.facts());
    registry.calling(CallKind.NETWORK, architecture.plugin(), bound.plugin(), dataset.plugin());
    NetworkFactory networks = new NetworkFactory(architecture, bound, dataset);
    networks.of();
    return networks;
  }

  /** What is known of the dataset. */
  public DatasetFacts facts() {
    return dataset.facts();
  }

  /** The backbone, with its config. */
  public PluginChoice backbone() {
    return configured.choice();
  }

  /** The architecture, its backbone and the dataset. */
  public List<Plugin<?>> plugins() {
    return List.of(architecture.plugin(), configured.plugin(), dataset.plugin());
  }

  @Override
  public Blueprint of(int... tasks) {
    List<Integer> key = Arrays.stream(tasks).boxed().toList();
    Blueprint known = blueprints.get(key);
    if (known == null) {
      known = architecture.blueprint(backbone, serving(tasks));
      blueprints.put(key, known);
    }
    return known;
  }

  /**
   * A network with fresh parameters.
   *
   * @param tasks the dataset's tasks that it serves, as indices; all of them if none is named
   */
  public Network create(NDManager manager, Randomness random, int... tasks) {
    return architecture.create(backbone, serving(tasks), manager, random);
  }

  private DatasetFacts serving(int... tasks) {
    return tasks.length == 0 ? facts() : facts().onlyTasks(tasks);
  }
}
