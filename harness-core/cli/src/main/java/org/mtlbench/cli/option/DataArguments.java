package org.mtlbench.cli.option;

import java.nio.file.Path;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.engine.environment.UserCache;
import picocli.CommandLine.Option;

/** Where data lives and what is permitted. */
public final class DataArguments {
  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      defaultValue = "${env:MTLBENCH_DATA}",
      description =
          "Folder of the datasets' source files; default $MTLBENCH_DATA, else the user's cache"
              + " folder.")
  private Path dataDir;

  @Option(
      names = "--unverified-data",
      description = "Use source files that differ from the published ones; tables say so.")
  private boolean unverified;

  public DataAccess access() {
    Path root = dataDir == null ? UserCache.data() : dataDir;
    return new DataAccess(root.toAbsolutePath().normalize(), UserCache.arrays(), unverified);
  }
}
