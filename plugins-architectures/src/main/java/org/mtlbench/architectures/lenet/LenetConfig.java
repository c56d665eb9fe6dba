package org.mtlbench.architectures.lenet;

import java.util.List;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;

/** Config of {@code lenet}. */
public record LenetConfig(
    @ConfigKey(
            value = "output channels of each convolution; one stage per entry",
            allowed = "a list of whole numbers, at least 1")
        List<Integer> channels,
    @ConfigKey(value = "side of the square kernels", allowed = "at least 1") int kernel,
    @ConfigKey(value = "width of the feature that heads read", allowed = "at least 1")
        int features) {
  public LenetConfig {
    channels = List.copyOf(channels);
    Checks.start()
        .that(
            !channels.isEmpty() && channels.stream().allMatch(c -> c >= 1),
            "channels",
            channels,
            "a list of whole numbers, at least 1")
        .count("kernel", kernel)
        .count("features", features)
        .finish();
  }
}
