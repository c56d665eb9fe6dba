package org.mtlbench.toolbox.training;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.phase.EpochReport;
import org.mtlbench.api.phase.Evaluation;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.api.task.Task;
import org.mtlbench.api.training.Selection;

/**
 * Trains a model epoch by epoch: runs a given step on every batch, validates, and keeps the best
 * parameters.
 */
public final class ModelTraining {
  /** Processes one batch. */
  @FunctionalInterface
  public interface Step {
    /**
     * Runs forward, backward and update; gradients are zero before and after.
     *
     * @return losses before the step, float32, (K), without gradients, one per task that the model
     *     serves; see {@link TaskLosses#vector}
     */
    NDArray run(Batch batch, double learningRate);
  }

  private final Model model;
  private final int[] served;
  private final Selection selection;
  private final BestModel best;

  /**
   * Registers the model and its best parameters.
   *
   * @param name distinguishes the models of a method in a checkpoint
   * @param served indices of the tasks that the model serves, in the order of its outputs; all
   *     tasks if empty
   */
  public ModelTraining(
      String name, Model model, Selection selection, Session session, int... served) {
    this.model = model;
    this.served =
        served.length == 0 ? IntStream.range(0, session.tasks().size()).toArray() : served.clone();
    this.selection = selection;
    best = new BestModel(name + "/best", model.parameters(), session.state());
    Networks.register(name, model, session.state());
  }

  /**
   * Trains one epoch and validates.
   *
   * @param epoch counted from 1
   * @throws org.mtlbench.api.method.DivergedException if a loss, or a parameter after the last
   *     step, is NaN or infinite
   */
  public EpochReport epoch(Phase phase, int epoch, EpochPlan plan, Session session, Step step) {
    double rate = plan.schedule().rate(phase, epoch);
    List<Integer> which = IntStream.of(served).boxed().toList();
    List<Task> tasks = which.stream().map(session.tasks()::get).toList();
    double[] means;
    int last;
    try (MeanLosses losses = new MeanLosses(tasks)) {
      last =
          BatchLoop.train(
              session,
              plan.examples(),
              plan.purpose(),
              epoch,
              plan.batchSize(),
              batch -> losses.add(step.run(batch, rate), batch.onlyTasks(which)));
      means = losses.means();
    }
    DivergenceCheck.check(model.parameters(), epoch, last);
    Evaluation validation = Evaluator.validate(model, session, served);
    DivergenceCheck.check(validation, tasks, epoch, last);
    double score = SelectionScore.of(validation, served, session);
    boolean better = best.offer(score);
    boolean keep =
        switch (selection) {
          case BEST -> better;
          case LAST -> true;
        };
    return new EpochReport(
        tasks,
        means,
        Optional.of(new EpochReport.Validation(validation, score)),
        rate,
        keep,
        ScalarMeasures.of(model, tasks));
  }

  /** The best validation score since the start, or since {@link #restart}. */
  public double bestScore() {
    return best.score();
  }

  /** Discards the best parameters, for a new training; the current parameters are not modified. */
  public void restart() {
    best.forget();
  }

  /** Restores the selected parameters to the model. */
  public void select() {
    switch (selection) {
      case BEST -> best.restore();
      case LAST -> {}
    }
  }
}
