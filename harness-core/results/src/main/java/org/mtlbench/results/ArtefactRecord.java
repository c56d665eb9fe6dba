package org.mtlbench.results;

import java.time.Instant;
import java.util.Objects;
import org.mtlbench.results.check.Check;
import org.mtlbench.results.score.Scores;

/**
 * What a cell made for others too ({@code artefacts/<key>.json}); its tensors lie beside it.
 *
 * @param schema version of this record's JSON, {@value #SCHEMA}
 * @param key hash of everything the content depends on
 * @param name the method's name for it, for example {@code teacher}
 * @param cell id of the cell that made it
 * @param epochs epochs trained
 * @param wallSeconds elapsed time of its making, at least 0
 * @param cpuSeconds processor time of its making, all threads, at least 0
 * @param scores on validation, of each task it was trained for
 * @param tensors SHA-256 of the file of its tensors, lower-case hexadecimal digits
 * @param created when it was made
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
  /** The version that this program writes; it reads version 1 as well. */
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
