package org.mtlbench.methods.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.methods.MethodsBundle;
import org.mtlbench.methods.MethodsPage;
import org.mtlbench.testkit.Contributions;

/** The cost of steps in docs/methods.md is that of docs/methods/costs.csv. */
class MethodCostsTest {
  @TempDir Path temporary;

  @Test
  void pageAndChartMatchMeasurements() throws IOException {
    if (MethodsPage.UPDATED) {
      MethodCosts.CostPage.write();
    }
    StepCost.Table table = StepCost.Table.read(MethodCosts.CostPage.MEASURED);
    MethodsPage.check("costs", CostTable.markdown(table));
    assertThat(Files.readString(MethodCosts.CostPage.CHART)).isEqualTo(CostChart.svg(table));
  }

  @Test
  void everyMethodIsMeasured() throws IOException {
    List<String> all = List.copyOf(Contributions.of(new MethodsBundle()).methods().keySet());
    assertThat(MethodCosts.all()).containsExactlyInAnyOrderElementsOf(all);
    assertThat(StepCost.Table.read(MethodCosts.CostPage.MEASURED).costs())
        .extracting(StepCost::method)
        .containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void energyColumnsAreShownWhereCounted() {
    StepCost ls = new StepCost("ls", 20, 1, 0, 500, 0.5);
    StepCost mgda = new StepCost("mgda", 32, 1.5, 0.1, 600, 0.75);
    assertThat(CostTable.markdown(new StepCost.Table("a machine", List.of(mgda, ls))))
        .isEqualTo(
            """
            Measured on: a machine.

            | method | ms per step | relative to `ls` | peak memory MiB | relative | J per step | relative |
            |---|---:|---:|---:|---:|---:|---:|
            | `ls` | 20.0 | 1.00 ± 0.00 | 500 | 1.00 | 0.50 | 1.00 |
            | `mgda` | 32.0 | 1.50 ± 0.10 | 600 | 1.20 | 0.75 | 1.50 |
            """);
  }

  @Test
  void takesMediansAndSpreadOverRounds() {
    List<StepCost> rounds =
        List.of(
            new StepCost("mgda", 33, 0, 0, 600, 1).relativeTo(20),
            new StepCost("mgda", 45, 0, 0, 610, 3).relativeTo(30),
            new StepCost("mgda", 34, 0, 0, 590, 2).relativeTo(20));
    StepCost median = StepCost.median(rounds);
    assertThat(median.milliseconds()).isEqualTo(34);
    assertThat(median.relative()).isEqualTo(1.65);
    assertThat(median.spread()).isCloseTo(0.1, within(1e-12));
    assertThat(median.memory()).isEqualTo(600);
    assertThat(median.energy()).isEqualTo(2);
  }

  @Test
  void sumsPackagesAndCountsOverRange() throws IOException {
    Path domain = Files.createDirectories(temporary.resolve("intel-rapl:0"));
    Path part = Files.createDirectories(temporary.resolve("intel-rapl:0:0"));
    for (Path folder : List.of(domain, part)) {
      Files.writeString(folder.resolve("energy_uj"), "9000000\n");
      Files.writeString(folder.resolve("max_energy_range_uj"), "10000000\n");
    }
    List<EnergyCounter> counters = EnergyCounter.Rapl.packages(temporary);
    assertThat(counters).hasSize(1);
    double begun = counters.get(0).joules();
    Files.writeString(domain.resolve("energy_uj"), "2000000\n");
    assertThat(counters.get(0).since(begun)).isCloseTo(3, within(1e-9));
    assertThat(EnergyCounter.Rapl.packages(temporary.resolve("missing"))).isEmpty();
  }
}
