package org.mtlbench.architectures.segnet;

import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.toolbox.network.Upsampling;

/** Config of {@code segnet}. */
public record SegnetConfig(
    @ConfigKey(
            value =
                "channels of the first block; the others have 2, 4, 8 and 8 times as many, the"
                    + " feature as many",
            allowed = "at least 1")
        int width,
    @ConfigKey(
            value = "blocks of the encoder, each halving height and width, and of the decoder",
            allowed = "1 to 5")
        int blocks,
    @ConfigKey("upsampling of the decoder") Upsampling.Mode upsampling) {
  static final int MAX_BLOCKS = 5;

  public SegnetConfig {
    Checks.start()
        .count("width", width)
        .that(blocks >= 1 && blocks <= MAX_BLOCKS, "blocks", blocks, "1 to " + MAX_BLOCKS)
        .finish();
  }
}
