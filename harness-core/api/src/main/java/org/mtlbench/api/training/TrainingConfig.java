package org.mtlbench.api.training;

import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.Phase;

/**
 * The keys of a single training stage. A method's config record takes them in with
 * {@code @JsonUnwrapped TrainingConfig training}, so that users write them beside its own keys.
 */
public record TrainingConfig(
    @ConfigKey(value = "epochs of the protocol; the budget scales them", allowed = "at least 1")
        int epochs,
    @ConfigKey(value = "examples in a training batch", allowed = "at least 1") int batchSize,
    @ConfigKey("optimiser of all parameters") OptimiserKind optimiser,
    @ConfigKey(value = "first learning rate", allowed = "greater than 0") double learningRate,
    @ConfigKey(value = "momentum of SGD; Adam has none", allowed = "0 to 1") double momentum,
    @ConfigKey(value = "L2 penalty added to the gradient", allowed = "at least 0")
        double weightDecay,
    @ConfigKey("learning-rate schedule; decay, decay-first and decay-every belong to step")
        ScheduleKind schedule,
    @ConfigKey(value = "factor of the learning rate's decay", allowed = "0 to 1") double decay,
    @ConfigKey(value = "protocol epochs before the first decay", allowed = "at least 1")
        int decayFirst,
    @ConfigKey(value = "protocol epochs from one decay to the next", allowed = "at least 1")
        int decayEvery,
    @ConfigKey("how parameters start") Initialisation initialisation,
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
   * What weightings and aggregations train with unless their authors ask for something else, so
   * that they differ in the method alone: Adam from 2.5e-3, halved every 3 of 36 epochs, which is
   * the dense stage of Hotegni, Berkemeier and Peitz (2024) on MultiMNIST.
   */
  public static TrainingConfig standard() {
    return adam(36, 2.5e-3, 0.5, 3);
  }

  /** Adam without weight decay, LSUV, the best epoch on validation, batches of 256. */
  public static TrainingConfig adam(int epochs, double learningRate, double decay, int decayEvery) {
    return stepwise(OptimiserKind.ADAM, 0, epochs, learningRate, decay, decayEvery);
  }

  /** SGD with momentum 0.9, LSUV, the best epoch on validation, batches of 256. */
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

  /** The learning rates of a phase. */
  public Schedule rates() {
    return rates(learningRate);
  }

  /** The same schedule from another first learning rate. */
  public Schedule rates(double first) {
    return new Schedule(schedule, first, decay, decayFirst, decayEvery);
  }

  /** A phase of this training; its epochs are scaled by the budget. */
  public Phase phase(String name, Phase.Kind kind, double relativeCost, Budget budget) {
    return Phase.of(name, kind, epochs, relativeCost, budget).withRateSteps(rates().steps(epochs));
  }
}
