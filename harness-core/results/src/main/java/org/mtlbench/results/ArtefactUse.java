package org.mtlbench.results;

import org.mtlbench.results.check.Check;

/**
 * An artefact that a phase made for other cells too, or took over from one of them.
 *
 * @param key the artefact's key, as in {@code artefacts/<key>.json}
 * @param reused whether it was taken over; the phase's epochs and times are those of its making
 */
public record ArtefactUse(String key, boolean reused) {
  /** Checks the key. */
  public ArtefactUse {
    Check.id("artefact.key", key);
  }
}
