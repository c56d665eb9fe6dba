package org.mtlbench.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.engine.device.ComputeDevice;
import org.mtlbench.engine.model.KeepModels;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plugins.PluginChoice;
import org.mtlbench.results.FlagsRecord;

class WorkOrderTest {
  @Test
  void roundTripsThroughPipeAndReadsOneLine() throws IOException {
    WorkOrder order = order();
    byte[] line = order.toLine();
    byte[] pipe =
        new String(line, StandardCharsets.UTF_8).concat("rest").getBytes(StandardCharsets.UTF_8);
    ByteArrayInputStream in = new ByteArrayInputStream(pipe);

    assertThat(WorkOrder.read(in)).isEqualTo(order);
    assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("rest");
  }

  @Test
  void reportsMissingOrder() {
    assertThatThrownBy(() -> WorkOrder.read(new ByteArrayInputStream(new byte[] {'{'})))
        .isInstanceOf(EOFException.class)
        .hasMessageContaining("workers are started by a run");
  }

  private static WorkOrder order() {
    ObjectNode config = JsonNodeFactory.instance.objectNode();
    config.put("learning-rate", 2.5e-3).put("name", "line\nfeed, \u00e4").put("seed", 42);
    return new WorkOrder(
        new CellSpec(
            "0123456789abcdef",
            "Ours, sparse",
            new PluginChoice("data", config),
            new PluginChoice("net", JsonNodeFactory.instance.objectNode()),
            new PluginChoice("method", config),
            -7,
            0.1),
        Path.of("/runs/a folder"),
        ComputeDevice.CPU,
        2,
        1,
        new DataAccess(Path.of("/data"), Path.of("/cache"), true),
        List.of(Path.of("/plugins/mine.jar")),
        new FlagsRecord(true, false, 0.1),
        Duration.ofSeconds(90),
        KeepModels.NONE,
        new WorkOrder.Origin("1.0", Map.of("data", "jar"), Map.of("file", "sum"), "abcdef01"),
        3);
  }
}
