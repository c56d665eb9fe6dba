package org.mtlbench.results;

import org.mtlbench.results.check.Check;

/**
 * An artefact that a phase made or reused.
 *
 * @param key key of the artefact, as in {@code artefacts/<key>.json}
 * @param reused whether another cell made it; epochs and times of the phase are then those of
 *     making it
 */
public record ArtefactUse(String key, boolean reused) {
  /** Checks the key. */
  public ArtefactUse {
    Check.id("artefact.key", key);
  }
}
