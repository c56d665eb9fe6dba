package org.mtlbench.toolbox.network;

import java.util.List;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.layer.LayerSpec;

/** The shape of one example between two layers. */
public sealed interface Dimensions {
  /**
   * A spatial example, (channels, height, width).
   *
   * @param channels at least 1
   * @param height at least 1
   * @param width at least 1
   */
  record Spatial(int channels, int height, int width) implements Dimensions {
    public Spatial {
      if (channels < 1 || height < 1 || width < 1) {
        throw new IllegalArgumentException(
            "found " + channels + "x" + height + "x" + width + ", expected at least 1x1x1");
      }
    }

    @Override
    public String toString() {
      return channels + "x" + height + "x" + width;
    }
  }

  /**
   * A flat example.
   *
   * @param width number of features, at least 1
   */
  record Flat(int width) implements Dimensions {
    public Flat {
      if (width < 1) {
        throw new IllegalArgumentException("found width " + width + ", expected at least 1");
      }
    }

    @Override
    public String toString() {
      return width + " features";
    }
  }

  /** Number of values of one example. */
  default int size() {
    if (this instanceof Spatial s) {
      return Math.multiplyExact(s.channels(), Math.multiplyExact(s.height(), s.width()));
    }
    return ((Flat) this).width();
  }

  /**
   * What comes out of layers that read this.
   *
   * @param place where the layers stand, for messages, for example {@code trunk}
   * @throws InvalidConfigException naming the first layer that does not fit
   */
  default Dimensions after(String place, List<LayerSpec> layers) {
    Dimensions dimensions = this;
    for (int i = 0; i < layers.size(); i++) {
      dimensions = LayerFit.at(place + "[" + i + "]", layers.get(i), dimensions).output();
    }
    return dimensions;
  }

  /**
   * Multiply-adds of one example's forward pass through layers that read this; normalisations,
   * pools and activations, which cost little beside them, are left out.
   *
   * @param place where the layers stand, for messages
   * @throws InvalidConfigException naming the first layer that does not fit
   */
  default long multiplyAdds(String place, List<LayerSpec> layers) {
    Dimensions dimensions = this;
    long sum = 0;
    for (int i = 0; i < layers.size(); i++) {
      LayerFit fit = LayerFit.at(place + "[" + i + "]", layers.get(i), dimensions);
      sum += fit.multiplyAdds();
      dimensions = fit.output();
    }
    return sum;
  }
}
