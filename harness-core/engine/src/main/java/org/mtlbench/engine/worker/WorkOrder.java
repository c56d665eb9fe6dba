package org.mtlbench.engine.worker;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.engine.checkpoint.CheckpointKey;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.results.FlagsRecord;
import org.mtlbench.results.json.ResultsJson;

/**
 * What a worker is to do: the first line of its standard input, as JSON.
 *
 * @param cell the cell
 * @param out the run folder, which exists
 * @param device {@code cpu} or {@code gpu:N}
 * @param slots workers that run side by side
 * @param threads intra-op threads of this one
 * @param data where the data is
 * @param pluginJars jars beside the program that the cell's plugins come from
 * @param flags what keeps the result from being compared with published ones
 * @param checkpointEvery the least time between two checkpoints; zero for one at every boundary
 * @param origin where the result will come from
 */
public record WorkOrder(
    CellSpec cell,
    Path out,
    String device,
    int slots,
    int threads,
    DataAccess data,
    List<Path> pluginJars,
    FlagsRecord flags,
    Duration checkpointEvery,
    Origin origin) {
  /** Keeps a copy of the list. */
  public WorkOrder {
    pluginJars = List.copyOf(pluginJars);
  }

  /**
   * The part of a result's provenance that is known before the cell runs.
   *
   * @param mtlbench version of this program
   * @param plugins from plugin id to its origin and version
   * @param dataChecksums from data file to checksum
   * @param hash hash over all that makes a result stale when it changes
   */
  public record Origin(
      String mtlbench,
      Map<String, String> plugins,
      Map<String, String> dataChecksums,
      String hash) {
    /** Keeps copies of the maps. */
    public Origin {
      plugins = Map.copyOf(plugins);
      dataChecksums = Map.copyOf(dataChecksums);
    }
  }

  /** A copy for another device. */
  public WorkOrder forDevice(String other) {
    return new WorkOrder(
        cell, out, other, slots, threads, data, pluginJars, flags, checkpointEvery, origin);
  }

  /** Whose checkpoint the worker may go on from. */
  public CheckpointKey checkpointKey() {
    return new CheckpointKey(cell.id(), origin.hash(), device, threads);
  }

  /** As one line, the line feed included. */
  public byte[] toLine() throws IOException {
    return (mapper().writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads one line and not a byte more.
   *
   * @throws EOFException if the stream ends before the line does
   */
  static WorkOrder read(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("no order on standard input; workers are started by a run");
      }
      line.write(next);
    }
    return mapper().readValue(line.toByteArray(), WorkOrder.class);
  }

  private static JsonMapper mapper() {
    return ResultsJson.newMapper();
  }
}
