package org.mtlbench.results;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mtlbench.results.check.Check;

/**
 * The origin of a result.
 *
 * @param mtlbench version of mtlbench
 * @param plugins origin and version of each plugin by id; sorted by key
 * @param java version and vendor of the virtual machine
 * @param os name, version and architecture of the operating system
 * @param engine name and version of the tensor engine
 * @param git commit, and whether there were local changes, if the program ran from a checkout
 * @param dataChecksums checksum of each data file; sorted by key
 * @param hash hash over everything whose change makes a result stale
 * @param started start time of the cell's worker
 * @param finished end time of the cell's worker
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
  /** Checks for null and makes sorted copies of the maps. */
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
