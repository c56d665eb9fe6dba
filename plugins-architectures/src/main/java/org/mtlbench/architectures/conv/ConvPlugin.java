package org.mtlbench.architectures.conv;

import java.util.List;
import org.mtlbench.api.architecture.Backbone;
import org.mtlbench.api.architecture.BackbonePlugin;
import org.mtlbench.api.dataset.InputSpec;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.architectures.ConvolutionStages;

/**
 * Two convolutions with max pooling and batch normalisation, and a linear layer, as used by
 * Hotegni, Berkemeier and Peitz (2024) for Cifar10Mnist.
 */
public final class ConvPlugin implements BackbonePlugin<ConvConfig> {
  private static final String ID = "conv";

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        ID,
        "Convolutional",
        "Hotegni, Berkemeier and Peitz, \"Multi-Objective Optimization for Sparse Deep Multi-Task Learning\", IJCNN 2024, arXiv 2308.12243",
        List.of("images", "flat feature", "batch normalisation"));
  }

  @Override
  public ConvConfig defaults() {
    return new ConvConfig(List.of(16, 32), 3, 32);
  }

  @Override
  public Backbone of(ConvConfig config, InputSpec input) {
    return ConvolutionStages.of(
        ID, input.shape(), config.channels(), config.kernel(), true, config.features());
  }
}
