package org.mtlbench.cli.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.cli.text.Formatting;
import org.mtlbench.engine.environment.UserCache;
import org.mtlbench.engine.library.EngineInstaller;
import org.mtlbench.engine.library.MavenSource;

/** Checks whether an engine set with CUDA can be installed: free space and network. */
final class InstallationCheck {
  private static final String HOST = "repo.maven.apache.org";
  private static final int PORT = 443;
  private static final int TIMEOUT_MILLIS = 5000;

  private InstallationCheck() {}

  static List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    try {
      long free = new EngineInstaller(UserCache.engines()).freeBytes();
      findings.add(space(free, new MavenSource().diskBytes()));
    } catch (IOException e) {
      // FolderCheck reports a cache that cannot be read.
      return findings;
    }
    findings.add(network(reachable(HOST, PORT)));
    return findings;
  }

  static Finding space(long free, long needed) {
    return Finding.of(
        free >= needed,
        "disk space for 'gpu install' in "
            + UserCache.engines()
            + ": "
            + Formatting.gibibytes(free)
            + ", needs up to "
            + Formatting.gibibytes(needed),
        "free space there, or set XDG_CACHE_HOME to a folder on another disk");
  }

  static Finding network(boolean reachable) {
    return Finding.of(
        reachable,
        "network: " + HOST + (reachable ? " can be reached" : " cannot be reached"),
        "name a mirror or proxy in ~/.m2/settings.xml, which 'gpu install' uses; without network,"
            + " copy the folder that it makes from another machine to "
            + UserCache.engines()
            + ", or link a local PyTorch: gpu install --from DIR");
  }

  private static boolean reachable(String host, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
      return true;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
