package org.mtlbench.reports.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.reports.fixtures.ChartRun;
import org.mtlbench.reports.fixtures.StudyRun;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.results.folder.RunFolder;

class ParetoStudiesTest {
  @TempDir Path root;

  private List<ParetoStudy> studies(RunFolder folder) throws IOException {
    return ParetoStudies.of(Rows.of(RunResults.read(folder)));
  }

  private ParetoStudy study() throws IOException {
    return studies(StudyRun.everything(root)).get(0);
  }

  private static List<String> vectors(Collection<StudyPoint> points) {
    return points.stream().map(point -> point.group().preference()).toList();
  }

  @Test
  void findsRowsThatDifferInPreferenceOnly() throws IOException {
    assertThat(studies(StudyRun.everything(root)))
        .singleElement()
        .satisfies(
            study -> {
              assertThat(study.rows()).hasSize(8);
              assertThat(study.points()).hasSize(7);
              assertThat(study.name()).isEqualTo("multimnist / mdmtn / Ours");
              assertThat(study.key()).isEqualTo("k");
            });
  }

  private static StudyRun addPoints(StudyRun run) {
    for (int i = 1; i < 5; i++) {
      double[] values = {0.1 * i, 0.5 - 0.1 * i};
      run.point("[0.1, 0." + i + ", 0." + (9 - i) + "]", 10, 100, values, values);
    }
    return run;
  }

  @Test
  void namesStudiesOfNetworkByLabelOrNumber() throws IOException {
    StudyRun run = addPoints(new StudyRun());
    addPoints(run.with("From sparse", "start-from"));
    addPoints(run.with("", "mu"));

    assertThat(studies(run.write(root)))
        .extracting(ParetoStudy::name, ParetoStudy::id)
        .containsExactly(
            tuple("multimnist / mdmtn / Ours", "multimnist-mdmtn-ours"),
            tuple("multimnist / mdmtn / From sparse", "multimnist-mdmtn-from-sparse"),
            tuple("multimnist / mdmtn / Ours (2)", "multimnist-mdmtn-ours-2"));
  }

  @Test
  void findsSweepOfScalarisationsWithoutSparsity() throws IOException {
    // Its records have no losses, so that it has no points.
    assertThat(studies(ChartRun.everything(root))).isEmpty();
  }

  @Test
  void findsNothingBeforeFirstResult() throws IOException {
    StudyRun run = new StudyRun();
    for (int i = 1; i < 6; i++) {
      run.missing("[0.1, 0." + i + ", 0." + (9 - i) + "]");
    }

    assertThat(studies(run.write(root))).isEmpty();
  }

  @Test
  void readsSparsityObjectiveOfSelectedEpoch() throws IOException {
    assertThat(study().points())
        .extracting(point -> point.sparsityObjective().getAsDouble())
        .containsExactly(40.0, 42.0, 10.0, 45.0, 80.0, 80.0, 80.0);
  }

  @Test
  void clustersPointsBySparsityRate() throws IOException {
    assertThat(study().clusters())
        .extracting(SparsityCluster::name, cluster -> vectors(cluster.points()))
        .containsExactly(
            tuple("SR 20.0 to 21.0 %", List.of("(0.01, 0.8, 0.19)", "(0.01, 0.19, 0.8)")),
            tuple("SR 60.0 to 61.0 %", List.of("(0.1, 0.45, 0.45)", "(0.1, 0.4, 0.5)")));
  }

