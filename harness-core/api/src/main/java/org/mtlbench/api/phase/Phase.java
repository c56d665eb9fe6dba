package org.mtlbench.api.phase;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A named sequence of epochs, for example search or retraining.
 *
 * @param name unique within the method, for example {@code retrain}; phases of a search begin with
 *     the same word and are shown together
 * @param kind whether its time counts as search or as main training
 * @param epochs how many epochs are run
 * @param protocolEpochs how many the protocol asks for; schedules are laid over these
 * @param relativeCost cost of an epoch, in forward and backward passes over the training set of the
 *     cell's network and of what is added to it; for the estimate of {@code plan}
 * @param addedMultiplyAdds multiply-adds of one example's forward pass through what the method adds
 *     to the cell's network, at least 0
 * @param artefact what the phase makes, if other cells can use it too; the phase is left out where
 *     it has been made
 * @param trains the name of the reported network that the phase trains, for example {@code
 *     network}, or a task's name where every task has a network of its own; empty for phases that
 *     train another model, such as a teacher, or none. The epochs of phases that name the same
 *     network add up to the training of the reported model
 * @param rateSteps how often the protocol's schedule steps the learning rate down within the phase,
 *     at least 0
 */
public record Phase(
    String name,
    Kind kind,
    int epochs,
    int protocolEpochs,
    double relativeCost,
    double addedMultiplyAdds,
    Optional<Artefact> artefact,
    Optional<String> trains,
    int rateSteps) {
  /** The name of a method's only network. */
  private static final String NETWORK = "network";

  /** What a phase's time counts as. */
  public enum Kind {
    /** Looking for hyperparameters, teachers or a sparsity pattern. */
    SEARCH,
    /** Training of the reported model. */
    MAIN
  }

  public Phase {
    if (epochs < 1 || protocolEpochs < 1) {
      throw new IllegalArgumentException("phase " + name + ": epochs must be at least 1");
    }
    if (!(addedMultiplyAdds >= 0 && addedMultiplyAdds < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "phase " + name + ": found " + addedMultiplyAdds + " multiply-adds, expected at least 0");
    }
    if (!(relativeCost >= 0 && relativeCost < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "phase " + name + ": found a relative cost of " + relativeCost + ", expected at least 0");
    }
  }

  /**
   * A phase of the cell's network alone that makes nothing for other cells. A main phase trains the
   * reported network.
   */
  public Phase(String name, Kind kind, int epochs, int protocolEpochs, double relativeCost) {
    this(
        name,
        kind,
        epochs,
        protocolEpochs,
        relativeCost,
        0,
        Optional.empty(),
        kind == Kind.MAIN ? Optional.of(NETWORK) : Optional.empty(),
        0);
  }

  /** A phase whose epochs are scaled by the budget. */
  public static Phase of(
      String name, Kind kind, int protocolEpochs, double relativeCost, Budget budget) {
    return new Phase(name, kind, budget.epochs(protocolEpochs), protocolEpochs, relativeCost);
  }

  /** The same phase under another name, as a search whose model is not reported. */
  public Phase asSearch(String other) {
    return new Phase(
        other,
        Kind.SEARCH,
        epochs,
        protocolEpochs,
        relativeCost,
        addedMultiplyAdds,
        artefact,
        Optional.empty(),
        rateSteps);
  }

  /** The same phase with something added to the cell's network. */
  public Phase adding(double multiplyAdds) {
    return with(addedMultiplyAdds + multiplyAdds, artefact, trains, rateSteps);
  }

  /** The same phase, making an artefact; see {@link PhaseRun#artefact}. */
  public Phase making(Artefact made) {
    return with(addedMultiplyAdds, Optional.of(made), trains, rateSteps);
  }

  /** The same phase, training the reported network of that name. */
  public Phase training(String network) {
    return with(addedMultiplyAdds, artefact, Optional.of(network), rateSteps);
  }

  /** The same phase, training the reported network. */
  public Phase trainingNetwork() {
    return training(NETWORK);
  }

  /** The same phase with a schedule that steps the learning rate down. */
  public Phase withRateSteps(int steps) {
    return with(addedMultiplyAdds, artefact, trains, steps);
  }

  private Phase with(double adds, Optional<Artefact> made, Optional<String> network, int steps) {
    return new Phase(name, kind, epochs, protocolEpochs, relativeCost, adds, made, network, steps);
  }

  /**
   * How many of the schedule's steps the phase has no epoch for: a step needs an epoch of its own
   * after it.
   */
  public int omittedRateSteps() {
    return Math.max(0, rateSteps - (epochs - 1));
  }

  /** What tables say where {@link #omittedRateSteps} is not 0. */
  public Optional<String> omittedRateStepsNote() {
    int omitted = omittedRateSteps();
    return omitted == 0
        ? Optional.empty()
        : Optional.of(
            (kind == Kind.SEARCH ? name.split(" ", 2)[0] + ": " : "")
                + omitted
                + " of the "
                + rateSteps
                + " steps of the learning-rate schedule left out: only "
                + epochs
                + (epochs == 1 ? " epoch" : " epochs"));
  }

  /**
   * The epochs that the reported model is trained for: of each reported network the sum over its
   * phases, and of several networks the longest.
   */
  public static int reportedEpochs(List<Phase> phases) {
    Map<String, Integer> sums = new HashMap<>();
    for (Phase phase : phases) {
      phase.trains().ifPresent(network -> sums.merge(network, phase.epochs(), Integer::sum));
    }
    return sums.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /**
   * How many protocol epochs lie before an epoch; a whole number when the budget is full. Schedules
   * read this, so that they are stretched with the budget.
   *
   * @param epoch from 1
   */
  public double protocolEpochsBefore(int epoch) {
    return (epoch - 1) * (double) protocolEpochs / epochs;
  }
}
