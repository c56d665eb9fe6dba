package org.mtlbench.results.run;

import java.util.Objects;
import java.util.Optional;
import org.mtlbench.results.check.Check;

/**
 * The machine on which a run was started.
 *
 * @param java version and vendor of the virtual machine
 * @param os name, version and architecture of the operating system
 * @param cpus number of available processors, at least 1
 * @param device for example {@code cpu} or {@code gpu:0}
 * @param engine name and version of the tensor engine
 * @param deviceReason library of the engine, and why it and the device are used; absent in records
 *     of earlier versions
 */
public record EnvironmentRecord(
    String java, String os, int cpus, String device, String engine, Optional<String> deviceReason) {
  /** Checks for null and the range. */
  public EnvironmentRecord {
    Check.text("environment.java", java);
    Check.text("environment.os", os);
    Check.atLeast("environment.cpus", 1, cpus);
    Check.text("environment.device", device);
    Check.text("environment.engine", engine);
    Objects.requireNonNull(deviceReason, "environment.device-reason")
        .ifPresent(text -> Check.text("environment.device-reason", text));
  }

  /** An environment without the reason for the device. */
  public EnvironmentRecord(String java, String os, int cpus, String device, String engine) {
    this(java, os, cpus, device, engine, Optional.empty());
  }
}
