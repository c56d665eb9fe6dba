package org.mtlbench.api.training;

import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.Phase;

/**
 * The common config keys of a training. The config record of a method includes them with
 * {@code @JsonUnwrapped TrainingConfig training}, so that users write them at the same level as the
 * method's own keys.
 */
public record TrainingConfig(
    @ConfigKey(value = "epochs of the protocol; scaled by the budget", allowed = "at least 1")
        int epochs,
    @ConfigKey(value = "examples in a training batch", allowed = "at least 1") int batchSize,
    @ConfigKey("optimiser of all parameters") OptimiserKind optimiser,
    @ConfigKey(value = "initial learning rate", allowed = "greater than 0") double learningRate,
    @ConfigKey(value = "momentum of SGD; ignored by Adam", allowed = "0 to 1") double momentum,
    @ConfigKey(value = "L2 penalty added to the gradient", allowed = "at least 0")
        double weightDecay,
    @ConfigKey("learning-rate schedule; decay, decay-first and decay-every apply to step")
        ScheduleKind schedule,
    @ConfigKey(value = "decay factor of the learning rate", allowed = "0 to 1") double decay,
    @ConfigKey(value = "protocol epochs before the first decay", allowed = "at least 1")
        int decayFirst,
    @ConfigKey(value = "protocol epochs between decays", allowed = "at least 1") int decayEvery,
    @ConfigKey("initialisation of parameters") Initialisation initialisation,
    @ConfigKey("which epoch's model is reported") Selection selection) {
  public TrainingConfig {
    Checks.start()
        .count("epochs", epochs)
        .count("batch-size", batchSize)
        .positive("learning-rate", learningRate)
        .between("momentum", momentum, 0, 1)
        .notNegative("weight-decay", weightDecay)
        .between("decay", decay, 0, 1)
        .that(decay != 0, "decay", decay, "a number greater than 0")
        .count("decay-first", decayFirst)
        .count("decay-every", decayEvery)
        .finish();
  }

  /**
   * The default training of weightings and aggregations whose authors do not specify one, so that
   * they differ in the method only: Adam from 2.5e-3, halved every 3 of 36 epochs, as in the dense
   * training of Hotegni, Berkemeier and Peitz (2024) on MultiMNIST.
   */
  public static TrainingConfig standard() {
    return adam(36, 2.5e-3, 0.5, 3);
  }

  /** Adam without weight decay, LSUV, best epoch on validation, batches of 256. */
  public static TrainingConfig adam(int epochs, double learningRate, double decay, int decayEvery) {
    return stepwise(OptimiserKind.ADAM, 0, epochs, learningRate, decay, decayEvery);
  }

  /** SGD with momentum 0.9, LSUV, best epoch on validation, batches of 256. */
  public static TrainingConfig sgd(int epochs, double learningRate, double decay, int decayEvery) {
    return stepwise(OptimiserKind.SGD, 0.9, epochs, learningRate, decay, decayEvery);
  }

  private static TrainingConfig stepwise(
      OptimiserKind optimiser,
      double momentum,
      int epochs,
      double learningRate,
      double decay,
      int decayEvery) {
    return new TrainingConfig(
        epochs,
        256,
        optimiser,
        learningRate,
        momentum,
        0,
        ScheduleKind.STEP,
        decay,
        decayEvery,
        decayEvery,
        Initialisation.LSUV,
        Selection.BEST);
  }

  /** A copy whose first decay happens after the given number of epochs of the protocol. */
  public TrainingConfig firstDecayAfter(int protocolEpochs) {
    return with(protocolEpochs, initialisation);
  }

  /** A copy with another initialisation. */
  public TrainingConfig initialisedBy(Initialisation other) {
    return with(decayFirst, other);
  }

  private TrainingConfig with(int firstDecay, Initialisation start) {
    return new TrainingConfig(
        epochs,
        batchSize,
        optimiser,
        learningRate,
        momentum,
        weightDecay,
        schedule,
        decay,
        firstDecay,
        decayEvery,
        start,
        selection);
  }

  /** The learning-rate schedule of a phase. */
  public Schedule rates() {
    return rates(learningRate);
  }

  /** The same schedule with another initial learning rate. */
  public Schedule rates(double first) {
    return new Schedule(schedule, first, decay, decayFirst, decayEvery);
  }

  /** A phase of this training; its epochs are scaled by the budget. */
  public Phase phase(String name, Phase.Kind kind, double relativeCost, Budget budget) {
    return Phase.of(name, kind, epochs, relativeCost, budget).withRateSteps(rates().steps(epochs));
  }
}
