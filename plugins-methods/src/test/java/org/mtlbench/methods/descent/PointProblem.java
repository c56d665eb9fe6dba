package org.mtlbench.methods.descent;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Position;
import org.mtlbench.api.layer.Role;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.api.task.Loss;
import org.mtlbench.api.task.Target;
import org.mtlbench.api.task.Task;
import org.mtlbench.toolbox.dataset.TensorSplit;
import org.mtlbench.toolbox.metric.Metrics;

/**
 * Objectives of a point as a problem for training loops: the point is the trunk, there are no
 * heads, and an epoch has a fixed number of batches of one meaningless example.
 *
 * @param start the coordinates of the point before training
 * @param steps in an epoch
 * @param parameter the point
 */
record PointProblem(
    NDManager manager, List<Objective> objectives, double[] start, int steps, Parameter parameter)
    implements Session {

  static PointProblem of(NDManager manager, List<Objective> objectives, double[] start, int steps) {
    float[] coordinates = new float[start.length];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = (float) start[i];
    }
    return new PointProblem(
        manager,
        objectives,
        start,
        steps,
        new Parameter(
            "point",
            manager.create(coordinates, new Shape(1, start.length)),
            Parameter.Kind.MATRIX,
            Role.TRUNK,
            Position.HIDDEN));
  }

  /** The current coordinates. */
  double[] point() {
    return wide(parameter.value().toFloatArray());
  }

  @Override
  public List<Task> tasks() {
    List<Task> tasks = new ArrayList<>();
    for (int t = 0; t < objectives.size(); t++) {
      tasks.add(
          new Task(
              "loss " + (t + 1),
              new Target.Real(start.length),
              new PointLoss(objectives.get(t)),
              List.of(Metrics.RMSE)));
    }
    return tasks;
  }

  /**
   * An objective as a loss of the network's output, by its linearisation, which has the value and
   * the gradient of the objective at the point.
   */
  private record PointLoss(Objective objective) implements Loss {
    @Override
    public String id() {
      return "objective";
    }

    @Override
    public boolean accepts(Target target) {
      return true;
    }

    @Override
    public NDArray of(NDArray output, Labelled target) {
      double[] point = wide(output.toFloatArray());
      double[] gradient = objective.gradient(point);
      double constant = objective.value(point);
      float[] slopes = new float[point.length];
      for (int i = 0; i < point.length; i++) {
        slopes[i] = (float) gradient[i];
        constant -= slopes[i] * point[i];
      }
      NDManager manager = output.getManager();
      return output
          .mul(manager.create(slopes, output.getShape()))
          .sum()
          .add(manager.create((float) constant));
    }
  }

  private static double[] wide(float... numbers) {
    double[] wide = new double[numbers.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = numbers[i];
    }
    return wide;
  }

  @Override
  public Network network(String purpose, int... tasks) {
    return new PointNetwork(parameter, objectives.size());
  }

  @Override
  public Dataset dataset() {
    return new Meaningless(split(steps), split(1));
  }

  private Split split(int size) {
    NDArray labels = manager.zeros(new Shape(size, start.length));
    return TensorSplit.of(
        manager.zeros(new Shape(size, 1)), objectives.stream().map(task -> labels).toList());
  }

  private record Meaningless(Split train, Split one) implements Dataset {
    @Override
    public Split split(SplitName name) {
      return switch (name) {
        case TRAIN -> train;
        case VALIDATION, TEST -> one;
      };
    }

    @Override
    public List<NDArray> prepare(List<NDArray> raw) {
      return raw;
    }
  }

  @Override
  public double[] constantScores() {
    throw new UnsupportedOperationException("tasks with the same metric need no constant");
  }

  @Override
  public Randomness random() {
    return new Randomness(1);
  }

  @Override
  public StateRegistry state() {
    return new StateRegistry() {
      @Override
      public void tensor(String name, NDArray tensor) {}

      @Override
      public void numbers(String name, Supplier<double[]> read, Consumer<double[]> restore) {}
    };
  }

  @Override
  public void note(String remark) {}

  @Override
  public void measure(String name, double value) {}

  @Override
  public void checkStopped() {}
}
