package org.mtlbench.methods.mtan;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.task.Task;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.optimiser.Optimiser;
import org.mtlbench.toolbox.search.SearchedTraining;
import org.mtlbench.toolbox.training.DeviceVector;
import org.mtlbench.toolbox.training.ModelTraining;
import org.mtlbench.toolbox.training.ParameterUpdates;
import org.mtlbench.toolbox.training.TaskLosses;

/** Trains a network with attention: one forward and one backward pass per step. */
final class AttentionTrainer implements SearchedTraining.Trainee {
  private final List<Task> tasks;
  private final Model model;
  private final Optimiser optimiser;
  private final Consumer<NDArray> backward;
  private final DeviceVector sent = new DeviceVector();
  private double[] currentWeights = new double[0];

  /**
   * Creates the trainer of a model.
   *
   * @param backward runs the backward pass of a scalar: {@link Backward#run}, except in tests that
   *     count passes
   */
  AttentionTrainer(List<Task> tasks, Model model, Optimiser optimiser, Consumer<NDArray> backward) {
    this.tasks = tasks;
    this.model = model;
    this.optimiser = optimiser;
    this.backward = backward;
  }

  @Override
  public Model model() {
    return model;
  }

  @Override
  public List<Parameter> parameters() {
    return model.parameters();
  }

  @Override
  public void restart() {
    optimiser.reset();
  }

  @Override
  public Map<String, Double> measures() {
    Map<String, Double> measures = new LinkedHashMap<>();
    for (int task = 0; task < tasks.size(); task++) {
      measures.put("weight." + tasks.get(task).name(), currentWeights[task]);
    }
    return measures;
  }

  @Override
  public ModelTraining.Step step(double[] lossWeights) {
    currentWeights = lossWeights.clone();
    List<Parameter> trainable = model.parameters().stream().filter(Parameter::trainable).toList();
    return (batch, rate) -> {
      List<NDArray> outputs = model.predict(batch.inputs(), ForwardMode.TRAINING);
      TaskLosses losses = TaskLosses.of(outputs, batch, tasks);
      NDArray weights = sent.of(lossWeights, losses.tensors().get(0).getManager());
      backward.accept(losses.weightedSum(weights));
      ParameterUpdates.apply(trainable, optimiser, rate);
      return losses.vector();
    };
  }
}
