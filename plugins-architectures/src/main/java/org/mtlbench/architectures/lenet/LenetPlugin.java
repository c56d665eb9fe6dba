package org.mtlbench.architectures.lenet;

import java.util.List;
import org.mtlbench.api.architecture.Backbone;
import org.mtlbench.api.architecture.BackbonePlugin;
import org.mtlbench.api.dataset.InputSpec;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.architectures.ConvolutionStages;

/**
 * Two convolutions with max pooling and a linear layer, in the form used by Hotegni, Berkemeier and
 * Peitz (2024) for MultiMNIST.
 */
public final class LenetPlugin implements BackbonePlugin<LenetConfig> {
  private static final String ID = "lenet";

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        ID,
        "LeNet",
        "LeCun, Bottou, Bengio and Haffner, \"Gradient-Based Learning Applied to Document Recognition\", Proceedings of the IEEE 1998",
        List.of("images", "flat feature"));
  }

  @Override
  public LenetConfig defaults() {
    return new LenetConfig(List.of(10, 20), 5, 50);
  }

  @Override
  public Backbone of(LenetConfig config, InputSpec input) {
    return ConvolutionStages.of(
        ID, input.shape(), config.channels(), config.kernel(), false, config.features());
  }
}
