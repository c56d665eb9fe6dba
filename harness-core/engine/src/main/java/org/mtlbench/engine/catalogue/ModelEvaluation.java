package org.mtlbench.engine.catalogue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.task.Task;
import org.mtlbench.engine.environment.EngineLibraries;
import org.mtlbench.engine.environment.FlushToZero;
import org.mtlbench.engine.model.Compression;
import org.mtlbench.engine.model.GraphRecorder;
import org.mtlbench.engine.model.ModelGraph;
import org.mtlbench.engine.model.SavedModel;
import org.mtlbench.engine.model.ScriptedModel;
import org.mtlbench.engine.plan.TaskRecords;
import org.mtlbench.engine.plugins.Configured;
import org.mtlbench.engine.worker.SplitScores;
import org.mtlbench.results.score.SplitRecord;
import org.mtlbench.toolbox.training.Evaluator;

/** Evaluates a saved model and its compressed form on a dataset. */
record ModelEvaluation(SavedModel saved, Path file, Configured.Dataset<?> chosen) {
  /**
   * Opens the dataset and computes the scores on the CPU.
   *
   * @throws InvalidConfigException if the inputs or tasks of the dataset are not those of the
   *     model, or the data cannot be used
   */
  ModelScores scores(ModelScores.Request request) throws IOException {
    EngineLibraries.load();
    FlushToZero.on();
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      GraphRecorder.Recording whole = saved.recording(file, manager);
      List<Task> tasks = chosen.facts().tasks();
      checkCompatible(whole.graph());
      Dataset dataset = chosen.open(request.access(), manager);
      Model small = ScriptedModel.of(Compression.of(whole, manager), manager);
      Comparison both = new Comparison(ScriptedModel.of(whole, manager), small, tasks);
      SplitRecord scores = score(both, dataset, tasks, request.split(), manager);
      return new ModelScores(
          dataset.split(request.split()).size(),
          TaskRecords.of(tasks),
          scores,
          score(small, dataset, tasks, request.split(), manager),
          both.sameClass(),
          both.difference);
    }
  }

  private static SplitRecord score(
      Model model, Dataset dataset, List<Task> tasks, SplitName split, NDManager manager) {
    return SplitScores.record(
        tasks, Evaluator.evaluate(model, dataset, tasks, split, manager, () -> {}));
  }

  private void checkCompatible(ModelGraph graph) {
    DatasetFacts facts = chosen.facts();
    List<Long> outputs =
        graph.outputs().stream().map(output -> graph.nodes().get(output).shape().get(0)).toList();
    List<Long> expected = facts.tasks().stream().map(task -> (long) task.outputs()).toList();
    List<Long> input =
        LongStream.of(facts.input().shape().getShape()).boxed().collect(Collectors.toList());
    if (!outputs.equals(expected)
        || saved.inputs().stream().anyMatch(each -> !each.equals(input))) {
      throw new InvalidConfigException(
          "--dataset",
          chosen.choice().id()
              + ", with inputs of shape "
              + input
              + " and "
              + expected
              + " outputs",
          "a dataset with inputs of shape "
              + saved.inputs().get(0)
              + " and "
              + outputs
              + " outputs, as the model");
    }
  }

  /** Predicts with the first model, and compares its outputs with those of the second. */
  private static final class Comparison implements Model {
    private final Model first;
    private final Model second;
    private final List<Task> tasks;
    private final long[] same;
    private final long[] predictions;
    private double difference;

    Comparison(Model first, Model second, List<Task> tasks) {
      this.first = first;
      this.second = second;
      this.tasks = tasks;
      same = new long[tasks.size()];
      predictions = new long[tasks.size()];
    }

    @Override
    public List<NDArray> predict(List<NDArray> inputs, ForwardMode mode) {
      List<NDArray> outputs = first.predict(inputs, mode);
      List<NDArray> others = second.predict(inputs, mode);
      for (int t = 0; t < tasks.size(); t++) {
        NDArray output = outputs.get(t);
        NDArray other = others.get(t);
        difference = Math.max(difference, output.sub(other).abs().max().getFloat());
        if (hasClasses(tasks.get(t))) {
          NDArray equal = output.argMax(1).eq(other.argMax(1));
          predictions[t] += equal.size();
          same[t] += equal.countNonzero().getLong();
        }
      }
      return outputs;
    }

    private static boolean hasClasses(Task task) {
      return switch (task.target().kind()) {
        case CLASSES, CLASS_MAP -> true;
        case LABELS, REAL, REAL_MAP -> false;
      };
    }

    Map<String, Double> sameClass() {
      Map<String, Double> shares = new LinkedHashMap<>();
      for (int t = 0; t < tasks.size(); t++) {
        if (predictions[t] > 0) {
          shares.put(tasks.get(t).name(), (double) same[t] / predictions[t]);
        }
      }
      return shares;
    }

    @Override
    public List<Parameter> parameters() {
      return first.parameters();
    }
  }
}
