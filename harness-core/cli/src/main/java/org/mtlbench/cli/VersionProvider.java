package org.mtlbench.cli;

import org.mtlbench.engine.environment.Machine;
import picocli.CommandLine.IVersionProvider;

/** The output of {@code --version}. */
final class VersionProvider implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"mtlbench " + Machine.program(), "Java " + Machine.java()};
  }
}
