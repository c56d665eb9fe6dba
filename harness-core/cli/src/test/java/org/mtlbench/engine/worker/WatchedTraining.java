package org.mtlbench.engine.worker;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.method.Training;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.EpochReport;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.api.phase.PhaseRun;
import org.mtlbench.testkit.CountingNetwork;

/**
 * Compares the parameters of a procedure bitwise before and after every epoch. The parameters are
 * those that the procedure registers for checkpoints.
 */
final class WatchedTraining implements Procedure {
  /**
   * The parameters of networks and adaptors, without copies of the best ones and optimiser moments.
   */
  private static final Pattern PARAMETER =
      Pattern.compile("(network|task-\\d+|adaptors)/(?!optimiser)[^/]+");

  private final Procedure watched;
  private final Map<String, CountingNetwork> networks = new LinkedHashMap<>();
  private final Map<String, NDArray> parameters = new LinkedHashMap<>();
  private final Map<String, Supplier<double[]>> numbers = new LinkedHashMap<>();
  private final List<Start> starts = new ArrayList<>();
  private final List<Epoch> epochs = new ArrayList<>();
  private Map<String, float[]> opened = Map.of();

  WatchedTraining(Procedure watched) {
    this.watched = watched;
  }

  /** The session, which passes registered state to this object. */
  Session seen(Session session) {
    return new ObservedSession(session, networks::put, this::tensor, numbers::put);
  }

  private void tensor(String name, NDArray tensor) {
    if (PARAMETER.matcher(name).matches()) {
      parameters.put(name, tensor);
    }
  }

  /**
   * The start of a phase.
   *
   * @param asOpened parameters with the same bits as in the opened procedure
   */
  record Start(Phase phase, Set<String> asOpened) {}

  /**
   * An epoch.
   *
   * @param moved parameters whose bits changed
   * @param movedNumbers host numbers that changed
   * @param scalars parameters with one entry, after the epoch
   * @param zeroRows number of zero neuron rows of each kernel or matrix, after the epoch
   * @param passes number of complete forward passes with gradients of each network
   */
  record Epoch(
      Phase phase,
      int number,
      Set<String> moved,
      Set<String> movedNumbers,
      Map<String, Float> scalars,
      Map<String, Integer> zeroRows,
      Map<String, Double> passes,
      EpochReport report) {}

  List<Start> starts() {
    return starts;
  }

  List<Epoch> epochs() {
    return epochs;
  }

  /** The parameters with one entry, as in the opened procedure. */
  Map<String, Float> opened() {
    return scalars(opened);
  }

  /** The names of all parameters, buffers included. */
  Set<String> names() {
    return parameters.keySet();
  }

  /** Whether a parameter is a running statistic, which no optimiser moves. */
  boolean isBuffer(String name) {
    return !parameters.get(name).hasGradient();
  }

  @Override
  public List<Phase> phases(Budget budget) {
    return watched.phases(budget);
  }

  @Override
  public Training open(Session session) {
    Training training = watched.open(session);
    opened = values();
    return new Training() {
      @Override
      public List<PhaseRun> phases() {
        return training.phases().stream().<PhaseRun>map(WatchedRun::new).toList();
      }

      @Override
      public Model result() {
        return training.result();
      }
    };
  }

  private final class WatchedRun implements PhaseRun {
    private final PhaseRun run;
    private boolean begun;

    WatchedRun(PhaseRun run) {
      this.run = run;
    }

    @Override
    public void begin() {
      run.begin();
      begun = true;
    }

    @Override
    public EpochReport epoch(Phase phase, int epoch) {
      if (begun) {
        Set<String> same = new TreeSet<>(names());
        same.removeAll(different(opened, values(), Arrays::equals));
        starts.add(new Start(phase, same));
        begun = false;
      }
      Map<String, float[]> before = values();
      Map<String, double[]> numbersBefore = hostNumbers();
      Map<String, Double> passesBefore = passes();
      EpochReport report = run.epoch(phase, epoch);
      Map<String, Double> passes = passes();
      passes.replaceAll((name, count) -> count - passesBefore.get(name));
      passes.values().removeIf(count -> count == 0);
      Map<String, float[]> after = values();
      Map<String, double[]> numbersAfter = hostNumbers();
      epochs.add(
          new Epoch(
              phase,
              epoch,
              different(before, after, Arrays::equals),
              different(numbersBefore, numbersAfter, Arrays::equals),
              scalars(after),
              zeroRows(after),
              passes,
              report));
      return report;
    }

    @Override
    public void end() {
      run.end();
    }

    @Override
    public Model artefact() {
      return run.artefact();
    }
  }

  /** The number of recorded forward passes; fractional if trunk and heads differ. */
  private Map<String, Double> passes() {
    Map<String, Double> passes = new TreeMap<>();
    networks.forEach(
        (name, network) -> {
          double trunk = network.stageRuns() / (double) network.stages();
          double heads = network.headRuns() / (double) network.tasks();
          passes.put(name, trunk == heads ? trunk : Double.NaN);
        });
    return passes;
  }

  private Map<String, float[]> values() {
    Map<String, float[]> values = new LinkedHashMap<>();
    parameters.forEach((name, parameter) -> values.put(name, parameter.toFloatArray()));
    return values;
  }

  private Map<String, double[]> hostNumbers() {
    Map<String, double[]> values = new LinkedHashMap<>();
    numbers.forEach((name, read) -> values.put(name, read.get()));
    return values;
  }

  /** The names whose value changed or is new. */
  private static <A> Set<String> different(
      Map<String, A> before, Map<String, A> after, BiPredicate<A, A> same) {
    Set<String> different = new TreeSet<>();
    after.forEach(
        (name, value) -> {
          if (!before.containsKey(name) || !same.test(before.get(name), value)) {
            different.add(name);
          }
        });
    return different;
  }

  private static Map<String, Float> scalars(Map<String, float[]> values) {
    Map<String, Float> scalars = new TreeMap<>();
    values.forEach(
        (name, value) -> {
          if (value.length == 1) {
            scalars.put(name, value[0]);
          }
        });
    return scalars;
  }

  private Map<String, Integer> zeroRows(Map<String, float[]> values) {
    Map<String, Integer> zeroRows = new TreeMap<>();
    values.forEach(
        (name, value) -> {
          Shape shape = parameters.get(name).getShape();
          if (shape.dimension() > 1) {
            zeroRows.put(name, zeroRows(value, (int) shape.get(1), (int) shape.slice(2).size()));
          }
        });
    return zeroRows;
  }

  /** The number of rows of a parameter (outputs, rows, ...) that are 0 for every output. */
  private static int zeroRows(float[] value, int rows, int block) {
    boolean[] alive = new boolean[rows];
    for (int i = 0; i < value.length; i++) {
      alive[i / block % rows] |= value[i] != 0;
    }
    int zero = 0;
    for (boolean row : alive) {
      zero += row ? 0 : 1;
    }
    return zero;
  }
}
