package org.mtlbench.cli.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.engine.catalogue.Catalogue;
import org.mtlbench.engine.environment.Machine;
import org.mtlbench.engine.plugins.PluginKind;

/** The checks of the command {@code doctor}. */
public final class Diagnostics {
  private static final int MIN_JAVA = 17;

  private Diagnostics() {}

  /** All findings, including checks that passed. */
  public static List<Finding> of(DiagnosticContext context) throws IOException {
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.ok("mtlbench " + Machine.program() + " on " + Machine.os()));
    findings.add(java());
    findings.addAll(EngineCheck.findings());
    findings.addAll(DeviceCheck.findings(context.request()));
    findings.add(MemoryCheck.of(context.slots(), MemoryCheck.total(), MemoryCheck.free()));
    findings.addAll(FolderCheck.findings(context));
    findings.addAll(ClockCheck.findings(context.out()));
    findings.addAll(plugins(context.plugins().catalogue()));
    findings.addAll(DataCheck.findings(context));
    return findings;
  }

  private static Finding java() {
    return Finding.of(
        Runtime.version().feature() >= MIN_JAVA,
        "Java " + Machine.java() + " in " + System.getProperty("java.home"),
        "install a JDK of version " + MIN_JAVA + " or later, and set JAVA_HOME to it");
  }

  private static List<Finding> plugins(Catalogue catalogue) {
    List<Finding> findings = new ArrayList<>();
    int datasets = catalogue.of(PluginKind.DATASET).size();
    int architectures = catalogue.of(PluginKind.ARCHITECTURE).size();
    int methods = catalogue.of(PluginKind.METHOD).size();
    findings.add(
        Finding.of(
            datasets > 0 && architectures > 0 && methods > 0,
            "plugins: "
                + datasets
                + " datasets, "
                + architectures
                + " architectures, "
                + methods
                + " methods",
            "rebuild the program: remove harness-core/cli/target and run it again"));
    catalogue
        .broken()
        .forEach(
            bundle ->
                findings.add(
                    Finding.trouble(
                        "broken plugins: " + bundle.sentence(),
                        "bring a version of " + bundle.origin() + " that works, or remove it")));
    return findings;
  }
}
