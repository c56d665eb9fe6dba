package org.mtlbench.engine.library;

import java.util.Arrays;
import java.util.Optional;
import org.mtlbench.engine.device.DriverVersion;

/**
 * A version of the tensor engine with CUDA for which DJL has a native interface. Versions of DJL,
 * its native interface and PyTorch must match exactly.
 */
public enum EngineRelease {
  /** On Maven Central, complete with the CUDA libraries. */
  CUDA_12_4("2.5.1", "cu124", "0.33.0", "550.54"),
  /** Not on Maven Central; DJL downloads it from its own server. */
  CUDA_12_8("2.7.1", "cu128", "0.35.1", "570.26");

  private final String torch;
  private final String flavor;
  private final String djl;
  private final String minDriver;

  EngineRelease(String torch, String flavor, String djl, String minDriver) {
    this.torch = torch;
    this.flavor = flavor;
    this.djl = djl;
    this.minDriver = minDriver;
  }

  /** Version of PyTorch. */
  public String torch() {
    return torch;
  }

  /** DJL's name of the CUDA version, for example {@code cu124}. */
  public String flavor() {
    return flavor;
  }

  /** Version of DJL. */
  public String djl() {
    return djl;
  }

  /** The driver released with this version of CUDA (CUDA release notes, table of drivers). */
  public DriverVersion minDriver() {
    return new DriverVersion(minDriver);
  }

  /** The version as PyTorch writes it, for example {@code 2.5.1+cu124}. */
  public String version() {
    return torch + "+" + flavor;
  }

  /** The name of the set's folder, for example {@code 2.5.1-cu124}. */
  public String folder() {
    return torch + "-" + flavor;
  }

  /** The release of a version as PyTorch writes it. */
  public static Optional<EngineRelease> of(String version) {
    return Arrays.stream(values()).filter(r -> r.version().equals(version)).findFirst();
  }
}
