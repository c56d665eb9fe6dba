package org.mtlbench.toolbox.network;

import org.mtlbench.api.layer.Layer;
import org.mtlbench.api.layer.LayerContext;
import org.mtlbench.api.layer.LayerSpec;

/** A layer without parameters, which is its own description. */
interface ParameterlessSpec extends LayerSpec, Layer {
  /** Whether it processes all channels of (N, C, H, W) in the same way and independently. */
  default boolean channelwise() {
    return false;
  }

  @Override
  default Layer create(LayerContext context) {
    return this;
  }
}
