package org.mtlbench.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.results.run.CellConfig;
import org.mtlbench.results.run.EnvironmentRecord;
import org.mtlbench.results.run.MethodRecord;
import org.mtlbench.results.run.PlannedCell;
import org.mtlbench.results.run.RunRecord;
import org.mtlbench.results.score.ConstantPredictorRecord;
import org.mtlbench.results.score.MetricRecord;
import org.mtlbench.results.score.Scores;
import org.mtlbench.results.score.SplitRecord;
import org.mtlbench.results.score.TaskRecord;
import org.mtlbench.results.score.TaskValues;

/** Records that use every component of the schema. */
public final class Examples {
  public static final String ID = "0123456789abcdef";
  private static final Instant START = Instant.parse("2026-02-03T04:05:06.789Z");

  private Examples() {}

  public static JsonNode json(String text) {
    try {
      return JsonMapper.builder().build().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static PlannedCell planned(String id) {
    return new PlannedCell(
        id,
        "Ours, sparse",
        "multimnist",
        "mdmtn",
        "ours",
        -7,
        new CellConfig(
            json("{\"k\": [0.001, 0.2, 0.799], \"mu\": 2.5e-8, \"restore\": \"random\"}"),
            json("{\"seed\": 42}"),
            json("{}")));
  }

  /** Accuracies and losses. */
  public static SplitRecord split(TaskValues accuracy, TaskValues losses) {
    return new SplitRecord(Scores.of("accuracy", accuracy), losses);
  }

  private static CellRecordBuilder started(PlannedCell cell) {
    return CellRecord.builder(cell)
        .phase(new PhaseRecord("search", PhaseKind.SEARCH, 9, 100.25, 99.5))
        .execution(new ExecutionRecord(2, 1, "cpu", Optional.of(5_000_000_000L)))
        .flags(new FlagsRecord(true, false, 0.1))
        .provenance(
            new ProvenanceRecord(
                "0.1.0",
                Map.of("ours", "mtlbench-plugins-methods 0.1.0", "mdmtn", "built in"),
                "17.0.15 Debian",
                "Linux 6.1 amd64",
                "PyTorch 2.7.1 (DJL 0.35.1)",
                Optional.of("1a2b3c4 with changes"),
                Map.of("train-images", "sha256:00ff"),
                "feedc0de",
                START,
                START.plusSeconds(401)));
  }

  private static Map<String, Double> measures() {
    Map<String, Double> measures = new LinkedHashMap<>();
    measures.put("target-sparsity-met", 1.0);
    measures.put("cap.trunk.conv2", 8.0 / 15);
    measures.put("cap-binding.trunk.conv2", 1.0);
    return measures;
  }

  public static CellRecord done(String id) {
    List<String> tasks = List.of("right", "left");
    return started(planned(id))
        .phase(new PhaseRecord("retrain", PhaseKind.MAIN, 30, 300.1, 299.0))
        .sparsity(SparsityRecord.ofRows(6193, 3546, 2294, 1.0 / 3))
        .measures(measures())
        .parameters(new ParametersRecord(311_494, 200_000))
        .validation(
            split(
                TaskValues.of(tasks, new double[] {0.1 + 0.2, 0.97}),
                TaskValues.of(tasks, new double[] {0.11, 0.12})))
        .test(split(TaskValues.of(tasks, new double[] {0.9649, 0.972}), TaskValues.none()))
        .note("affinity propagation did not converge")
        .done();
  }

  /** As {@link #done}, with the key that came later. */
  public static CellRecord beside(ConstantPredictorRecord constant) {
    return started(planned("0badcafe"))
        .phase(new PhaseRecord("retrain", PhaseKind.MAIN, 30, 300.1, 299.0))
        .test(
            split(
                TaskValues.of(List.of("right", "left"), new double[] {0.1135, 0.972}),
                TaskValues.none()))
        .constantPredictor(constant)
        .done();
  }

  public static SearchRecord search() {
    return SearchRecord.of(
        json("{\"learning-rate\": [1e-4, 0.01], \"optimiser\": {\"values\": [\"adam\", \"sgd\"]}}"),
        0.2,
        List.of(
            trial(
                1, CellStatus.DIVERGED, Optional.of("loss of task left is NaN"), Optional.empty()),
            trial(2, CellStatus.DONE, Optional.empty(), Optional.of(0.9375)),
            trial(3, CellStatus.FAILED, Optional.of("no memory"), Optional.empty()),
            trial(4, CellStatus.DONE, Optional.empty(), Optional.of(0.9375))));
  }

  public static TrialRecord trial(
      int number, CellStatus status, Optional<String> reason, Optional<Double> score) {
    return new TrialRecord(
        number,
        json("{\"learning-rate\": 0.003142, \"optimiser\": \"sgd\"}"),
        status,
        reason,
        score,
        6,
        12.5,
        12.25);
  }

  public static CellRecord tuned(String id) {
    return started(planned(id))
        .search(search())
        .phase(new PhaseRecord("train", PhaseKind.MAIN, 30, 300, 299))
        .test(
            split(
                TaskValues.of(List.of("right", "left"), new double[] {0.9649, 0.972}),
                TaskValues.none()))
        .done();
  }

  public static CellRecord diverged(String id) {
    return diverged(planned(id));
  }

  public static CellRecord diverged(PlannedCell cell) {
    return started(cell).ended(CellStatus.DIVERGED, "loss of task \"left\" is NaN in epoch 3");
  }

  public static RunRecord run(String... ids) {
    return new RunRecord(
        RunRecord.SCHEMA,
        "my-comparison",
        json("{\"name\": \"my-comparison\", \"seeds\": [0, 1], \"budget\": 0.1}"),
        "00c0ffee",
        new EnvironmentRecord("17.0.15 Debian", "Linux 6.1 amd64", 2, "cpu", "PyTorch 2.7.1"),
        Map.of("mtlbench", "0.1.0", "djl", "0.35.1"),
        Map.of("train-images", "sha256:00ff"),
        START,
        0.1,
        Optional.of("mtlbench run my-comparison.yaml"),
        Map.of(),
        Map.of("ours", new MethodRecord("Ours", Optional.empty(), Optional.of("k"))),
        List.of(ids).stream().map(Examples::planned).toList());
  }

  /** As {@link #run}, with the tasks of the dataset of {@link #mixed}. */
  public static RunRecord mixedRun(String... ids) {
    RunRecord run = run(ids);
    return new RunRecord(
        run.schema(),
        run.name(),
        run.matrix(),
        run.matrixHash(),
        run.environment(),
        run.versions(),
        run.dataChecksums(),
        run.created(),
        run.budget(),
        run.command(),
        Map.of("multimnist", mixedTasks()),
        run.methods(),
        run.cells());
  }

  private static List<TaskRecord> mixedTasks() {
    MetricRecord f1 =
        new MetricRecord(
            "macro-f1", "Macro F1", "%", MetricRecord.Direction.HIGHER, 1, false, 100, 2);
    MetricRecord rmse =
        new MetricRecord("rmse", "RMSE", "cm", MetricRecord.Direction.LOWER, 0, false, 1, 3);
    MetricRecord r2 =
        new MetricRecord("r2", "R2", "", MetricRecord.Direction.HIGHER, 1, true, 1, 3);
    return List.of(
        new TaskRecord("kind", "10 classes", "nll", List.of(MetricRecord.ACCURACY, f1)),
        new TaskRecord("size", "2 real numbers", "mse", List.of(rmse, r2)));
  }

  /** The scores of a classification and a regression, R2 below 0. */
  public static Scores mixedScores() {
    Map<String, Double> kind = new LinkedHashMap<>();
    kind.put("accuracy", 0.9);
    kind.put("macro-f1", 0.875);
    Map<String, Double> size = new LinkedHashMap<>();
    size.put("rmse", 12.5);
    size.put("r2", -0.25);
    Map<String, Map<String, Double>> scores = new LinkedHashMap<>();
    scores.put("kind", kind);
    scores.put("size", size);
    return new Scores(scores);
  }

  /** A cell of a dataset with a classification and a regression, two metrics each. */
  public static CellRecord mixed(String id) {
    Scores scores = mixedScores();
    TaskValues losses = TaskValues.of(List.of("kind", "size"), new double[] {0.25, 150});
    return started(planned(id))
        .phase(new PhaseRecord("train", PhaseKind.MAIN, 30, 300, 299))
        .validation(new SplitRecord(scores, losses))
        .test(new SplitRecord(scores, losses))
        .constantPredictor(new ConstantPredictorRecord(scores, scores, 500, 1_000))
        .done();
  }
}
