package org.mtlbench.cli.option;

import java.nio.file.Path;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.engine.environment.UserCache;
import picocli.CommandLine.Option;

/** Options for the location of source files and their verification. */
public final class DataArguments {
  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      defaultValue = "${env:MTLBENCH_DATA}",
      description =
          "Folder of the datasets' source files; default $MTLBENCH_DATA, otherwise the user's cache"
              + " folder.")
  private Path dataDir;

  @Option(
      names = "--unverified-data",
      description =
          "Accept source files that differ from the published ones; tables mark the results.")
  private boolean unverified;

  public DataAccess access() {
    Path root = dataDir == null ? UserCache.data() : dataDir;
    return new DataAccess(root.toAbsolutePath().normalize(), UserCache.arrays(), unverified);
  }
}
