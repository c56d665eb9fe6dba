package org.mtlbench.datasets.images;

import java.util.Collections;
import java.util.List;

/**
 * Mean and standard deviation of each channel's pixels in [0, 1].
 *
 * @param means one per channel
 * @param deviations one per channel, above 0
 */
public record Normalisation(List<Double> means, List<Double> deviations) {
  private static final double WHITE = 255;

  /** Checks that every channel has both. */
  public Normalisation {
    means = List.copyOf(means);
    deviations = List.copyOf(deviations);
    if (means.size() != deviations.size() || deviations.stream().anyMatch(d -> !(d > 0))) {
      throw new IllegalArgumentException(
          "means " + means + " and standard deviations " + deviations + " do not fit");
    }
  }

  /** Values stay as they are. */
  public static Normalisation none(int channels) {
    return new Normalisation(
        Collections.nCopies(channels, 0.0), Collections.nCopies(channels, 1.0));
  }

  /** A byte x becomes x * factor - offset = (x / 255 - mean) / deviation. */
  double factor(int channel) {
    return 1 / (WHITE * deviations.get(channel));
  }

  /** See {@link #factor}. */
  double offset(int channel) {
    return means.get(channel) / deviations.get(channel);
  }
}