  @Test
  void testsNondominanceOfSparseAndDensePointsSeparately() throws IOException {
    ParetoStudy study = study();

    assertThat(vectors(study.lossesWithSparsity().orElseThrow().members()))
        .containsExactly("(0.01, 0.8, 0.19)", "(0.01, 0.19, 0.8)", "(0.1, 0.45, 0.45)");
    assertThat(vectors(study.losses().members()))
        .containsExactly("(0.01, 0.8, 0.19)", "(0.01, 0.19, 0.8)");
    assertThat(vectors(study.denseLosses().members()))
        .containsExactly("(0, 0.9, 0.1)", "(0, 0.1, 0.9)");
    assertThat(vectors(study.metricsWithSparsity().orElseThrow().members()))
        .as("SR replaces L_0, and 61 % is better than 60 %")
        .containsExactly(
            "(0.01, 0.8, 0.19)", "(0.01, 0.19, 0.8)", "(0.1, 0.45, 0.45)", "(0.1, 0.4, 0.5)");
    assertThat(vectors(study.metrics().members()))
        .as("the metrics alone, which can be compared with those of dense points")
        .containsExactly("(0.01, 0.8, 0.19)", "(0.01, 0.19, 0.8)");
    assertThat(study.fronts())
        .extracting(Front::part, front -> front.objectives().size())
        .containsExactly(
            tuple("k_0 > 0", 3),
            tuple("k_0 > 0", 2),
            tuple("k_0 > 0", 3),
            tuple("k_0 > 0", 2),
            tuple("k_0 = 0", 2),
            tuple("k_0 = 0", 2));
    assertThat(study.losses().size(0.5)).isEqualTo(4);
  }

  /** A study of vectors without a component for sparsity. */
  private ParetoStudy sweep(int... zeroRows) throws IOException {
    StudyRun run = new StudyRun();
    for (int i = 0; i < zeroRows.length; i++) {
      double[] values = {0.9 - 0.1 * i, 0.5 + 0.1 * i};
      run.point("[0." + (i + 1) + ", 0.5]", 10, zeroRows[i], values, values);
    }
    return studies(run.write(root)).get(0);
  }

  @Test
  void sparsityRateIsObjectiveOfPrunedNetworksWithoutSparsityPreference() throws IOException {
    ParetoStudy study = sweep(100, 110, 600, 0);

    assertThat(study.metricsWithSparsity().orElseThrow().objectives())
        .extracting(Objective::name)
        .startsWith("SR");
    assertThat(study.metricsWithSparsity().orElseThrow().part()).isEqualTo("all");
    assertThat(study.clusters())
        .extracting(SparsityCluster::name)
        .containsExactly("SR 0.0 %", "SR 10.0 to 11.0 %", "SR 60.0 %");
    assertThat(study.dense()).isEmpty();
  }

  @Test
  void equalSparsityRatesAreNoObjective() throws IOException {
    ParetoStudy study = sweep(500, 500, 500, 500);

    assertThat(study.metricsWithSparsity()).isEmpty();
    assertThat(study.onMetricFront()).hasSize(4);
    assertThat(StudyCharts.of(study))
        .extracting(chart -> chart.name())
        .noneMatch(name -> name.startsWith("pareto-sparsity"));
  }

  @Test
  void choosesBestPointOnValidation() throws IOException {
    ParetoStudy study = study();

    assertThat(study.best(study.weighted()).orElseThrow().group().preference())
        .isEqualTo("(0.01, 0.8, 0.19)");
    StudyPoint dense = study.best(study.dense()).orElseThrow();
    assertThat(dense.group().preference()).isEqualTo("(0, 0.5, 0.5)");
    assertThat(dense.validation().getAsDouble()).isCloseTo(94, within(1e-9));
    assertThat(dense.test().getAsDouble()).isCloseTo(95, within(1e-9));
  }

  @Test
  void measuresHypervolumeAtSharedReferencePoint() throws IOException {
    ParetoStudy study = study();
    List<Objective> losses = study.denseLosses().objectives();

    assertThat(losses).extracting(Objective::reference).containsExactly(0.47, 0.47);
    assertThat(study.losses().objectives())
        .extracting(Objective::reference)
        .containsExactly(0.47, 0.47);
    // Two corners, (0.42 x 0.07) twice minus the common square of 0.07.
    double area = 2 * 0.42 * 0.07 - 0.07 * 0.07;
    assertThat(study.denseLosses().hypervolume().getAsDouble())
        .isCloseTo(area / (0.47 * 0.47), within(1e-9));
    assertThat(study.denseLosses().spacing()).hasValue(0);
  }
}
