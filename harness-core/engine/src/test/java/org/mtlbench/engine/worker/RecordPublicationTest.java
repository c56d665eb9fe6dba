package org.mtlbench.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.engine.device.ComputeDevice;
import org.mtlbench.engine.lock.Claim;
import org.mtlbench.engine.model.KeepModels;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plugins.PluginChoice;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.FlagsRecord;
import org.mtlbench.results.folder.RunFolder;

class RecordPublicationTest {
  private static final String ID = "0123456789abcdef";

  @TempDir Path out;
  private RunFolder folder;

  @BeforeEach
  void setUp() throws IOException {
    folder = RunFolder.at(out).create();
  }

  private WorkOrder claimed(String code) throws IOException {
    PluginChoice any = new PluginChoice("any", JsonNodeFactory.instance.objectNode());
    return new WorkOrder(
            new CellSpec(ID, "Any", any, any, any, 0, 1),
            out,
            ComputeDevice.CPU,
            1,
            1,
            new DataAccess(out, out, false),
            List.of(),
            new FlagsRecord(true, false, 1),
            Duration.ZERO,
            KeepModels.NONE,
            new WorkOrder.Origin("1.0", Map.of(), Map.of(), code),
            0)
        .claimed(Claim.take(folder, ID).token());
  }

  /** A divergence is a result, like a trained model. */
  private static CellRecord record(WorkOrder order, CellStatus status, String reason) {
    return CellRecords.lost(order, Instant.now(), status, reason);
  }

  @Test
  void supersededClaimDoesNotPublish() throws IOException {
    WorkOrder first = claimed("abcdef01");
    WorkOrder second = claimed("abcdef01");

    assertThat(new RecordPublication(first).publish(record(first, CellStatus.DIVERGED, "too late")))
        .isEmpty();
    assertThat(folder.readCell(ID)).isEmpty();

    CellRecord own = record(second, CellStatus.DIVERGED, "in time");
    assertThat(new RecordPublication(second).publish(own)).contains(own);
    assertThat(folder.readCell(ID)).contains(own);
  }

  @Test
  void resultPublishedByPredecessorIsKept() throws IOException {
    WorkOrder first = claimed("abcdef01");
    CellRecord result = record(first, CellStatus.DIVERGED, "first");
    new RecordPublication(first).publish(result);
    WorkOrder second = claimed("abcdef01");

    assertThat(new RecordPublication(second).publish(record(second, CellStatus.DIVERGED, "second")))
        .contains(result);
    assertThat(folder.readCell(ID)).contains(result);
  }

  @Test
  void replacesFailuresAndResultsOfOtherCode() throws IOException {
    WorkOrder first = claimed("abcdef01");
    new RecordPublication(first).publish(record(first, CellStatus.FAILED, "no memory"));
    WorkOrder second = claimed("abcdef01");
    CellRecord result = record(second, CellStatus.DIVERGED, "second");
    assertThat(new RecordPublication(second).publish(result)).contains(result);

    WorkOrder third = claimed("abcdef02");
    CellRecord newer = record(third, CellStatus.FAILED, "other code");
    assertThat(new RecordPublication(third).publish(newer)).contains(newer);
    assertThat(folder.readCell(ID)).contains(newer);
  }
}
