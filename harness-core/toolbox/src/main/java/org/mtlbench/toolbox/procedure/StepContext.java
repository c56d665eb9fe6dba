package org.mtlbench.toolbox.procedure;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.layer.Parameter;
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
        tasks().stream().map(Task::name).toList(),
        batch.epoch(),
        batch.index(),
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
    List<NDArray> kept = gradients();
    List<NDArray> copies;
    List<NDArray> buffers = buffers();
    List<NDArray> bufferCopies;
    try (GradientMode off = GradientMode.off()) {
      copies = kept.stream().map(NDArray::duplicate).toList();
      bufferCopies = buffers.stream().map(NDArray::duplicate).toList();
      Backward.clear(network.parameters());
    }
    TaskGradients gradients = gradients(draw(which, batch), learningRate);
    try (GradientMode off = GradientMode.off()) {
      Backward.clear(network.parameters());
      for (int i = 0; i < kept.size(); i++) {
        // Not copyTo: it moves a tensor to a buffer that only this handle of the gradient keeps.
        kept.get(i).addi(copies.get(i));
      }
      for (int i = 0; i < buffers.size(); i++) {
        bufferCopies.get(i).copyTo(buffers.get(i));
      }
    }
    return gradients;
  }

  /** The gradients, which a backward pass modifies. */
  private List<NDArray> gradients() {
    return network.parameters().stream()
        .filter(Parameter::trainable)
        .map(p -> p.value().getGradient())
        .toList();
  }

  /** The buffers, for example running statistics, which a forward pass modifies. */
  private List<NDArray> buffers() {
    return network.parameters().stream().filter(p -> !p.trainable()).map(Parameter::value).toList();
  }

  private TaskGradients gradients(Batch batch, double learningRate) {
    try (GradientMode on = GradientMode.on()) {
      TaskLosses losses = TaskLosses.of(network, batch, tasks());
      return TrunkGradients.of(
          losses.tensors(), network.sharedParameters(), false, facts(batch, learningRate));
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
