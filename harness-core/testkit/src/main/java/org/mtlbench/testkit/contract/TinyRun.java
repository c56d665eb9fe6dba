package org.mtlbench.testkit.contract;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.method.Training;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.EpochReport;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.api.phase.PhaseRun;
import org.mtlbench.testkit.TinyProblem;

/**
 * A training on {@link org.mtlbench.testkit.TinyProblem}, epoch by epoch in the same way as the
 * engine.
 */
final class TinyRun implements AutoCloseable {
  private final NDManager manager;
  private final TinyProblem problem;
  private final Procedure procedure;
  private final RegisteredState state;
  private final List<Phase> phases;
  private final Training training;
  private final List<PhaseRun> runs;
  private final List<EpochReport> reports = new ArrayList<>();
  private final Set<String> given = new HashSet<>();
  private int phase;
  private int epoch = 1;

  private TinyRun(
      NDManager manager, TinyProblem problem, Procedure procedure, RegisteredState state) {
    this.manager = manager;
    this.problem = problem;
    this.procedure = procedure;
    this.state = state;
    phases = procedure.phases(Budget.FULL);
    training = procedure.open(problem);
    runs = training.phases();
  }

  static TinyRun open(Function<MethodContext, Procedure> method, NDManager manager, long seed) {
    RegisteredState state = new RegisteredState();
    TinyProblem problem = new TinyProblem(manager, seed, state);
    return new TinyRun(manager, problem, method.apply(problem.context()), state);
  }

  /** Whether all epochs of all phases are done. */
  boolean ended() {
    return phase == phases.size();
  }

  /** The phase of the next epoch. */
  Phase phase() {
    return phases.get(phase);
  }

  /** Whether the last epoch was the last one of its phase. */
  boolean leftPhase() {
    return epoch == 1;
  }

  /** The artefact of a phase. */
  Model artefact(Phase made) {
    return runs.get(phases.indexOf(made)).artefact();
  }

  /** Skips phases and restores their artefacts instead. */
  void skipPhases(Map<String, List<float[]>> artefacts) {
    for (Phase made : phases) {
      List<float[]> values = artefacts.get(made.name());
      if (values != null) {
        write(artefact(made).parameters(), values);
        given.add(made.name());
      }
    }
    skipGiven();
  }

  private static void write(List<Parameter> parameters, List<float[]> values) {
    for (int i = 0; i < values.size(); i++) {
      RegisteredState.write(parameters.get(i).value(), values.get(i));
    }
  }

  private void skipGiven() {
    while (!ended() && given.contains(phases.get(phase).name())) {
      phase++;
    }
  }

  /** The next epoch within its phase, counted from 1. */
  int epoch() {
    return epoch;
  }

  /** The number of epochs done, including those before a checkpoint. */
  int position() {
    int before = phases.stream().limit(phase).mapToInt(Phase::epochs).sum();
    return before + epoch - 1;
  }

  /**
   * Runs one epoch, including the start or end of its phase.
   *
   * @return the name of the epoch and its phase
   */
  String next() {
    Phase current = phases.get(phase);
    PhaseRun run = runs.get(phase);
    if (epoch == 1) {
      run.begin();
    }
    String where = "epoch " + epoch + " of phase " + current.name();
    reports.add(run.epoch(current, epoch));
    epoch++;
    if (epoch > current.epochs()) {
      run.end();
      phase++;
      epoch = 1;
      skipGiven();
    }
    return where;
  }

  void runToEnd() {
    while (!ended()) {
      next();
    }
  }

  /**
   * Restores a checkpoint.
   *
   * @param position number of epochs done at the checkpoint
   */
  void resumeFrom(int position, RegisteredState.Saved checkpoint) {
    int left = position;
    while (left >= phases.get(phase).epochs()) {
      left -= phases.get(phase).epochs();
      phase++;
    }
    epoch = left + 1;
    state.restore(checkpoint);
  }

  RegisteredState.Saved checkpoint() {
    return state.save();
  }

  /** The number of arrays that live as long as the training. */
  int arrays() {
    return manager.getManagedArrays().size() + manager.getParentManager().getManagedArrays().size();
  }

  List<EpochReport> reports() {
    return reports;
  }

  List<Phase> phases() {
    return phases;
  }

  Procedure procedure() {
    return procedure;
  }

  TinyProblem problem() {
    return problem;
  }

  Model model() {
    return training.result();
  }

  /** The model that a phase trains. */
  Optional<Model> model(Phase of) {
    return runs.get(phases.indexOf(of)).model();
  }

  /** The number of outputs of a model. */
  int outputs(Model model) {
    try (NDScope scope = new NDScope()) {
      Examples few =
          problem.dataset().split(SplitName.VALIDATION).take(manager.create(new long[] {0, 1}));
      return model.predict(problem.dataset().prepare(few.inputs()), ForwardMode.EVALUATION).size();
    }
  }

  /** A hash of the bits of each parameter of the reported model, by name. */
  Map<String, String> result() {
    Map<String, String> hashes = new LinkedHashMap<>();
    int index = 0;
    for (Parameter parameter : model().parameters()) {
      String hash = Integer.toHexString(Arrays.hashCode(parameter.value().toFloatArray()));
      // Several networks may use the same parameter name.
      hashes.put(index++ + " " + parameter.name(), hash);
    }
    return hashes;
  }

  @Override
  public void close() {
    manager.close();
  }
}
