package org.mtlbench.results.run;

import org.mtlbench.results.check.Check;

/**
 * The machine on which a run was started.
 *
 * @param java version and vendor of the virtual machine
 * @param os name, version and architecture of the operating system
 * @param cpus number of available processors, at least 1
 * @param device for example {@code cpu} or {@code gpu:0}
 * @param engine name and version of the tensor engine
 */
public record EnvironmentRecord(String java, String os, int cpus, String device, String engine) {
  /** Checks for null and the range. */
  public EnvironmentRecord {
    Check.text("environment.java", java);
    Check.text("environment.os", os);
    Check.atLeast("environment.cpus", 1, cpus);
    Check.text("environment.device", device);
    Check.text("environment.engine", engine);
  }
}
