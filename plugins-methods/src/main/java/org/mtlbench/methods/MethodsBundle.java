package org.mtlbench.methods;

import org.mtlbench.methods.alignedmtl.AlignedMtlPlugin;
import org.mtlbench.methods.alternating.IoPlugin;
import org.mtlbench.methods.alternating.IusPlugin;
import org.mtlbench.methods.alternating.SusPlugin;
import org.mtlbench.methods.cagrad.CaGradPlugin;
import org.mtlbench.methods.dwa.DwaPlugin;
import org.mtlbench.methods.famo.FamoPlugin;
import org.mtlbench.methods.gradnorm.GradNormPlugin;
import org.mtlbench.methods.imtlg.ImtlGPlugin;
import org.mtlbench.methods.kdmtl.KdmtlPlugin;
import org.mtlbench.methods.ls.LsPlugin;
import org.mtlbench.methods.mgda.MgdaPlugin;
import org.mtlbench.methods.mtan.MtanPlugin;
import org.mtlbench.methods.nashmtl.NashMtlPlugin;
import org.mtlbench.methods.ours.OursPlugin;
import org.mtlbench.methods.pcgrad.PcGradPlugin;
import org.mtlbench.methods.rlw.RlwPlugin;
import org.mtlbench.methods.si.SiPlugin;
import org.mtlbench.methods.stch.StchPlugin;
import org.mtlbench.methods.stl.StlPlugin;
import org.mtlbench.methods.upgrad.UpGradPlugin;
import org.mtlbench.methods.uw.UwPlugin;
import org.mtlbench.spi.plugin.Bundle;

/** The methods that come with the harness. */
public final class MethodsBundle extends Bundle {
  @Override
  protected void configure() {
    method(new AlignedMtlPlugin());
    method(new CaGradPlugin());
    method(new DwaPlugin());
    method(new FamoPlugin());
    method(new GradNormPlugin());
    method(new ImtlGPlugin());
    method(new IoPlugin());
    method(new IusPlugin());
    method(new KdmtlPlugin());
    method(new LsPlugin());
    method(new MgdaPlugin());
    method(new MtanPlugin());
    method(new NashMtlPlugin());
    method(new OursPlugin());
    method(new PcGradPlugin());
    method(new RlwPlugin());
    method(new SiPlugin());
    method(new StchPlugin());
    method(new StlPlugin());
    method(new SusPlugin());
    method(new UpGradPlugin());
    method(new UwPlugin());
  }
}
