package org.mtlbench.engine.plugins;

import ai.djl.ndarray.NDManager;
import org.mtlbench.api.architecture.Backbone;
import org.mtlbench.api.architecture.Blueprint;
import org.mtlbench.api.architecture.BlueprintSource;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.random.Randomness;

/**
 * The networks of an architecture on a dataset.
 *
 * @param architecture the architecture
 * @param backbone the layers that it builds from
 * @param facts of the dataset
 */
public record NetworkFactory(
    Configured.Architecture<?> architecture, Backbone backbone, DatasetFacts facts)
    implements BlueprintSource {
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
    DatasetFacts facts = dataset.facts();
    Configured.Backbone<?> bound =
        Configured.backbone(registry, architecture.choice(), dataset.facts());
    NetworkFactory networks = new NetworkFactory(architecture, bound.of(facts.input()), facts);
    networks.of();
    return networks;
  }

  @Override
  public Blueprint of(int... tasks) {
    return architecture.blueprint(backbone, serving(tasks));
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
    return tasks.length == 0 ? facts : facts.onlyTasks(tasks);
  }
}
