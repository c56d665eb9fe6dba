package org.mtlbench.architectures;

import org.mtlbench.api.plugin.Bundle;
import org.mtlbench.api.plugin.Registry;
import org.mtlbench.architectures.cgc.CgcPlugin;
import org.mtlbench.architectures.conv.ConvPlugin;
import org.mtlbench.architectures.crossstitch.CrossStitchPlugin;
import org.mtlbench.architectures.encoderdecoder.EncoderDecoderPlugin;
import org.mtlbench.architectures.hps.HpsPlugin;
import org.mtlbench.architectures.lenet.LenetPlugin;
import org.mtlbench.architectures.mdmtn.MdmtnPlugin;
import org.mtlbench.architectures.mlp.MlpPlugin;
import org.mtlbench.architectures.mmoe.MmoePlugin;
import org.mtlbench.architectures.resnet.ResnetPlugin;
import org.mtlbench.architectures.segnet.SegnetPlugin;
import org.mtlbench.architectures.vgg.VggPlugin;

/** Contributes the architectures and backbones of this module. */
public final class ArchitecturesBundle implements Bundle {
  @Override
  public void contribute(Registry registry) {
    registry.backbone(new LenetPlugin());
    registry.backbone(new ConvPlugin());
    registry.backbone(new MlpPlugin());
    registry.backbone(new EncoderDecoderPlugin());
    registry.backbone(new ResnetPlugin());
    registry.backbone(new SegnetPlugin());
    registry.backbone(new VggPlugin());
    registry.architecture(new HpsPlugin());
    registry.architecture(new MdmtnPlugin());
    registry.architecture(new CrossStitchPlugin());
    registry.architecture(new MmoePlugin());
    registry.architecture(new CgcPlugin());
  }
}
