package org.mtlbench.engine.worker;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Task;
import org.mtlbench.engine.checkpoint.CheckpointedState;
import org.mtlbench.toolbox.training.ConstantPredictor;

/** The session of one cell in its worker. */
final class CellSession implements Session {
  private final NDManager manager;
  private final Dataset dataset;
  private final CellPlugins plugins;
  private final Randomness random;
  private final StopSignal stop;
  private final CheckpointedState state = new CheckpointedState();
  private final List<String> notes = new ArrayList<>();
  private Optional<ConstantPredictor> constantPredictor = Optional.empty();
  private Optional<double[]> constantScores = Optional.empty();
  private final Map<String, Double> measures = new LinkedHashMap<>();

  CellSession(
      NDManager manager, Dataset dataset, CellPlugins plugins, Randomness random, StopSignal stop) {
    this.manager = manager;
    this.dataset = new TrainingView(dataset);
    this.plugins = plugins;
    this.random = random;
    this.stop = stop;
  }

  @Override
  public NDManager manager() {
    return manager;
  }

  @Override
  public Dataset dataset() {
    return dataset;
  }

  @Override
  public List<Task> tasks() {
    return plugins.facts().tasks();
  }

  /** The constant predictor, fitted on first use. */
  ConstantPredictor constantPredictor() {
    if (constantPredictor.isEmpty()) {
      constantPredictor = Optional.of(ConstantPredictor.fit(dataset, tasks(), manager));
    }
    return constantPredictor.get();
  }

  @Override
  public double[] constantScores() {
    if (constantScores.isEmpty()) {
      double[][] scores = constantPredictor().scores(dataset, SplitName.VALIDATION, manager);
      constantScores = Optional.of(Arrays.stream(scores).mapToDouble(task -> task[0]).toArray());
    }
    return constantScores.get().clone();
  }

  @Override
  public Randomness random() {
    return random;
  }

  @Override
  public Network network(String purpose, int... tasks) {
    return plugins.networks().create(manager, random.part("network/" + purpose), tasks);
  }

  @Override
  public Network widerNetwork(String purpose, int channels) {
    return plugins.networks().createWider(manager, random.part("network/" + purpose), channels);
  }

  @Override
  public CheckpointedState state() {
    return state;
  }

  @Override
  public void note(String remark) {
    if (!notes.contains(remark)) {
      notes.add(remark);
    }
  }

  @Override
  public void measure(String name, double value) {
    measures.put(name, value);
  }

  /** The measures so far; NaN and infinite values are omitted. */
  Map<String, Double> measures() {
    Map<String, Double> finite = new LinkedHashMap<>(measures);
    finite.values().removeIf(value -> !Double.isFinite(value));
    return finite;
  }

  /** Restores the notes and measures of an interrupted training. */
  void restore(List<String> earlierNotes, Map<String, Double> earlierMeasures) {
    notes.clear();
    notes.addAll(earlierNotes);
    measures.clear();
    measures.putAll(earlierMeasures);
  }

  /** The notes so far, in order. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  @Override
  public void checkStopped() {
    stop.check();
  }
}
