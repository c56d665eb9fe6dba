package org.mtlbench.api.architecture;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.task.Target;

/** The layers from which architectures build networks for a dataset. */
public interface Backbone {
  /** The input shape of the first stage for one example, without the batch axis. */
  Shape input();

  /**
   * The layers from the input to the feature that heads read, in stages: consecutive blocks, at
   * least one.
   */
  List<List<LayerSpec>> stages();

  /**
   * The layers from the feature to the raw outputs of a task: (N, outputs) for a target with one
   * value or vector per example, (N, outputs, H, W) for one per pixel.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException if the backbone has no head for such a
   *     target
   */
  List<LayerSpec> head(Target target);
}
