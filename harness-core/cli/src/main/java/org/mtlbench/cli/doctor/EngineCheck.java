package org.mtlbench.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.engine.environment.ConvolutionKernels;
import org.mtlbench.engine.environment.EngineLibraries;
import org.mtlbench.engine.environment.Machine;

/**
 * Checks that the tensor engine's native libraries are complete, can be loaded and compute correct
 * convolutions on this processor.
 */
final class EngineCheck {
  private EngineCheck() {}

  static List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    try {
      EngineLibraries.load();
      findings.add(Finding.ok("engine " + Machine.engine()));
      findings.add(
          Finding.ok(
              "native libraries in "
                  + Machine.libraryFolder()
                  + (Machine.hasCuda() ? "" : ", as in the program")));
      ConvolutionKernels.check();
      findings.add(
          Finding.ok(
              "convolutions correct"
                  + ConvolutionKernels.limitInForce()
                      .map(limit -> ", limited to " + limit + ", see docs/errors.md")
                      .orElse("")));
    } catch (HarnessException e) {
      findings.add(Finding.trouble(e.getMessage(), e.hint()));
    }
    return findings;
  }
}
