package @{package};

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.stream.Stream;
import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.api.architecture.Backbone;
import org.mtlbench.api.architecture.Blueprint;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.architecture.StagedNetwork;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.plugin.Bundle;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.plugin.Registry;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.toolbox.backbone.SharedTrunk;

/** Hard parameter sharing: a trunk shared by all tasks, and one head per task. */
public final class @{Name}Plugin implements ArchitecturePlugin<@{Name}Plugin.Config> {
  /** Contributes the plugin; listed in META-INF/services. */
  public static final class Contribution implements Bundle {
    @Override
    public void contribute(Registry registry) {
      registry.architecture(new @{Name}Plugin());
    }
  }

  /** The config, without keys. A component needs an {@code @ConfigKey} and a default. */
  public record Config() {}

  @Override
  public Descriptor descriptor() {
    String citation = "";
    return new Descriptor(
        "@{id}", "@{title}", citation, List.of("shared trunk", "one head per task"));
  }

  @Override
  public Config defaults() {
    return new Config();
  }

  /**
   * Shapes and multiply-adds of the network of {@link #create}, which the contract test compares. A
   * backbone that does not fit is rejected here with an InvalidConfigException.
   */
  @Override
  public Blueprint blueprint(Config config, Backbone backbone, DatasetFacts dataset) {
    return SharedTrunk.blueprint(backbone, dataset);
  }

  @Override
  public Network create(
      Config config,
      Backbone backbone,
      DatasetFacts dataset,
      NDManager manager,
      Randomness random) {
    return new Shared(SharedTrunk.of(backbone, dataset, manager, random));
  }

  private record Shared(SharedTrunk parts) implements StagedNetwork {
    @Override
    public int tasks() {
      return parts.heads().size();
    }

    @Override
    public int stages() {
      return parts.stages().size();
    }

    @Override
    public NDArray stage(int stage, NDArray x, ForwardMode mode) {
      return parts.stages().get(stage).forward(x, mode);
    }

    /** The input of the task's head: the feature of the trunk. */
    @Override
    public NDArray fuse(int task, NDArray shared, NDArray input, ForwardMode mode) {
      return shared;
    }

    @Override
    public NDArray head(int task, NDArray feature, ForwardMode mode) {
      return parts.heads().get(task).forward(feature, mode);
    }

    @Override
    public List<Parameter> parameters() {
      return Stream.concat(parts.stages().stream(), parts.heads().stream())
          .flatMap(chain -> chain.parameters().stream())
          .toList();
    }
  }
}
