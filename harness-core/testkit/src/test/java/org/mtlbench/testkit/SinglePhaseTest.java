package org.mtlbench.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.DivergedException;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.method.Step;
import org.mtlbench.api.method.TaskGradients;
import org.mtlbench.api.method.Update;
import org.mtlbench.api.method.Weighting;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.EpochReport;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.api.phase.PhaseRun;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.toolbox.procedure.Procedures;

class SinglePhaseTest {
  private static final TrainingConfig TRAINING = TrainingConfig.adam(12, 5e-2, 0.5, 6);

  private record Fixed(double[] weights, TrainingConfig training) implements Weighting {
    @Override
    public double[] weights(Step step) {
      return weights;
    }
  }

  private record Sum(TrainingConfig training) implements Aggregation {
    @Override
    public Update aggregate(TaskGradients gradients) {
      return Update.weights(new double[] {1, 1});
    }
  }

  private static TinyTraining train(Method method, TinyProblem problem) {
    return TinyTraining.of(method, problem);
  }

  @Test
  void weightingLearnsBothTasks() {
    try (NDManager manager = NDManager.newBaseManager()) {
      TinyTraining outcome =
          train(new Fixed(new double[] {0.5, 0.5}, TRAINING), new TinyProblem(manager, 1));
      assertThat(Arrays.stream(outcome.validation().primary()).boxed())
          .allMatch(accuracy -> accuracy > 0.85);
      double[] first = outcome.reports().get(0).losses();
      double[] last = outcome.reports().get(11).losses();
      assertThat(last[0]).isLessThan(first[0] / 2);
      assertThat(last[1]).isLessThan(first[1] / 2);
    }
  }

  @Test
  void sumOfTaskGradientsEqualsGradientOfSum() {
    try (NDManager manager = NDManager.newBaseManager()) {
      TrainingConfig plain = TrainingConfig.sgd(2, 1e-2, 0.5, 6);
      TinyTraining weighting =
          train(new Fixed(new double[] {1, 1}, plain), new TinyProblem(manager, 1));
      TinyTraining aggregation = train(new Sum(plain), new TinyProblem(manager, 1));
      for (int i = 0; i < weighting.parameters().size(); i++) {
        float[] a = weighting.parameters().get(i);
        float[] b = aggregation.parameters().get(i);
        for (int j = 0; j < a.length; j++) {
          assertThat(b[j]).isCloseTo(a[j], within(1e-5f));
        }
      }
    }
  }

  /** Weights of its own, and on request the norms of the task gradients. */
  private record Changing(boolean norms, TrainingConfig training) implements Weighting {
    @Override
    public double[] weights(Step step) {
      if (norms) {
        step.gradientNorms();
      }
      return new double[] {step.index(), 1};
    }
  }

  @Test
  void reportsMeanTaskWeights() {
    try (NDManager manager = NDManager.newBaseManager()) {
      TrainingConfig plain = TrainingConfig.sgd(2, 1e-2, 0.5, 6);
      TinyTraining training = train(new Changing(false, plain), new TinyProblem(manager, 1));
      // 300 examples in batches of 256: two steps, of index 0 and 1
      assertThat(training.reports())
          .allSatisfy(
              report ->
                  assertThat(report.measures())
                      .containsExactly(entry("weight.left", 0.5), entry("weight.upper", 1.0)));
    }
  }

  /** Keeps the cosine of each step, computed entry by entry, and writes into the rows. */
  private record Watching(List<Double> cosines, TrainingConfig training) implements Aggregation {
    @Override
    public Update aggregate(TaskGradients gradients) {
      float[] flat = gradients.rows().toFloatArray();
      int half = flat.length / 2;
      double product = 0;
      double first = 0;
      double second = 0;
      for (int i = 0; i < half; i++) {
        product += (double) flat[i] * flat[half + i];
        first += (double) flat[i] * flat[i];
        second += (double) flat[half + i] * flat[half + i];
      }
      cosines.add(product / Math.sqrt(first * second));
      NDArray direction = gradients.rows().get(0).duplicate();
      gradients.rows().muli(0);
      return Update.direction(direction, new double[] {1, 1});
    }
  }

  @Test
  void reportsMeanCosineAndConflictingSteps() {
    try (NDManager manager = NDManager.newBaseManager()) {
      List<Double> cosines = new ArrayList<>();
      TrainingConfig plain = TrainingConfig.sgd(8, 0.1, 1, 1);
      TinyTraining training = train(new Watching(cosines, plain), new TinyProblem(manager, 1));
      assertThat(cosines).hasSize(8 * 2).anyMatch(c -> c < 0).anyMatch(c -> c > 0);
      for (int epoch = 0; epoch < 8; epoch++) {
        List<Double> own = cosines.subList(2 * epoch, 2 * epoch + 2);
        double mean = own.stream().mapToDouble(c -> c).average().orElseThrow();
        assertThat(training.reports().get(epoch).measures())
            .containsOnlyKeys("cosine.left.upper", "conflicting-steps")
            .hasEntrySatisfying(
                "cosine.left.upper", c -> assertThat(c).isCloseTo(mean, within(1e-9)))
            .containsEntry("conflicting-steps", own.stream().filter(c -> c < 0).count() / 2.0);
      }
    }
  }

