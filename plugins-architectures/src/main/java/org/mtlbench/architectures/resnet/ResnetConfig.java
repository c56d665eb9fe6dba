package org.mtlbench.architectures.resnet;

import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;

/** Config of {@code resnet}. */
public record ResnetConfig(
    @ConfigKey(value = "layers with parameters, including the head", allowed = "6n + 2, at least 8")
        int depth,
    @ConfigKey(
            value = "channels of the first of three stacks; the others have 2 and 4 times",
            allowed = "at least 1")
        int width) {
  private static final int LAYERS_PER_BLOCK_OF_EACH_STACK = 6;

  public ResnetConfig {
    Checks.start()
        .that(
            depth >= 8 && depth <= 1_000_000 && depth % LAYERS_PER_BLOCK_OF_EACH_STACK == 2,
            "depth",
            depth,
            "6n + 2, at least 8: 20, 32, 44, 56, 110")
        .count("width", width)
        .finish();
  }

  /** The number of residual blocks per stack, n. */
  int blocks() {
    return depth / LAYERS_PER_BLOCK_OF_EACH_STACK;
  }
}
