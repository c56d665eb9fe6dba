package org.mtlbench.architectures;

import org.mtlbench.api.plugin.Bundle;
import org.mtlbench.api.plugin.Registry;
import org.mtlbench.architectures.conv.ConvPlugin;
import org.mtlbench.architectures.encoderdecoder.EncoderDecoderPlugin;
import org.mtlbench.architectures.hps.HpsPlugin;
import org.mtlbench.architectures.lenet.LenetPlugin;
import org.mtlbench.architectures.mdmtn.MdmtnPlugin;
import org.mtlbench.architectures.mlp.MlpPlugin;

/** Contributes the architectures and backbones of this module. */
public final class ArchitecturesBundle implements Bundle {
  @Override
  public void contribute(Registry registry) {
    registry.backbone(new LenetPlugin());
    registry.backbone(new ConvPlugin());
    registry.backbone(new MlpPlugin());
    registry.backbone(new EncoderDecoderPlugin());
    registry.architecture(new HpsPlugin());
    registry.architecture(new MdmtnPlugin());
  }
}
