package org.mtlbench.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import org.mtlbench.engine.environment.Machine;
import org.mtlbench.engine.plugins.PluginRegistry;

/** Looks at everything that keeps a run from going well. */
public final class Diagnostics {
  private static final int MIN_JAVA = 17;

  private Diagnostics() {}

  /** Everything found, what is well too. */
  public static List<Finding> of(DiagnosticContext context) {
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.ok("mtlbench " + Machine.program() + " on " + Machine.os()));
    findings.add(java());
    findings.addAll(EngineCheck.findings());
    findings.addAll(DeviceCheck.findings());
    findings.add(MemoryCheck.of(context.slots(), MemoryCheck.total(), MemoryCheck.free()));
    findings.addAll(FolderCheck.findings(context));
    findings.addAll(ClockCheck.findings(context.out()));
    findings.addAll(plugins(context.plugins()));
    findings.addAll(DataCheck.findings(context));
    return findings;
  }

  private static Finding java() {
    return Finding.of(
        Runtime.version().feature() >= MIN_JAVA,
        "Java " + Machine.java() + " in " + System.getProperty("java.home"),
        "install a JDK of version " + MIN_JAVA + " or later, and set JAVA_HOME to it");
  }

  private static List<Finding> plugins(PluginRegistry plugins) {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.of(
            !plugins.datasets().isEmpty()
                && !plugins.architectures().isEmpty()
                && !plugins.methods().isEmpty(),
            "plugins: "
                + plugins.datasets().size()
                + " datasets, "
                + plugins.architectures().size()
                + " architectures, "
                + plugins.methods().size()
                + " methods",
            "rebuild the program: remove harness-core/cli/target and run it again"));
    plugins
        .broken()
        .forEach(
            bundle ->
                findings.add(
                    Finding.trouble(
                        "broken plugins: " + bundle.bundle() + ": " + bundle.reason(),
                        "bring a version of " + bundle.origin() + " that fits, or remove it")));
    return findings;
  }
}
