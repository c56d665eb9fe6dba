package org.mtlbench.api.architecture;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.task.Target;

/** The layers from which every architecture makes its networks on a dataset. */
public interface Backbone {
  /** The shape of one example that the first stage reads, without the batch axis. */
  Shape input();

  /**
   * The layers from the input to the feature that heads read, in stages: consecutive blocks, each
   * read by the next. At least one.
   */
  List<List<LayerSpec>> stages();

  /**
   * The layers from the feature to the raw outputs of a task: (N, outputs) for a target of one
   * value or vector per example, (N, outputs, H, W) for one per pixel.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException if the backbone has no head for such a
   *     target
   */
  List<LayerSpec> head(Target target);
}
