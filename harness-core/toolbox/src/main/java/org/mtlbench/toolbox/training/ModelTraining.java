package org.mtlbench.toolbox.training;

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
 * A model in training, epoch by epoch: batches go through a step of the caller's, validation
 * follows, and the parameters to report are kept.
 */
public final class ModelTraining {
  /** What a batch does to the model. */
  @FunctionalInterface
  public interface Step {
    /**
     * Forward, backward, update; gradients are zero before and after.
     *
     * @return the losses before the step of the tasks that the model serves
     */
    double[] run(Batch batch, double learningRate);
  }

  private final Model model;
  private final int[] served;
  private final Selection selection;
  private final BestModel best;

  /**
   * Registers the model and the parameters kept of it.
   *
   * @param name tells the models of one method apart in a checkpoint
   * @param served the tasks of the dataset that the model serves, in the order of its outputs; all
   *     of them if none is named
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
   * Trains for an epoch and validates.
   *
   * @param epoch from 1
   * @throws org.mtlbench.api.method.DivergedException if a loss, or a parameter after the last
   *     step, is not finite
   */
  public EpochReport epoch(Phase phase, int epoch, EpochPlan plan, Session session, Step step) {
    double rate = plan.schedule().rate(phase, epoch);
    MeanLosses losses = new MeanLosses(served.length);
    int last =
        BatchLoop.train(
            session,
            plan.examples(),
            plan.purpose(),
            epoch,
            plan.batchSize(),
            batch -> losses.add(step.run(batch, rate), batch.counts(served)));
    Finite.check(model.parameters(), epoch, last);
    List<Task> tasks = IntStream.of(served).mapToObj(session.tasks()::get).toList();
    Evaluation validation = Evaluator.validate(model, session, served);
    Finite.check(validation, tasks, epoch, last);
    double score = SelectionScore.of(validation, served, session);
    boolean better = best.offer(score);
    boolean keep =
        switch (selection) {
          case BEST -> better;
          case LAST -> true;
        };
    return new EpochReport(
        tasks,
        losses.means(),
        Optional.of(new EpochReport.Validation(validation, score)),
        rate,
        keep,
        ScalarMeasures.of(model, tasks));
  }

  /** The best validation score since the start, or since {@link #restart}. */
  public double bestScore() {
    return best.score();
  }

  /** Forgets what was kept, for a training that starts afresh; the parameters stay as they are. */
  public void restart() {
    best.forget();
  }

  /** Writes the parameters that were selected into the model. */
  public void select() {
    switch (selection) {
      case BEST -> best.restore();
      case LAST -> {}
    }
  }
}
