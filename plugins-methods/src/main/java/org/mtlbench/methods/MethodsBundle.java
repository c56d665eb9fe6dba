package org.mtlbench.methods;

import org.mtlbench.api.plugin.Bundle;
import org.mtlbench.api.plugin.Registry;
import org.mtlbench.methods.alignedmtl.AlignedMtlPlugin;
import org.mtlbench.methods.alternating.IoPlugin;
import org.mtlbench.methods.alternating.IusPlugin;
import org.mtlbench.methods.alternating.SusPlugin;
import org.mtlbench.methods.cagrad.CaGradPlugin;
import org.mtlbench.methods.conflictfree.ConFigPlugin;
import org.mtlbench.methods.conflictfree.MomentumConFigPlugin;
import org.mtlbench.methods.dbmtl.DbMtlPlugin;
import org.mtlbench.methods.dualproj.DualProjPlugin;
import org.mtlbench.methods.dwa.DwaPlugin;
import org.mtlbench.methods.excessmtl.ExcessMtlPlugin;
import org.mtlbench.methods.fairgrad.FairGradPlugin;
import org.mtlbench.methods.famo.FamoPlugin;
import org.mtlbench.methods.gls.GlsPlugin;
import org.mtlbench.methods.graddrop.GradDropPlugin;
import org.mtlbench.methods.gradnorm.GradNormPlugin;
import org.mtlbench.methods.gradvac.GradVacPlugin;
import org.mtlbench.methods.imtl.ImtlLPlugin;
import org.mtlbench.methods.imtl.ImtlPlugin;
import org.mtlbench.methods.imtlg.ImtlGPlugin;
import org.mtlbench.methods.kdmtl.KdmtlPlugin;
import org.mtlbench.methods.ls.LsPlugin;
import org.mtlbench.methods.mgda.MgdaPlugin;
import org.mtlbench.methods.modo.ModoPlugin;
import org.mtlbench.methods.mtan.MtanPlugin;
import org.mtlbench.methods.nashmtl.NashMtlPlugin;
import org.mtlbench.methods.ours.OursPlugin;
import org.mtlbench.methods.pbi.PbiPlugin;
import org.mtlbench.methods.pcgrad.PcGradPlugin;
import org.mtlbench.methods.rlw.RlwPlugin;
import org.mtlbench.methods.sdmgrad.SdmGradPlugin;
import org.mtlbench.methods.si.SiPlugin;
import org.mtlbench.methods.stch.StchPlugin;
import org.mtlbench.methods.stl.StlPlugin;
import org.mtlbench.methods.upgrad.UpGradPlugin;
import org.mtlbench.methods.uw.UwPlugin;

/** The methods included in mtlbench. */
public final class MethodsBundle implements Bundle {
  @Override
  public void contribute(Registry registry) {
    registry.method(new AlignedMtlPlugin());
    registry.method(new CaGradPlugin());
    registry.method(new ConFigPlugin());
    registry.method(new DbMtlPlugin());
    registry.method(new DualProjPlugin());
    registry.method(new DwaPlugin());
    registry.method(new ExcessMtlPlugin());
    registry.method(new FairGradPlugin());
    registry.method(new FamoPlugin());
    registry.method(new GlsPlugin());
    registry.method(new GradDropPlugin());
    registry.method(new GradNormPlugin());
    registry.method(new GradVacPlugin());
    registry.method(new ImtlGPlugin());
    registry.method(new ImtlLPlugin());
    registry.method(new ImtlPlugin());
    registry.method(new IoPlugin());
    registry.method(new IusPlugin());
    registry.method(new KdmtlPlugin());
    registry.method(new LsPlugin());
    registry.method(new MgdaPlugin());
    registry.method(new ModoPlugin());
    registry.method(new MomentumConFigPlugin());
    registry.method(new MtanPlugin());
    registry.method(new NashMtlPlugin());
    registry.method(new OursPlugin());
    registry.method(new PbiPlugin());
    registry.method(new PcGradPlugin());
    registry.method(new RlwPlugin());
    registry.method(new SdmGradPlugin());
    registry.method(new SiPlugin());
    registry.method(new StchPlugin());
    registry.method(new StlPlugin());
    registry.method(new SusPlugin());
    registry.method(new UpGradPlugin());
    registry.method(new UwPlugin());
  }
}
