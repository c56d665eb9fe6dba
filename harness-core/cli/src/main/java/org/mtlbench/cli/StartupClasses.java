package org.mtlbench.cli;

import java.io.PrintWriter;
import java.io.Writer;
import org.mtlbench.engine.environment.Machine;

/**
 * Runs typical commands without output, so that the virtual machine can archive the classes that
 * they load; see the launcher script.
 */
final class StartupClasses {
  private StartupClasses() {}

  /** Runs the commands; what they report is ignored, since only their classes matter. */
  public static void main(String[] arguments) {
    Machine.stayOffline();
    run();
    run("--help");
    run("rnu");
    run("list");
    run("list", "methods");
    run("plan", "quick", "--device=cpu");
    System.exit(0);
  }

  private static void run(String... arguments) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    MtlBench.execute(nowhere, nowhere, arguments);
  }
}
