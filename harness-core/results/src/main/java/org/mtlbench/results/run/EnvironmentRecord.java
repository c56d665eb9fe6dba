package org.mtlbench.results.run;

import org.mtlbench.results.check.Check;

/**
 * The machine that a run was started on.
 *
 * @param java version and vendor of the virtual machine
 * @param os name, version and architecture of the operating system
 * @param cpus processors available, at least 1
 * @param device for example {@code cpu} or {@code gpu:0}
 * @param engine name and version of the tensor engine
 */
public record EnvironmentRecord(String java, String os, int cpus, String device, String engine) {
  /** Checks presence and the range. */
  public EnvironmentRecord {
    Check.text("environment.java", java);
    Check.text("environment.os", os);
    Check.atLeast("environment.cpus", 1, cpus);
    Check.text("environment.device", device);
    Check.text("environment.engine", engine);
  }
}
