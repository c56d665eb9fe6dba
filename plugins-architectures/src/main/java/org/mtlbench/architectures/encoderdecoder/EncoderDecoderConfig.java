package org.mtlbench.architectures.encoderdecoder;

import java.util.List;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.toolbox.network.Upsampling;

/** Config of {@code encoder-decoder}. */
public record EncoderDecoderConfig(
    @ConfigKey(
            value =
                "channels of the encoder's stages, which halve height and width; the decoder has"
                    + " the same in reverse",
            allowed = "a list of whole numbers, at least 1")
        List<Integer> channels,
    @ConfigKey("how the decoder resizes") Upsampling.Mode upsampling) {
  public EncoderDecoderConfig {
    channels = List.copyOf(channels);
    Checks.start()
        .that(
            !channels.isEmpty() && channels.stream().allMatch(c -> c >= 1),
            "channels",
            channels,
            "a list of whole numbers, at least 1")
        .finish();
  }
}
