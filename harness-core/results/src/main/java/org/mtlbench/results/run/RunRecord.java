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
 * What a run folder was made for ({@code run.json}).
 *
 * @param schema version of this record's JSON, {@value #SCHEMA}
 * @param name the matrix's name
 * @param matrix the normalised matrix; copied, not to be changed by readers
 * @param matrixHash hash of it, hexadecimal
 * @param environment the machine
 * @param versions from component to version; sorted by key
 * @param dataChecksums from data file to checksum; sorted by key
 * @param created when the folder was made
 * @param budget factor on every phase's epochs, above 0; 1 is the full protocol
 * @param command the command line that makes or continues this run, where known
 * @param datasets the tasks of each dataset by the dataset's id, in order; those of all its
 *     configurations together. Empty for datasets whose record was written in schema 1
 * @param methods what reports need to know of each method, by its id
 * @param cells every planned cell, in the order of the matrix, ids distinct
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
  /** The version that this program writes; it reads version 1 as well. */
  public static final int SCHEMA = 2;

  /** Checks presence, ranges and that no id repeats. */
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

  /** What is known of a method; a plain one of its id if nothing is. */
  public MethodRecord method(String id) {
    return methods.getOrDefault(id, MethodRecord.plain(id));
  }
}
