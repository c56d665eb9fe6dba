package org.mtlbench.methods.pruning;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Position;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.method.Training;
import org.mtlbench.api.phase.EpochReport;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.api.phase.PhaseRun;
import org.mtlbench.methods.neuronrow.RowMask;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.initialisation.Initialiser;
import org.mtlbench.toolbox.optimiser.Optimiser;
import org.mtlbench.toolbox.optimiser.Optimisers;
import org.mtlbench.toolbox.sparsity.RowMetrics;
import org.mtlbench.toolbox.training.DeviceVector;
import org.mtlbench.toolbox.training.EpochPlan;
import org.mtlbench.toolbox.training.ModelTraining;
import org.mtlbench.toolbox.training.ParameterUpdates;
import org.mtlbench.toolbox.training.TaskLosses;
import org.mtlbench.toolbox.weighting.PerTask;

/**
 * The search for zero rows and the retraining of one network. Rows of input and output layers are
 * never pruned, as in {@code ours}. The retraining continues from the last parameters of the
 * search, with a new optimiser state, and the reported model is selected among its epochs.
 */
final class PruningTraining implements Training {
  private final RetrainedTraining config;
  private final Session session;
  private final Network network;
  private final List<Parameter> trainable;
  private final List<Parameter> prunable;
  private final List<RowMask> masks;
  private final RowSelection selection;
  private final Optimiser optimiser;
  private final ModelTraining training;
  private final double[] weights;
  private final DeviceVector sent = new DeviceVector();

  PruningTraining(RetrainedTraining config, RowSelection.Factory selection, Session session) {
    this.config = config;
    this.session = session;
    network = session.network("network");
    Initialiser.apply(config.training().initialisation(), network, session, "network");
    trainable = network.parameters().stream().filter(Parameter::trainable).toList();
    prunable =
        trainable.stream()
            .filter(parameter -> parameter.hasRows() && parameter.position() == Position.HIDDEN)
            .toList();
    masks = prunable.stream().map(parameter -> new RowMask(parameter, session.state())).toList();
    this.selection = selection.of(prunable, masks);
    optimiser = Optimisers.of(config.training());
    training = new ModelTraining("network", network, config.training().selection(), session);
    optimiser.state("optimiser", session.state());
    int tasks = session.tasks().size();
    weights = PerTask.orElse(config.weights(), 1.0 / tasks, tasks);
  }

  @Override
  public List<PhaseRun> phases() {
    return List.of(new Search(), new Retraining());
  }

  /** One epoch on the weighted sum of the losses; the purpose determines the batch order. */
  private EpochReport train(Phase phase, int epoch, String purpose, DoubleConsumer afterStep) {
    EpochReport report =
        training.epoch(
            phase,
            epoch,
            EpochPlan.of(purpose, config.training(), session),
            session,
            (batch, rate) -> {
              TaskLosses losses = TaskLosses.of(network, batch, session.tasks());
              NDArray factors = sent.of(weights, session.manager());
              Backward.run(losses.weightedSum(factors));
              ParameterUpdates.apply(trainable, optimiser, rate);
              try (GradientMode off = GradientMode.off()) {
                afterStep.accept(rate);
              }
              return losses.vector();
            });
    return report.plusMeasures(RowMetrics.of(network.parameters()).measures());
  }

  /** Trains and selects rows. The batch order is that of {@code ls}. */
  private final class Search implements PhaseRun {
    @Override
    public void begin() {
      if (prunable.isEmpty()) {
        session.note("no hidden layer has neuron rows; nothing is pruned");
      }
    }

    @Override
    public EpochReport epoch(Phase phase, int epoch) {
      selection.beforeEpoch(epoch - 1, phase.epochs());
      return train(phase, epoch, "train", selection::afterStep);
    }

    @Override
    public void end() {
      selection.end();
      masks.forEach(RowMask::freeze);
      RowMetrics.of(prunable).layers().stream()
          .filter(layer -> layer.zeroRows() == layer.rows())
          .forEach(layer -> session.note("all neuron rows of " + layer.name() + " are zero"));
    }
  }

  /** Trains the rows that are not zero. */
  private final class Retraining implements PhaseRun {
    @Override
    public void begin() {
      optimiser.reset();
      training.restart();
    }

    @Override
    public EpochReport epoch(Phase phase, int epoch) {
      return train(phase, epoch, "retrain", rate -> masks.forEach(RowMask::apply));
    }

    @Override
    public Optional<Model> model() {
      return Optional.of(network);
    }
  }

  @Override
  public Model result() {
    training.select();
    return network;
  }
}
