package org.mtlbench.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.engine.fixtures.ServiceFileLoader;
import org.mtlbench.engine.fixtures.ToyBundle;
import org.mtlbench.engine.matrix.MatrixReader;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plan.Overrides;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.plan.Planner;
import org.mtlbench.engine.plugins.PluginChoice;
import org.mtlbench.engine.plugins.PluginLoader;
import org.mtlbench.engine.plugins.PluginRegistry;

class EstimateTest {
  /** Convolution: 32 outputs of 9 products. Linear: 5 of 32. Two heads: 4 of 5 each. */
  private static final double SHARED = 2 * (32 * 9 + 5 * 32 + 2 * 4 * 5);

  /** Two monitors more: 5 of 36 each. */
  private static final double WATCHED = SHARED + 2 * 2 * 5 * 36;

  @TempDir Path folder;
  private PluginRegistry registry;

  @BeforeEach
  void load() throws Exception {
    registry = PluginLoader.load(new ServiceFileLoader(folder, ToyBundle.class.getName()));
  }

  private Plan plan(String methods, Throughput throughput) throws Exception {
    Path file = folder.resolve("m.yaml");
    Files.writeString(
        file,
        """
        name: m
        datasets: [toy-digits]
        architectures: [toy-shared, toy-watched]
        methods: [%s]
        """
            .formatted(methods));
    return new Planner(throughput)
        .plan(
            MatrixReader.read(file),
            registry,
            Overrides.NONE,
            new DataAccess(folder, folder, false));
  }

  @ParameterizedTest
  @CsvSource({
    // 100 epochs; 1,000 images forward and backward, 200 forward
    "toy-equal, 0, 320_000",
    // 50 epochs of 5/3 passes: forward once, backward once for each of two tasks
    "toy-sum, 0, 266_666.667",
    // 9 epochs of half a pass and 30 whole ones
    "toy-stages, 1, 110_400",
  })
  void dividesWorkByTrainingRate(String method, int cell, String passes) throws Exception {
    double rate = 1e6;
    Plan plan = plan(method, new Throughput(rate));
    double forward = cell == 0 ? SHARED : WATCHED;
    double work = Double.parseDouble(passes.replace("_", "")) * forward;

    assertThat(plan.cells().get(cell).estimatedSeconds()).isCloseTo(2 + work / rate, within(1e-3));
  }

  @Test
  void isUnknownWithoutCalibration() throws Exception {
    Plan plan = plan("toy-equal", Throughput.UNKNOWN);

    assertThat(plan.estimatedSeconds(2)).isNaN();
  }

  @Test
  void rangeReachesFromIdleMachineToLoadOfMeasurement() throws Exception {
    Throughput shared = new Throughput(1e6, 3);
    Plan plan = plan("toy-equal", Throughput.UNKNOWN);

    TimeRange range = plan.timeRange(shared, 1);

    assertThat(range.low()).isEqualTo(plan.estimated(new Throughput(3e6)).estimatedSeconds(1) / 2);
    assertThat(range.high()).isEqualTo(plan.estimated(shared).estimatedSeconds(1) * 2);
    assertThat(range.high() / range.low()).isCloseTo(3 * 4, within(1e-9));
    assertThat(plan.timeRange(Throughput.UNKNOWN, 1).low()).isNaN();
  }

  @Test
  void planTakesAtLeastLongestCell() {
    PlannedCell longest = cell(100);
    PlannedCell shorter = cell(20);
    Plan plan =
        new Plan(
            "m",
            JsonNodeFactory.instance.objectNode(),
            "0",
            List.of(),
            List.of(longest, shorter, shorter));

    assertThat(plan.estimatedSeconds(1)).isEqualTo(140);
    assertThat(plan.estimatedSeconds(2)).isEqualTo(100);
  }

  private static PlannedCell cell(double seconds) {
    PluginChoice none = new PluginChoice("none", JsonNodeFactory.instance.objectNode());
    return new PlannedCell(
        new CellSpec("0", "none", none, none, none, 0, 1),
        "none",
        List.of(),
        List.of(),
        0,
        seconds);
  }

  @Test
  void calibratesDeviceWithoutLeaks() {
    assertThat(Calibration.measure(Device.cpu(), 1).flopsPerSecond()).isBetween(1e8, 1e14);
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
      assertThat(Calibration.measure(manager, false).load()).isEqualTo(1);
      assertThat(Calibration.measure(manager, true).load()).isBetween(1.0, 1e3);
      assertThat(manager.getManagedArrays()).isEmpty();
    }
  }
}
