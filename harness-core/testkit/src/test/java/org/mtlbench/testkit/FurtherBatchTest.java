package org.mtlbench.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.FurtherBatch;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.api.method.Step;
import org.mtlbench.api.method.TaskGradients;
import org.mtlbench.api.method.Update;
import org.mtlbench.api.method.Weighting;
import org.mtlbench.api.training.TrainingConfig;

/** Methods whose steps read batches other than their own. */
class FurtherBatchTest {
  private static final TrainingConfig TRAINING = TrainingConfig.adam(2, 1e-2, 1, 1);

  private final NDManager manager = NDManager.newBaseManager();
  private final List<Double> seen = new ArrayList<>();

  @AfterEach
  void close() {
    manager.close();
  }

  /** Equal weights; reads the losses of another batch. */
  private final class Reader implements Weighting {
    private final Set<FurtherBatch> declared;
    private final Set<FurtherBatch> read;
    private double lastLoss;

    Reader(Set<FurtherBatch> declared, Set<FurtherBatch> read) {
      this.declared = declared;
      this.read = read;
    }

    @Override
    public TrainingConfig training() {
      return TRAINING;
    }

    @Override
    public Set<FurtherBatch> furtherBatches() {
      return declared;
    }

    @Override
    public double[] weights(Step step) {
      for (FurtherBatch batch : read) {
        TaskGradients other = step.gradientsOn(batch);
        lastLoss = other.losses()[0];
        seen.add(lastLoss);
        assertThat(other.learningRate()).isEqualTo(step.learningRate());
        assertThat(other.losses()).isNotEqualTo(step.losses());
      }
      return new double[] {1, 1};
    }

    @Override
    public void state(StateRegistry registry) {
      registry.numbers("last", () -> new double[] {lastLoss}, read -> lastLoss = read[0]);
    }
  }

  /** The sum of the gradients; reads those of another batch. */
  private final class Summing implements Aggregation {
    private final Set<FurtherBatch> read;

    Summing(Set<FurtherBatch> read) {
      this.read = read;
    }

    @Override
    public TrainingConfig training() {
      return TRAINING;
    }

    @Override
    public Set<FurtherBatch> furtherBatches() {
      return read;
    }

    @Override
    public Update aggregate(TaskGradients gradients) {
      for (FurtherBatch batch : read) {
        double[][] gramian = gradients.gradientsOn(batch).gramian();
        assertThat(gramian[0][0]).isPositive().isNotEqualTo(gradients.gramian()[0][0]);
        seen.add(gramian[0][0]);
      }
      return Update.weights(new double[] {1, 1});
    }
  }

  private TinyTraining train(Method method) {
    return TinyTraining.of(method, new TinyProblem(manager, 1));
  }

  private static void assertSameBits(TinyTraining found, TinyTraining expected) {
    for (int i = 0; i < expected.parameters().size(); i++) {
      assertThat(found.parameters().get(i)).isEqualTo(expected.parameters().get(i));
    }
  }

  @Test
  void weightingReadsFurtherBatchWithoutSideEffects() {
    TinyTraining plain = train(new Reader(Set.of(), Set.of()));
    for (FurtherBatch batch : FurtherBatch.values()) {
      seen.clear();
      assertSameBits(train(new Reader(Set.of(batch), Set.of(batch))), plain);
      // two epochs of two batches
      assertThat(seen).hasSize(4).doesNotHaveDuplicates();
      assertThat(seen).allSatisfy(loss -> assertThat(loss).isPositive());
    }
  }

  @Test
  void aggregationReadsFurtherBatchWithoutSideEffects() {
    TinyTraining plain = train(new Summing(Set.of()));
    for (FurtherBatch batch : FurtherBatch.values()) {
      seen.clear();
      assertSameBits(train(new Summing(Set.of(batch))), plain);
      assertThat(seen).hasSize(4).doesNotHaveDuplicates();
    }
  }

  @Test
  void furtherTrainingBatchesDiffer() {
    train(new Summing(Set.of(FurtherBatch.TRAINING)));
    List<Double> first = List.copyOf(seen);
    seen.clear();
    train(new Summing(Set.of(FurtherBatch.SECOND_TRAINING)));
    assertThat(seen).doesNotContainAnyElementsOf(first);
  }

  @Test
  void separateInputsTrainLikeSharedInput() {
    for (Method method :
        List.of(
            new Reader(Set.of(), Set.of()),
            new Summing(Set.of()),
            new Summing(Set.of(FurtherBatch.VALIDATION)))) {
      TinyTraining shared = train(method);
      TinyTraining own = TinyTraining.of(method, new TinyProblem(manager, 1).withInputPerTask());
      for (int epoch = 0; epoch < shared.reports().size(); epoch++) {
        assertThat(own.reports().get(epoch).losses())
            .containsExactly(shared.reports().get(epoch).losses(), within(1e-4));
      }
    }
  }

  @Test
  void furtherBatchesAreDeterministicPerSeed() {
    train(new Summing(Set.of(FurtherBatch.TRAINING)));
    List<Double> first = List.copyOf(seen);
    seen.clear();
    train(new Summing(Set.of(FurtherBatch.TRAINING)));
    assertThat(seen).isEqualTo(first);
  }

  @Test
  void rejectsUndeclaredFurtherBatch() {
    Method method = new Reader(Set.of(), Set.of(FurtherBatch.VALIDATION));
    assertThatThrownBy(() -> train(method))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("VALIDATION")
        .hasMessageContaining("not declared");
  }

  @Test
  void notesTrainingOnValidation() {
    TinyProblem problem = new TinyProblem(manager, 1);
    TinyTraining.of(new Summing(Set.of(FurtherBatch.VALIDATION)), problem);
    assertThat(problem.registered())
        .contains("note: every step reads a batch of the validation split");
  }
}
