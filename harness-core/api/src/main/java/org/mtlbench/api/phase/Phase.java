package org.mtlbench.api.phase;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A named sequence of epochs, for example search or retraining.
 *
 * @param name unique within the method, for example {@code retrain}; phases of a search start with
 *     the same word and are shown together
 * @param kind whether its time counts as search or as main training
 * @param epochs number of epochs to run
 * @param protocolEpochs number of epochs in the protocol, to which schedules refer
 * @param relativeCost cost of an epoch relative to one forward and backward pass of the cell's
 *     network and everything added to it over the training set; for the estimate of {@code plan}
 * @param addedMultiplyAdds multiply-adds of one example's forward pass through what the method adds
 *     to the cell's network, at least 0
 * @param artefact artefact of the phase, if other cells can reuse it; the phase is skipped if it
 *     exists
 * @param trains name of the reported network that the phase trains, for example {@code network}, or
 *     the name of a task if every task has its own network; empty for phases that train another
 *     model, such as a teacher, or none. The epochs of phases with the same name add up to the
 *     training of the reported model
 * @param rateSteps number of steps of the protocol's learning-rate schedule within the phase, at
 *     least 0
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

  /** The purpose of a phase, to which its time is attributed. */
  public enum Kind {
    /** Search for hyperparameters or a sparsity pattern, or training of teachers. */
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
   * A phase of the cell's network only, without artefact. A main phase trains the reported network.
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

  /** A copy with another name, as a search whose model is not reported. */
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

  /** A copy with multiply-adds added to the cell's network. */
  public Phase adding(double multiplyAdds) {
    return with(addedMultiplyAdds + multiplyAdds, artefact, trains, rateSteps);
  }

  /** A copy that makes an artefact; see {@link PhaseRun#artefact}. */
  public Phase making(Artefact made) {
    return with(addedMultiplyAdds, Optional.of(made), trains, rateSteps);
  }

  /** A copy that trains the reported network with this name. */
  public Phase training(String network) {
    return with(addedMultiplyAdds, artefact, Optional.of(network), rateSteps);
  }

  /** A copy that trains the reported network. */
  public Phase trainingNetwork() {
    return training(NETWORK);
  }

  /** A copy with a step schedule of the learning rate. */
  public Phase withRateSteps(int steps) {
    return with(addedMultiplyAdds, artefact, trains, steps);
  }

  private Phase with(double adds, Optional<Artefact> made, Optional<String> network, int steps) {
    return new Phase(name, kind, epochs, protocolEpochs, relativeCost, adds, made, network, steps);
  }

  /**
   * The number of schedule steps for which the phase has no epoch: each step needs an epoch of its
   * own after it.
   */
  public int omittedRateSteps() {
    return Math.max(0, rateSteps - (epochs - 1));
  }

  /** The note for tables if {@link #omittedRateSteps} is not 0. */
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
   * The number of epochs for which the reported model is trained: for each reported network the sum
   * over its phases, and of several networks the maximum.
   */
  public static int reportedEpochs(List<Phase> phases) {
    Map<String, Integer> sums = new HashMap<>();
    for (Phase phase : phases) {
      phase.trains().ifPresent(network -> sums.merge(network, phase.epochs(), Integer::sum));
    }
    return sums.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /**
   * The number of protocol epochs before an epoch; a whole number if the budget is full. Schedules
   * use this, so that they are stretched with the budget.
   *
   * @param epoch counted from 1
   */
  public double protocolEpochsBefore(int epoch) {
    return (epoch - 1) * (double) protocolEpochs / epochs;
  }
}
