package org.mtlbench.methods.cosmos;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.Optional;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.method.Training;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.EpochReport;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.api.phase.PhaseRun;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.gradient.ScalarMath;
import org.mtlbench.toolbox.initialisation.Initialiser;
import org.mtlbench.toolbox.optimiser.Optimiser;
import org.mtlbench.toolbox.optimiser.Optimisers;
import org.mtlbench.toolbox.training.Batch;
import org.mtlbench.toolbox.training.DeviceVector;
import org.mtlbench.toolbox.training.EpochPlan;
import org.mtlbench.toolbox.training.ModelTraining;
import org.mtlbench.toolbox.training.ParameterUpdates;
import org.mtlbench.toolbox.training.TaskLosses;

/**
 * Training of one network on random preferences, in one phase.
 *
 * @param preference preference of evaluation, K numbers of sum 1
 * @param images whether inputs are images, otherwise vectors
 */
record Cosmos(CosmosConfig config, double[] preference, boolean images) implements Procedure {
  @Override
  public List<Phase> phases(Budget budget) {
    return List.of(config.training().phase("train", Phase.Kind.MAIN, 1, budget));
  }

  @Override
  public Training open(Session session) {
    Network network = session.widerNetwork("network", preference.length);
    PreferenceModel model = new PreferenceModel(network, preference, images, session.manager());
    Initialiser.apply(config.training().initialisation(), model, session, "network");
    return new Opened(session, model);
  }

  /**
   * The objective of a step.
   *
   * @param losses L, (K), with gradients
   * @param preference r, (K), of the same type
   * @param lambda factor of the cosine similarity
   * @return sum_t r_t L_t - lambda r.L / (||r|| ||L||), a scalar with gradients
   */
  static NDArray objective(NDArray losses, NDArray preference, double lambda) {
    NDArray product = losses.mul(preference).sum();
    // The bound is for losses of 0.
    NDArray squares =
        ScalarMath.atLeast(losses.square().sum().mul(preference.square().sum()), Float.MIN_NORMAL);
    return product.sub(ScalarMath.multiply(product.div(squares.sqrt()), lambda));
  }

  /** The opened phase. */
  private final class Opened implements Training, PhaseRun {
    private final Session session;
    private final PreferenceModel model;
    private final List<Parameter> trainable;
    private final Optimiser optimiser;
    private final ModelTraining training;
    private final DeviceVector sent = new DeviceVector();

    Opened(Session session, PreferenceModel model) {
      this.session = session;
      this.model = model;
      trainable = model.parameters().stream().filter(Parameter::trainable).toList();
      optimiser = Optimisers.of(config.training());
      training = new ModelTraining("network", model, config.training().selection(), session);
      optimiser.state("optimiser", session.state());
    }

    @Override
    public List<PhaseRun> phases() {
      return List.of(this);
    }

    @Override
    public EpochReport epoch(Phase phase, int epoch) {
      EpochPlan plan = EpochPlan.of("train", config.training(), session);
      return training.epoch(phase, epoch, plan, session, this::step);
    }

    private NDArray step(Batch batch, double rate) {
      double[] drawn =
          Preferences.dirichlet(
              preference.length,
              config.alpha(),
              session.random().stream("preference", batch.epoch(), batch.index()));
      NDArray ofStep = sent.of(drawn, session.manager());
      model.setPreference(ofStep);
      TaskLosses losses =
          TaskLosses.of(
              model.predict(batch.inputs(), ForwardMode.TRAINING), batch, session.tasks());
      NDArray factors = ofStep.toType(DataType.FLOAT32, false);
      Backward.run(objective(losses.stacked(), factors, config.lambda()));
      ParameterUpdates.apply(trainable, optimiser, rate);
      return losses.vector();
    }

    @Override
    public Optional<Model> model() {
      return Optional.of(model);
    }

    @Override
    public Model result() {
      training.select();
      return model;
    }
  }
}
