package org.mtlbench.toolbox.procedure;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.method.FurtherBatch;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.method.TaskGradients;
import org.mtlbench.api.task.Task;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.gradient.TrunkGradients;
import org.mtlbench.toolbox.optimiser.Optimiser;
import org.mtlbench.toolbox.training.Batch;
import org.mtlbench.toolbox.training.TaskLosses;

/**
 * The context of a step.
 *
 * @param declared the further batches that the method has declared
 */
record StepContext(
    Network network, Optimiser optimiser, Session session, Set<FurtherBatch> declared) {

  List<Task> tasks() {
    return session.tasks();
  }

  /** The facts of the step on a batch, for its gradients. */
  TrunkGradients.StepFacts facts(Batch batch, double learningRate) {
    return new TrunkGradients.StepFacts(
        learningRate,
        session.random().stream("step", batch.epoch(), batch.index()),
        which -> further(which, batch, learningRate));
  }

  /**
   * Losses and trunk gradients on another batch. Existing gradients and running statistics are
   * preserved.
   */
  TaskGradients further(FurtherBatch which, Batch batch, double learningRate) {
    if (!declared.contains(which)) {
      throw new IllegalStateException(
          "the method read a further batch (" + which + ") that was not declared");
    }
    List<NDArray> kept = changed();
    List<NDArray> copies;
    try (GradientMode off = GradientMode.off()) {
      copies = kept.stream().map(NDArray::duplicate).toList();
      Backward.clear(network.parameters());
    }
    TaskGradients gradients = gradients(draw(which, batch), learningRate);
    try (GradientMode off = GradientMode.off()) {
      Backward.clear(network.parameters());
      for (int i = 0; i < kept.size(); i++) {
        copies.get(i).copyTo(kept.get(i));
      }
    }
    return gradients;
  }

  /** Everything that a forward and a backward pass modify: gradients and buffers. */
  private List<NDArray> changed() {
    return network.parameters().stream()
        .map(p -> p.trainable() ? p.value().getGradient() : p.value())
        .toList();
  }

  private TaskGradients gradients(Batch batch, double learningRate) {
    try (GradientMode on = GradientMode.on()) {
      TaskLosses losses = TaskLosses.of(network, batch, tasks());
      return TrunkGradients.of(
          losses.tensors(),
          losses.values(),
          network.sharedParameters(),
          false,
          facts(batch, learningRate));
    }
  }

  private Batch draw(FurtherBatch which, Batch batch) {
    Dataset dataset = session.dataset();
    RandomGenerator random =
        session.random().stream("further-batch/" + which, batch.epoch(), batch.index());
    SplitName split =
        switch (which) {
          case TRAINING, SECOND_TRAINING -> SplitName.TRAIN;
          case VALIDATION -> SplitName.VALIDATION;
        };
    long[] drawn = random.longs(batch.size(), 0, dataset.split(split).size()).toArray();
    NDArray positions = session.manager().create(drawn);
    Examples raw =
        switch (which) {
          case TRAINING, SECOND_TRAINING -> dataset.takeTraining(positions, random);
          case VALIDATION -> dataset.split(split).take(positions);
        };
    return new Batch(
        dataset.prepare(raw.inputs()),
        raw.targets(),
        positions,
        batch.size(),
        batch.epoch(),
        batch.index());
  }
}
