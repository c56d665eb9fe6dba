package org.mtlbench.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.method.StoppedException;
import org.mtlbench.toolbox.search.TrainingSubset;
import org.mtlbench.toolbox.training.BatchLoop;

class BatchLoopTest {
  private static List<Float> firstPixels(TinyProblem problem, String purpose, int epoch) {
    List<Float> pixels = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    BatchLoop.train(
        problem,
        purpose,
        epoch,
        64,
        batch -> {
          sizes.add(batch.size());
          for (float value : batch.input().get(":, 0, 0, 0").toFloatArray()) {
            pixels.add(value);
          }
        });
    assertThat(sizes).containsExactly(64, 64, 64, 64, 44);
    return pixels;
  }

  @Test
  void visitsEveryExampleOncePerEpochInSeededOrder() {
    try (NDManager manager = NDManager.newBaseManager()) {
      TinyProblem problem = new TinyProblem(manager, 5);
      List<Float> first = firstPixels(problem, "a", 1);
      assertThat(firstPixels(problem, "a", 1)).isEqualTo(first);
      assertThat(firstPixels(problem, "a", 2))
          .isNotEqualTo(first)
          .containsExactlyInAnyOrderElementsOf(first);
      assertThat(firstPixels(problem, "b", 1))
          .isNotEqualTo(first)
          .containsExactlyInAnyOrderElementsOf(first);
      assertThat(firstPixels(new TinyProblem(manager, 6), "a", 1)).isNotEqualTo(first);
    }
  }

  private static double[] sumsOfImages(TinyProblem problem, int[] examples) {
    Examples all = problem.dataset().split(SplitName.TRAIN).range(0, 300, problem.manager());
    NDArray images = problem.dataset().prepare(all.inputs()).get(0);
    float[] sums = images.sum(new int[] {1, 2, 3}).toFloatArray();
    return Arrays.stream(examples).mapToDouble(i -> sums[i]).sorted().toArray();
  }

  @Test
  void trainsOnSeededSubsetOnly() {
    try (NDManager manager = NDManager.newBaseManager()) {
      TinyProblem problem = new TinyProblem(manager, 5);
      int[] subset = TrainingSubset.draw(problem, "search", 0.2);
      assertThat(subset).hasSize(60).isSorted().doesNotHaveDuplicates();
      assertThat(TrainingSubset.draw(problem, "search", 0.2)).isEqualTo(subset);
      assertThat(TrainingSubset.draw(problem, "other", 0.2)).isNotEqualTo(subset);
      assertThat(TrainingSubset.draw(new TinyProblem(manager, 6), "search", 0.2))
          .isNotEqualTo(subset);

      List<Double> seen = new ArrayList<>();
      BatchLoop.train(
          problem,
          subset,
          "search",
          1,
          25,
          batch -> {
            for (float sum : batch.input().sum(new int[] {1, 2, 3}).toFloatArray()) {
              seen.add((double) sum);
            }
          });
      double[] sorted = seen.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      assertThat(sorted).containsExactly(sumsOfImages(problem, subset), within(1e-5));
    }
  }

  @Test
  void fullSubsetGivesSameBatchesAsSplit() {
    try (NDManager manager = NDManager.newBaseManager()) {
      TinyProblem problem = new TinyProblem(manager, 5);
      int[] all = TrainingSubset.draw(problem, "search", 1);
      assertThat(all).hasSize(300).startsWith(0, 1, 2).endsWith(299);
      List<float[]> whole = new ArrayList<>();
      List<float[]> chosen = new ArrayList<>();
      BatchLoop.train(problem, "a", 1, 64, batch -> whole.add(batch.input().toFloatArray()));
      BatchLoop.train(problem, all, "a", 1, 64, batch -> chosen.add(batch.input().toFloatArray()));
      assertThat(chosen).containsExactlyElementsOf(whole);
      assertThat(TrainingSubset.draw(problem, "search", 1e-9)).hasSize(1);
    }
  }

  @Test
  void evaluationCanStopBetweenBatches() {
    try (NDManager manager = NDManager.newBaseManager()) {
      TinyProblem problem = new TinyProblem(manager, 5);
      List<Integer> seen = new ArrayList<>();
      Runnable border =
          () -> {
            if (seen.size() == 2) {
              throw new StoppedException();
            }
          };
      assertThatThrownBy(
              () ->
                  BatchLoop.evaluate(
                      problem.dataset(),
                      SplitName.VALIDATION,
                      30,
                      manager,
                      border,
                      batch -> seen.add(batch.size())))
          .isInstanceOf(StoppedException.class);
      assertThat(seen).containsExactly(30, 30);
    }
  }
}
