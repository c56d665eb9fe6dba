package org.mtlbench.cli.resume;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.EpochReport;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.api.phase.PhaseRun;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Task;
import org.mtlbench.engine.checkpoint.CheckpointedState;
import org.mtlbench.engine.checkpoint.HostState;
import org.mtlbench.engine.checkpoint.UnusableCheckpointException;
import org.mtlbench.testkit.TinyProblem;
import org.mtlbench.toolbox.procedure.Procedures;

/**
 * Trains a method on a tiny problem, epoch by epoch. Boundaries are counted over all phases:
 * boundary n is after n epochs, and after the end of the phase if epoch n was its last.
 */
final class Training implements AutoCloseable {
  /** Creates a new instance of the method. */
  @FunctionalInterface
  interface Source {
    Method create(MethodContext context);
  }

  private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
  private final TinyProblem problem = new TinyProblem(manager, 3);
  private final CheckpointedState state = new CheckpointedState();
  private final Session session = new Checkpointed(problem, state);
  private final org.mtlbench.api.method.Training training;
  private final List<Epoch> epochs = new ArrayList<>();

  private record Epoch(Phase phase, PhaseRun run, int number) {}

  /** Opens a new instance of the method. */
  Training(Source source, Budget budget) {
    Method method = source.create(problem.context());
    Procedure procedure = Procedures.of(method, session.tasks().size());
    training = procedure.open(session);
    List<Phase> phases = procedure.phases(budget);
    for (int i = 0; i < phases.size(); i++) {
      for (int number = 1; number <= phases.get(i).epochs(); number++) {
        epochs.add(new Epoch(phases.get(i), training.phases().get(i), number));
      }
    }
  }

  /** The number of epochs of all phases. */
  int length() {
    return epochs.size();
  }

  void restore(HostState saved) throws UnusableCheckpointException {
    state.restore(saved);
  }

  HostState capture() {
    return state.capture();
  }

  /** Trains the epoch after a boundary; returns its report as text with all digits. */
  String epochAfter(int border) {
    Epoch epoch = epochs.get(border);
    if (epoch.number() == 1) {
      epoch.run().begin();
    }
    EpochReport report = epoch.run().epoch(epoch.phase(), epoch.number());
    if (epoch.number() == epoch.phase().epochs()) {
      epoch.run().end();
    }
    return String.join(
        " | ",
        epoch.phase().name() + " " + epoch.number(),
        Arrays.toString(report.losses()),
        report.validation().map(v -> Arrays.toString(v.evaluation().losses())).orElse(""),
        String.valueOf(report.best()),
        report.measures().toString());
  }

  /** The bits of the reported model, by parameter. */
  List<String> result() {
    Model model = training.result();
    return model.parameters().stream()
        .map(parameter -> parameter.name() + " " + bits(parameter.value()))
        .toList();
  }

  private static String bits(NDArray tensor) {
    StringBuilder bits = new StringBuilder();
    for (float value : tensor.toFloatArray()) {
      bits.append(Integer.toHexString(Float.floatToRawIntBits(value))).append(' ');
    }
    return bits.toString();
  }

  /** The measures that the method reported in this training. */
  String measures() {
    return problem.measures().toString();
  }

  @Override
  public void close() {
    manager.close();
  }

  /** The session of the tiny problem, with a registry that keeps the registered state. */
  private record Checkpointed(TinyProblem problem, CheckpointedState state) implements Session {
    @Override
    public NDManager manager() {
      return problem.manager();
    }

    @Override
    public Dataset dataset() {
      return problem.dataset();
    }

    @Override
    public List<Task> tasks() {
      return problem.tasks();
    }

    @Override
    public double[] constantScores() {
      return problem.constantScores();
    }

    @Override
    public Randomness random() {
      return problem.random();
    }

    @Override
    public Network network(String purpose, int... tasks) {
      return problem.network(purpose, tasks);
    }

    @Override
    public Network widerNetwork(String purpose, int channels) {
      return problem.widerNetwork(purpose, channels);
    }

    @Override
    public void note(String remark) {
      problem.note(remark);
    }

    @Override
    public void measure(String name, double value) {
      problem.measure(name, value);
    }

    @Override
    public void checkStopped() {}
  }
}