  @Test
  void reportsCosinesIfWeightingReadsGradientNorms() {
    try (NDManager manager = NDManager.newBaseManager()) {
      TrainingConfig plain = TrainingConfig.sgd(1, 1e-2, 0.5, 6);
      TinyTraining training = train(new Changing(true, plain), new TinyProblem(manager, 1));
      assertThat(training.reports().get(0).measures())
          .containsOnlyKeys("weight.left", "weight.upper", "cosine.left.upper", "conflicting-steps")
          .hasEntrySatisfying("cosine.left.upper", c -> assertThat(c).isBetween(-1.0, 1.0));
    }
  }

  @Test
  void zeroWeightLeavesHeadUnchanged() {
    try (NDManager manager = NDManager.newBaseManager()) {
      TinyProblem problem = new TinyProblem(manager, 1);
      TrainingConfig plain = TrainingConfig.sgd(1, 1e-2, 0.5, 6);
      TinyTraining outcome = train(new Fixed(new double[] {1, 0}, plain), problem);
      assertThat(outcome.reports().get(0).losses()).hasSize(2);
      Model fresh = problem.network("network");
      Initial.check(outcome.model(), fresh);
    }
  }

  /** The untouched head still has its initial bias of LSUV: zeros. */
  private static final class Initial {
    static void check(Model trained, Model fresh) {
      assertThat(trained.parameters()).hasSameSizeAs(fresh.parameters());
      trained.parameters().stream()
          .filter(p -> p.name().startsWith("head") && p.name().endsWith("bias"))
          .forEach(
              p -> {
                float largest = p.value().abs().max().getFloat();
                if (p.name().startsWith("head1")) {
                  assertThat(largest).isPositive();
                } else {
                  assertThat(largest).isZero();
                }
              });
    }
  }

  @Test
  void isDeterministicPerSeed() {
    try (NDManager manager = NDManager.newBaseManager()) {
      Method method = new Fixed(new double[] {0.5, 0.5}, TrainingConfig.adam(2, 1e-2, 1, 1));
      List<float[]> first = train(method, new TinyProblem(manager, 1)).parameters();
      List<float[]> again = train(method, new TinyProblem(manager, 1)).parameters();
      List<float[]> other = train(method, new TinyProblem(manager, 2)).parameters();
      for (int i = 0; i < first.size(); i++) {
        assertThat(again.get(i)).isEqualTo(first.get(i));
      }
      assertThat(other.get(0)).isNotEqualTo(first.get(0));
    }
  }

  @Test
  void selectsBestOrLastEpoch() {
    try (NDManager manager = NDManager.newBaseManager()) {
      // a learning rate that grows worse with time: the last epoch is seldom the best
      TrainingConfig wild = TrainingConfig.adam(15, 0.3, 1, 1);
      TinyTraining best =
          train(new Fixed(new double[] {0.5, 0.5}, wild), new TinyProblem(manager, 3));
      double highest =
          best.reports().stream()
              .mapToDouble(r -> r.validation().orElseThrow().score())
              .max()
              .orElseThrow();
      assertThat(best.meanAccuracy()).isEqualTo(highest);
      int flagged = 0;
      double kept = -1;
      for (EpochReport report : best.reports()) {
        double mean = report.validation().orElseThrow().score();
        assertThat(report.best()).isEqualTo(mean > kept);
        kept = Math.max(kept, mean);
        flagged += report.best() ? 1 : 0;
      }
      assertThat(flagged).isPositive();
    }
  }

  @Test
  void nonFiniteLossEndsTraining() {
    try (NDManager manager = NDManager.newBaseManager()) {
      TrainingConfig exploding = TrainingConfig.sgd(3, 1e30, 1, 1);
      Method method = new Fixed(new double[] {1, 1}, exploding);
      assertThatThrownBy(() -> train(method, new TinyProblem(manager, 1)))
          .isInstanceOf(DivergedException.class)
          .hasMessageContaining("the loss of task left became NaN in epoch 1, step");
    }
  }

  @Test
  void closesAllTensorsOfStep() {
    try (NDManager manager = NDManager.newBaseManager()) {
      TinyProblem problem = new TinyProblem(manager, 1);
      Procedure procedure = Procedures.of(new Sum(TRAINING), 2);
      Phase phase = procedure.phases(Budget.FULL).get(0);
      PhaseRun run = procedure.open(problem).phases().get(0);
      run.epoch(phase, 1);
      int before = manager.getManagedArrays().size();
      run.epoch(phase, 2);
      run.epoch(phase, 3);
      assertThat(manager.getManagedArrays()).hasSize(before);
    }
  }

  @Test
  void registersParametersOptimiserAndBestModel() {
    try (NDManager manager = NDManager.newBaseManager()) {
      TinyProblem problem = new TinyProblem(manager, 1);
      train(new Fixed(new double[] {1, 1}, TrainingConfig.adam(1, 1e-2, 1, 1)), problem);
      assertThat(problem.registered())
          .contains(
              "network/trunk.conv.weight", "network/best/trunk.conv.weight", "network/best/score")
          .anyMatch(name -> name.startsWith("optimiser"));
    }
  }

  @Test
  void rejectsWrongNumberOfWeights() {
    try (NDManager manager = NDManager.newBaseManager()) {
      Method method = new Fixed(new double[] {1}, TRAINING);
      assertThatThrownBy(() -> train(method, new TinyProblem(manager, 1)))
          .hasMessageContaining("returned 1 weights for 2 tasks");
    }
  }
}
