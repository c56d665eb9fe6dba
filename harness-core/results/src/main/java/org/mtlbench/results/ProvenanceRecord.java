package org.mtlbench.results;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mtlbench.results.check.Check;

/**
 * Where a result comes from.
 *
 * @param mtlbench version of this program
 * @param plugins from plugin id to its origin and version; sorted by key
 * @param java version and vendor of the virtual machine
 * @param os name, version and architecture of the operating system
 * @param engine name and version of the tensor engine
 * @param git commit, and whether there were changes, where the program ran from a checkout
 * @param dataChecksums from data file to checksum; sorted by key
 * @param hash hash over all that makes a result stale when it changes
 * @param started when the cell's worker started
 * @param finished when it ended
 */
public record ProvenanceRecord(
    String mtlbench,
    Map<String, String> plugins,
    String java,
    String os,
    String engine,
    Optional<String> git,
    Map<String, String> dataChecksums,
    String hash,
    Instant started,
    Instant finished) {
  /** Checks presence and keeps sorted copies of the maps. */
  public ProvenanceRecord {
    Check.text("provenance.mtlbench", mtlbench);
    plugins = Check.sorted("provenance.plugins", plugins);
    Check.text("provenance.java", java);
    Check.text("provenance.os", os);
    Check.text("provenance.engine", engine);
    Objects.requireNonNull(git, "provenance.git");
    dataChecksums = Check.sorted("provenance.data-checksums", dataChecksums);
    Check.text("provenance.hash", hash);
    Objects.requireNonNull(started, "provenance.started");
    Objects.requireNonNull(finished, "provenance.finished");
  }
}
