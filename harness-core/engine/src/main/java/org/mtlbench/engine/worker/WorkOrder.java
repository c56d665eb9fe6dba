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
import org.mtlbench.engine.device.ComputeDevice;
import org.mtlbench.engine.model.KeepModels;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.FlagsRecord;
import org.mtlbench.results.json.ResultsJson;

/**
 * The task of a worker: the first line of its standard input, as JSON.
 *
 * @param cell the cell
 * @param out the run folder, which exists
 * @param device the device
 * @param slots number of workers running at once
 * @param threads intra-op threads of this worker
 * @param data location of the data
 * @param pluginJars additional jars of the cell's plugins
 * @param flags properties that prevent a comparison with published results
 * @param checkpointEvery minimum time between two checkpoints; zero for one at every boundary
 * @param keepModels which models are kept
 * @param origin origin of the result
 * @param token token of the cell's claim; 0 if it is not claimed yet
 */
public record WorkOrder(
    CellSpec cell,
    Path out,
    ComputeDevice device,
    int slots,
    int threads,
    DataAccess data,
    List<Path> pluginJars,
    FlagsRecord flags,
    Duration checkpointEvery,
    KeepModels keepModels,
    Origin origin,
    long token) {
  /** Makes a defensive copy of the list. */
  public WorkOrder {
    pluginJars = List.copyOf(pluginJars);
  }

  /**
   * The part of a result's provenance that is known before the cell runs.
   *
   * @param mtlbench version of mtlbench
   * @param plugins origin and version of each plugin by id
   * @param dataChecksums checksum of each data file
   * @param hash hash over everything whose change makes a result stale
   */
  public record Origin(
      String mtlbench,
      Map<String, String> plugins,
      Map<String, String> dataChecksums,
      String hash) {
    /** Makes defensive copies of the maps. */
    public Origin {
      plugins = Map.copyOf(plugins);
      dataChecksums = Map.copyOf(dataChecksums);
    }
  }

  /** A copy for another device. */
  public WorkOrder forDevice(ComputeDevice other) {
    return with(out, other, token);
  }

  /** A copy for a run folder at another path. */
  public WorkOrder inFolder(Path other) {
    return with(other, device, token);
  }

  /** A copy for the holder of a claim. */
  public WorkOrder claimed(long newToken) {
    return with(out, device, newToken);
  }

  private WorkOrder with(Path newOut, ComputeDevice newDevice, long newToken) {
    return new WorkOrder(
        cell,
        newOut,
        newDevice,
        slots,
        threads,
        data,
        pluginJars,
        flags,
        checkpointEvery,
        keepModels,
        origin,
        newToken);
  }

  /**
   * Whether a record is an up-to-date result of this cell: it is done or has diverged, and code,
   * engine and data are unchanged.
   */
  public boolean hasResult(CellRecord record) {
    return (record.status() == CellStatus.DONE || record.status() == CellStatus.DIVERGED)
        && record.provenance().hash().equals(origin.hash());
  }

  /** The key of the checkpoint from which the worker may resume. */
  public CheckpointKey checkpointKey() {
    return new CheckpointKey(cell.id(), origin.hash(), device.name(), threads);
  }

  /** As one line, including the line feed. */
  public byte[] toLine() throws IOException {
    return (mapper().writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads exactly one line.
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
