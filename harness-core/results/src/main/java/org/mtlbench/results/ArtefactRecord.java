package org.mtlbench.results;

import java.time.Instant;
import java.util.Objects;
import org.mtlbench.results.check.Check;
import org.mtlbench.results.score.Scores;

/**
 * An artefact that a cell made and other cells can reuse ({@code artefacts/<key>.json}); its
 * tensors are in a file next to it.
 *
 * @param schema version of this record's JSON, {@value #SCHEMA}
 * @param key hash of everything the content depends on
 * @param name the method's name for the artefact, for example {@code teacher}
 * @param cell id of the cell that made it
 * @param epochs epochs trained
 * @param wallSeconds elapsed time to make it, at least 0
 * @param cpuSeconds processor time to make it over all threads, at least 0
 * @param scores validation scores of each task it was trained for
 * @param tensors SHA-256 of the tensor file, lower-case hexadecimal digits
 * @param created time of creation
 */
public record ArtefactRecord(
    int schema,
    String key,
    String name,
    String cell,
    int epochs,
    double wallSeconds,
    double cpuSeconds,
    Scores scores,
    String tensors,
    Instant created) {
  /** The current version; version 1 can be read as well. */
  public static final int SCHEMA = 2;

  /** Checks the ranges. */
  public ArtefactRecord {
    Check.schema(schema, SCHEMA);
    Check.id("key", key);
    Check.text("name", name);
    Check.id("cell", cell);
    Check.atLeast("epochs", 0, epochs);
    Check.notNegative("wall-seconds", wallSeconds);
    Check.notNegative("cpu-seconds", cpuSeconds);
    Objects.requireNonNull(scores, "scores");
    Check.id("tensors", tensors);
    Objects.requireNonNull(created, "created");
  }
}
