package org.mtlbench.methods.descent;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.method.Training;
import org.mtlbench.api.method.Weighting;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.api.phase.PhaseRun;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.training.Schedule;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.testkit.TinyProblem;
import org.mtlbench.testkit.given.GivenGradients;
import org.mtlbench.toolbox.config.ConfigBinder;
import org.mtlbench.toolbox.procedure.Procedures;
import org.mtlbench.toolbox.weighting.HostAdam;

/**
 * Training of a point with Adam and a cosine schedule.
 *
 * @param epochs number of recorded points after the start
 * @param steps in an epoch
 */
record Descent(int epochs, int steps, double learningRate) {

  /**
   * Trains with a method, with its defaults except for the training. Weightings and aggregations
   * are called directly, which takes a hundredth of the time of a training loop.
   *
   * @return the start, and the point after each epoch
   */
  List<double[]> trajectory(MethodPlugin<?> plugin, List<Objective> objectives, double[] start) {
    Method method = create(plugin);
    if (method instanceof Procedure procedure) {
      return trained(procedure, objectives, start);
    }
    return direct(method, objectives, start);
  }

  /** Trains in the same loop as the engine. */
  List<double[]> trained(MethodPlugin<?> plugin, List<Objective> objectives, double[] start) {
    return trained(Procedures.of(create(plugin), objectives.size()), objectives, start);
  }

  private List<double[]> trained(Procedure procedure, List<Objective> objectives, double[] start) {
    try (NDManager manager = NDManager.newBaseManager()) {
      PointProblem problem = PointProblem.of(manager, objectives, start, steps);
      Training training = procedure.open(problem);
      List<double[]> points = new ArrayList<>();
      points.add(start);
      List<Phase> phases = procedure.phases(Budget.FULL);
      for (int i = 0; i < phases.size(); i++) {
        PhaseRun run = training.phases().get(i);
        run.begin();
        for (int epoch = 1; epoch <= phases.get(i).epochs(); epoch++) {
          run.epoch(phases.get(i), epoch);
          points.add(problem.point());
        }
        run.end();
      }
      return points;
    }
  }

  private List<double[]> direct(Method method, List<Objective> objectives, double[] start) {
    try (NDManager manager = NDManager.newBaseManager()) {
      Phase phase = Procedures.of(method, objectives.size()).phases(Budget.FULL).get(0);
      Schedule schedule = training(method).rates();
      HostAdam adam = new HostAdam(start.length);
      double[] point = start.clone();
      List<double[]> points = new ArrayList<>();
      points.add(start);
      for (int epoch = 1; epoch <= epochs; epoch++) {
        double[] sums = new double[objectives.size()];
        for (int index = 0; index < steps; index++) {
          try (NDScope scope = new NDScope()) {
            double rate = schedule.rate(phase, epoch);
            PointStep step = PointStep.of(epoch, index, rate, objectives, point, manager);
            Arrays.setAll(sums, t -> sums[t] + step.losses()[t]);
            adam.step(point, direction(method, step), rate);
            if (method instanceof Weighting weighting) {
              weighting.afterStep(step);
            }
          }
        }
        if (method instanceof Weighting weighting) {
          weighting.epochEnd(Arrays.stream(sums).map(sum -> sum / steps).toArray());
        }
        points.add(point.clone());
      }
      return points;
    }
  }

  private static TrainingConfig training(Method method) {
    return method instanceof Weighting weighting
        ? weighting.training()
        : ((Aggregation) method).training();
  }

  private static double[] direction(Method method, PointStep step) {
    return method instanceof Weighting weighting
        ? step.jacobian().combine(weighting.weights(step))
        : GivenGradients.direction(((Aggregation) method).aggregate(step), step.jacobian());
  }

  private <C extends Record> Method create(MethodPlugin<C> plugin) {
    ObjectNode config = JsonNodeFactory.instance.objectNode();
    config
        .put("epochs", epochs)
        .put("batch-size", 1)
        .put("learning-rate", learningRate)
        .put("schedule", "cosine")
        .put("initialisation", "pytorch");
    if (plugin.descriptor().id().equals("famo")) {
      // As in its authors' toy problem; the default, for networks, moves the weights too slowly.
      config.put("regularisation", 0);
    }
    ObjectNode defaults = ConfigBinder.toTree(plugin.defaults());
    if (defaults.has("optimiser")) {
      config.put("optimiser", "adam");
    }
    return plugin.create(
        ConfigBinder.bind(plugin.defaults(), config, "config"),
        TinyProblem.PARTS.context(new Randomness(1)));
  }
}
