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

/** Creates the networks of an architecture on a dataset. Blueprints are cached. */
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
   * Checks that an architecture, its backbone and a dataset are compatible.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException if they are not, or the backbone
   *     suggested by the dataset is missing
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

  /** The facts of the dataset. */
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
   * Creates a network with new parameters.
   *
   * @param tasks indices of the tasks; all tasks if empty
   */
  public Network create(NDManager manager, Randomness random, int... tasks) {
    return architecture.create(backbone, serving(tasks), manager, random);
  }

  /**
   * Creates a network of all tasks with further input channels.
   *
   * @param channels number of channels before those of the dataset's input, at least 1
   * @throws org.mtlbench.api.config.InvalidConfigException if the backbone cannot read such inputs
   */
  public Network createWider(NDManager manager, Randomness random, int channels) {
    DatasetFacts wider = facts().wider(channels);
    return architecture.create(configured.of(wider.input()), wider, manager, random);
  }

  private DatasetFacts serving(int... tasks) {
    return tasks.length == 0 ? facts() : facts().onlyTasks(tasks);
  }
}
