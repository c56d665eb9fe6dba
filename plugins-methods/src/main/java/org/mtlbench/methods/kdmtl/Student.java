package org.mtlbench.methods.kdmtl;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.architecture.StagedNetwork;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.DivergedException;
import org.mtlbench.api.task.Task;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.optimiser.Adam;
import org.mtlbench.toolbox.optimiser.Optimiser;
import org.mtlbench.toolbox.optimiser.Optimisers;
import org.mtlbench.toolbox.search.SearchedTraining;
import org.mtlbench.toolbox.training.Batch;
import org.mtlbench.toolbox.training.DeviceVector;
import org.mtlbench.toolbox.training.ModelTraining;
import org.mtlbench.toolbox.training.ParameterUpdates;
import org.mtlbench.toolbox.training.StepValues;
import org.mtlbench.toolbox.training.TaskLosses;

/** Trains the multi-task network with its adaptors: one forward and one backward pass per step. */
final class Student implements SearchedTraining.Trainee {
  private final KdmtlConfig config;
  private final List<Task> tasks;
  private final StagedNetwork network;
  private final Distillation distillation;
  private final Consumer<NDArray> backward;
  private final Optimiser optimiser;
  private final Optimiser adaptorOptimiser;
  private final DeviceVector sent = new DeviceVector();
  private StepValues distances = new StepValues();

  /**
   * Creates a student.
   *
   * @param backward runs the backward pass of a scalar: {@link Backward#run}, except in tests that
   *     count passes
   */
  Student(
      KdmtlConfig config,
      List<Task> tasks,
      StagedNetwork network,
      Distillation distillation,
      Consumer<NDArray> backward) {
    this.config = config;
    this.tasks = tasks;
    this.network = network;
    this.distillation = distillation;
    this.backward = backward;
    optimiser = Optimisers.of(config.training());
    adaptorOptimiser = new Adam(config.adaptorWeightDecay());
  }

  @Override
  public Model model() {
    return network;
  }

  @Override
  public List<Parameter> parameters() {
    return Stream.of(network.parameters(), distillation.parameters())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public void restart() {
    optimiser.reset();
    adaptorOptimiser.reset();
  }

  /** The optimiser of the network. */
  Optimiser optimiser() {
    return optimiser;
  }

  /** The optimiser of the adaptors. */
  Optimiser adaptorOptimiser() {
    return adaptorOptimiser;
  }

  @Override
  public ModelTraining.Step step(double[] lambda) {
    distances.close();
    distances = new StepValues();
    List<Parameter> trainable = network.parameters().stream().filter(Parameter::trainable).toList();
    return (batch, rate) -> {
      NDArray losses = descend(batch, lambda);
      ParameterUpdates.apply(trainable, optimiser, rate);
      if (config.distillationGradient()) {
        ParameterUpdates.apply(
            distillation.parameters(), adaptorOptimiser, config.adaptorLearningRate());
      }
      return losses;
    };
  }

  /**
   * Runs forward and backward, and leaves the gradient of sum_i CE_i + distillation in network and
   * adaptors.
   *
   * @return the cross-entropies, (K), without gradients
   */
  NDArray descend(Batch batch, double[] lambda) {
    List<NDArray> features =
        batch.inputs().stream().map(input -> network.trunk(input, ForwardMode.TRAINING)).toList();
    TaskLosses losses = TaskLosses.of(outputs(features, batch.inputs()), batch, tasks);
    List<NDArray> seen =
        config.distillationGradient()
            ? features
            : features.stream().map(NDArray::stopGradient).toList();
    NDArray weights = sent.of(lambda, losses.tensors().get(0).getManager());
    NDArray distance = distillation.loss(seen, batch, weights);
    try (GradientMode off = GradientMode.off()) {
      distances.add(distance.stopGradient());
    }
    NDArray sum = losses.sum();
    backward.accept(config.distillationGradient() ? sum.add(distance) : sum);
    return losses.vector();
  }

  private List<NDArray> outputs(List<NDArray> features, List<NDArray> inputs) {
    List<NDArray> outputs = new ArrayList<>();
    for (int task = 0; task < network.tasks(); task++) {
      int own = inputs.size() == 1 ? 0 : task;
      NDArray fused = network.fuse(task, features.get(own), inputs.get(own), ForwardMode.TRAINING);
      outputs.add(network.head(task, fused, ForwardMode.TRAINING));
    }
    return outputs;
  }

  /** The mean weighted distillation loss since the step was created; 0 before the first batch. */
  @Override
  public Map<String, Double> measures() {
    List<double[]> steps = distances.rows();
    double mean = steps.stream().mapToDouble(step -> step[0]).average().orElse(0);
    if (!Double.isFinite(mean)) {
      throw new DivergedException("the mean distillation loss of an epoch became " + mean);
    }
    return Map.of("distillation", mean);
  }
}
