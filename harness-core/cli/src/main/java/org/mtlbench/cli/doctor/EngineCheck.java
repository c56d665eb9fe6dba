package org.mtlbench.cli.doctor;

import java.util.List;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.engine.environment.EngineLibraries;
import org.mtlbench.engine.environment.Machine;

/** Checks that the tensor engine's native libraries are complete and can be loaded. */
final class EngineCheck {
  private EngineCheck() {}

  static List<Finding> findings() {
    try {
      EngineLibraries.load();
      return List.of(
          Finding.ok("engine " + Machine.engine()),
          Finding.ok(
              "native libraries in "
                  + Machine.libraryFolder()
                  + (Machine.hasCuda() ? "" : ", as in the program")));
    } catch (HarnessException e) {
      return List.of(Finding.trouble(e.getMessage(), e.hint()));
    }
  }
}
