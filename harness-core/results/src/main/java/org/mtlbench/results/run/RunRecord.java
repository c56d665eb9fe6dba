package org.mtlbench.results.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.mtlbench.results.check.Check;
import org.mtlbench.results.score.TaskRecord;

/**
 * The record of a run ({@code run.json}): matrix, machine and plan.
 *
 * @param schema version of this record's JSON, {@value #SCHEMA}
 * @param name name of the matrix
 * @param matrix the normalised matrix; copied, not to be modified
 * @param matrixHash hash of the matrix, hexadecimal
 * @param environment the machine
 * @param versions version of each component; sorted by key
 * @param dataChecksums checksum of each data file; sorted by key
 * @param created time of creation of the folder
 * @param budget factor on the epochs of every phase, above 0; 1 is the full protocol
 * @param command command line that starts or resumes this run, if known
 * @param datasets tasks of each dataset by its id, in order; the union over all its configurations.
 *     Empty for datasets recorded in schema 1
 * @param methods metadata of each method by its id
 * @param cells all planned cells in the order of the matrix, ids distinct
 */
public record RunRecord(
    int schema,
    String name,
    JsonNode matrix,
    String matrixHash,
    EnvironmentRecord environment,
    Map<String, String> versions,
    Map<String, String> dataChecksums,
    Instant created,
    double budget,
    Optional<String> command,
    Map<String, List<TaskRecord>> datasets,
    Map<String, MethodRecord> methods,
    List<PlannedCell> cells) {
  /** The current version; version 1 can be read as well. */
  public static final int SCHEMA = 2;

  /** Checks for null, ranges and duplicate ids. */
  public RunRecord {
    Check.schema(schema, SCHEMA);
    Check.text("run.name", name);
    matrix = Objects.requireNonNull(matrix, "run.matrix").deepCopy();
    Check.id("run.matrix-hash", matrixHash);
    Objects.requireNonNull(environment, "run.environment");
    versions = Check.sorted("run.versions", versions);
    dataChecksums = Check.sorted("run.data-checksums", dataChecksums);
    Objects.requireNonNull(created, "run.created");
    Check.positive("run.budget", budget);
    Objects.requireNonNull(command, "run.command");
    Map<String, List<TaskRecord>> tasks = new LinkedHashMap<>();
    datasets.forEach((dataset, list) -> tasks.put(dataset, List.copyOf(list)));
    datasets = Check.ordered(tasks);
    methods = Check.ordered(methods);
    cells = List.copyOf(cells);
    Set<String> ids = new HashSet<>();
    for (PlannedCell cell : cells) {
      if (!ids.add(cell.id())) {
        throw Check.rejected("run.cells", cell.id() + " twice", "distinct ids");
      }
    }
  }

  /** The metadata of a method; if unknown, a plain method titled by its id. */
  public MethodRecord method(String id) {
    return methods.getOrDefault(id, MethodRecord.plain(id));
  }
}
