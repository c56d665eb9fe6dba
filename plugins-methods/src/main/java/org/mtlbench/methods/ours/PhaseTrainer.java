package org.mtlbench.methods.ours;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.method.DivergedException;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.api.task.Task;
import org.mtlbench.methods.neuronrow.RowMask;
import org.mtlbench.methods.ours.chebyshev.AugmentedLagrangian;
import org.mtlbench.methods.ours.chebyshev.ScalarAdam;
import org.mtlbench.methods.ours.chebyshev.WeightedChebyshev;
import org.mtlbench.toolbox.optimiser.Adam;
import org.mtlbench.toolbox.optimiser.Optimiser;
import org.mtlbench.toolbox.training.BatchLoop;
import org.mtlbench.toolbox.training.BestModel;
import org.mtlbench.toolbox.training.DivergenceCheck;
import org.mtlbench.toolbox.training.MeanLosses;
import org.mtlbench.toolbox.training.StepValues;

/**
 * State that each phase of training starts with: optimisers, multipliers, learning rate and the
 * best model. t, the network and its alphas are carried over from one phase to the next.
 */
final class PhaseTrainer {
  private final OursConfig config;
  private final Iterations iterations;
  private final String purpose;
  private final Multipliers multipliers;
  private final Optimiser optimiser = new Adam();
  private final ScalarAdam optimiserOfT = new ScalarAdam();
  private final BestModel best;
  private final Network network;

  PhaseTrainer(
      String purpose,
      OursConfig config,
      int iterations,
      WeightedChebyshev scalarisation,
      Network network,
      Session session) {
    this.purpose = purpose;
    this.network = network;
    this.config = config;
    this.iterations = new Iterations(iterations);
    AugmentedLagrangian lagrangian =
        new AugmentedLagrangian(scalarisation, config.constraint(), config.mu(), config.muFactor());
    multipliers =
        new Multipliers(
            purpose + "/multipliers",
            lagrangian,
            config.lambdaUpdate(),
            scalarisation.objectives(),
            session.state());
    optimiser.state(purpose + "/optimiser", session.state());
    optimiserOfT.state(purpose + "/optimiser-t", session.state());
    best = new BestModel(purpose + "/best", network.parameters(), session.state());
  }

  /**
   * The result of an epoch of training.
   *
   * @param losses mean training losses of the tasks
   * @param constraintSums H_i summed over the batches
   * @param weightSums weight of each task's loss, dL_A/dL_j, summed over the batches
   * @param batches number of batches
   * @param t the scalar after the last step
   * @param rate learning rate of the epoch
   */
  record EpochResult(
      double[] losses,
      double[] constraintSums,
      double[] weightSums,
      int batches,
      double t,
      double rate) {}

  /**
   * Trains one epoch.
   *
   * @throws org.mtlbench.api.method.DivergedException if a loss, or a parameter after the last
   *     step, is NaN or infinite
   */
  EpochResult train(
      ChebyshevStep step, double t, List<RowMask> masks, Phase phase, int epoch, Session session) {
    double rate = rate(phase, epoch);
    try (MeanLosses losses = new MeanLosses(session.tasks());
        StepValues values = new StepValues();
        AugmentedLagrangian.Epoch lagrangian =
            multipliers.lagrangian().begin(t, optimiserOfT, session.manager())) {
      int last =
          BatchLoop.train(
              session,
              purpose,
              epoch,
              config.batchSize(),
              batch -> {
                ChebyshevStep.StepResult seen = step.run(batch, lagrangian, optimiser, masks, rate);
                losses.add(seen.taskLosses(), batch);
                values.add(seen.values().all());
              });
      double[] means = losses.means();
      List<double[]> rows = values.rows();
      checkFinite(rows, session.tasks().size(), epoch);
      // Before proximal steps and sharing, which require finite numbers.
      DivergenceCheck.check(network.parameters(), epoch, last);
      return result(means, rows, session.tasks().size(), lagrangian.end(), rate);
    }
  }

  private void checkFinite(List<double[]> rows, int tasks, int epoch) {
    boolean sparse = multipliers.lagrangian().objectives() > tasks;
    for (int step = 0; step < rows.size(); step++) {
      double sparsity = AugmentedLagrangian.Values.objective(rows.get(step), 0);
      if (sparse && !Double.isFinite(sparsity)) {
        throw new DivergedException("the sparsity objective", sparsity, epoch, step);
      }
      double loss = AugmentedLagrangian.Values.loss(rows.get(step));
      if (!Double.isFinite(loss)) {
        throw new DivergedException("the augmented Lagrangian", loss, epoch, step);
      }
    }
  }

  private EpochResult result(
      double[] losses, List<double[]> rows, int tasks, double t, double rate) {
    double[] sums = new double[multipliers.lagrangian().objectives()];
    double[] weightSums = new double[tasks];
    int offset = sums.length - tasks;
    for (double[] row : rows) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += AugmentedLagrangian.Values.constraint(row, i);
      }
      for (int i = 0; i < tasks; i++) {
        weightSums[i] += AugmentedLagrangian.Values.weight(row, offset + i);
      }
    }
    return new EpochResult(losses, sums, weightSums, rows.size(), t, rate);
  }

  /**
   * The measures of the scalarisation in an epoch; must be called before {@link #endEpoch}, which
   * updates lambda and mu.
   *
   * @return t after the epoch, lambda and mu of the epoch, and the means over its steps of H and of
   *     the task weights
   */
  Map<String, Double> measures(EpochResult trained, List<Task> tasks) {
    AugmentedLagrangian lagrangian = multipliers.lagrangian();
    double[] lambda = lagrangian.lambda();
    int sparsity = lambda.length - tasks.size();
    Map<String, Double> measures = new LinkedHashMap<>();
    measures.put("t", trained.t());
    measures.put("mu", lagrangian.mu());
    for (int i = 0; i < lambda.length; i++) {
      String objective = i < sparsity ? "l0" : tasks.get(i - sparsity).name();
      measures.put("lambda." + objective, lambda[i]);
      measures.put("h." + objective, trained.constraintSums()[i] / trained.batches());
    }
    for (int i = 0; i < tasks.size(); i++) {
      measures.put("weight." + tasks.get(i).name(), trained.weightSums()[i] / trained.batches());
    }
    return measures;
  }

  private double rate(Phase phase, int epoch) {
    return config.decaysEveryIteration()
        ? config.learningRate() * Math.pow(config.decay(), iterations.atStart(phase, epoch) - 1)
        : config.rates().rate(phase, epoch);
  }

  /** Ends an epoch: H is considered for lambda, and iterations may end. */
  void endEpoch(EpochResult trained, double score, Phase phase, int epoch) {
    multipliers.offer(trained.constraintSums(), trained.batches(), score);
    for (int i = 0; i < iterations.endedAfter(phase, epoch); i++) {
      multipliers.endIteration();
    }
  }

  /** The iterations of this phase. */
  Iterations iterations() {
    return iterations;
  }

  /** The best model of this phase, by the eligibility rule of the phase. */
  BestModel best() {
    return best;
  }
}
