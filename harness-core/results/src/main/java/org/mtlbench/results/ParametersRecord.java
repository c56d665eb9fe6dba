package org.mtlbench.results;

import java.util.Objects;
import java.util.Optional;
import org.mtlbench.results.check.Check;

/**
 * Size of a cell's model.
 *
 * @param total trainable parameters of all its networks
 * @param nonzero trainable parameters that are not exactly zero
 * @param checksum SHA-256 over the bits of all parameters, lower-case hexadecimal; equal if and
 *     only if the models are bitwise equal
 * @param multiplyAdds multiply-adds of the forward pass of one example through all networks,
 *     without those of weights that are 0; absent if unknown, and in records of earlier versions
 */
public record ParametersRecord(
    long total, long nonzero, Optional<String> checksum, Optional<Long> multiplyAdds) {
  /** Checks the ranges. */
  public ParametersRecord {
    Check.atLeast("parameters.total", 0, total);
    if (nonzero < 0 || nonzero > total) {
      throw Check.rejected("parameters.nonzero", nonzero, "0 to " + total);
    }
    Objects.requireNonNull(checksum, "parameters.checksum")
        .ifPresent(text -> Check.id("parameters.checksum", text));
    Objects.requireNonNull(multiplyAdds, "parameters.multiply-adds")
        .ifPresent(count -> Check.atLeast("parameters.multiply-adds", 0, count));
  }

  /** A record without a checksum and multiply-adds. */
  public ParametersRecord(long total, long nonzero) {
    this(total, nonzero, Optional.empty(), Optional.empty());
  }
}
