package org.mtlbench.methods.ours;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.training.Initialisation;
import org.mtlbench.api.training.Schedule;
import org.mtlbench.api.training.ScheduleKind;
import org.mtlbench.methods.ours.chebyshev.Constraint;
import org.mtlbench.methods.ours.chebyshev.LambdaUpdate;
import org.mtlbench.methods.ours.growl.GrowlMode;
import org.mtlbench.methods.ours.growl.Restore;
import org.mtlbench.methods.ours.growl.ThetaPattern;
import org.mtlbench.toolbox.config.ConfigBinder;

/** Config of the paper's method; the defaults are the paper's protocol for MDMTN on MultiMNIST. */
record OursConfig(
    @ConfigKey(
            value =
                "preference vector (k_0 sparsity, k_1.. tasks); empty means k_0 = 0 and equal tasks",
            allowed = "m + 1 numbers, at least 0, sum 1")
        List<Double> k,
    @ConfigKey(
            value =
                "preference vector of the sparse network that training starts from: it is trained"
                    + " first, once for all cells of a seed; its zero rows stay zero, no others are"
                    + " pruned, and no rows are shared. The training from it is that of k_0 = 0."
                    + " Empty: no such network",
            allowed = "m + 1 numbers, at least 0, sum 1, with k_0 > 0 and the same k_0 as k")
        List<Double> startFrom,
    @ConfigKey(value = "reference point a_0..a_m; empty means zeros", allowed = "m + 1 numbers")
        List<Double> referencePoint,
    @ConfigKey("constraint form of the augmented Lagrangian") Constraint constraint,
    @ConfigKey("how H is combined over an epoch's batches for the update of lambda")
        LambdaUpdate lambdaUpdate,
    @ConfigKey(value = "initial penalty of the augmented Lagrangian", allowed = "greater than 0")
        double mu,
    @ConfigKey(value = "factor on the penalty per iteration", allowed = "at least 1")
        double muFactor,
    @ConfigKey("GrOWL's weights by rank") ThetaPattern theta,
    @ConfigKey(value = "GrOWL's b1", allowed = "at least 0") double thetaB1,
    @ConfigKey(value = "GrOWL's b2", allowed = "at least 0") double thetaB2,
    @ConfigKey("how GrOWL is applied: proximal step only, or also its gradient in each step")
        GrowlMode growl,
    @ConfigKey(value = "step of the proximal operator", allowed = "greater than 0") double proxStep,
    @ConfigKey("keep rows at zero after the proximal step has zeroed them in phase 1")
        boolean phase1Mask,
    @ConfigKey("which newly zeroed rows the layer cap restores") Restore restore,
    @ConfigKey(value = "minimum sparsity rate of an eligible model", allowed = "0 to 1")
        double minSparsity,
    @ConfigKey(value = "largest share of zero rows in a layer", allowed = "0 to 1")
        double maxLayerSparsity,
    @ConfigKey(
            value =
                "largest share of zero rows in a layer of the shared trunk, if that is less than"
                    + " max-layer-sparsity",
            allowed = "0 to 1")
        double maxTrunkSparsity,
    @ConfigKey(
            value =
                "rows that every layer keeps, whatever max-layer-sparsity allows; a layer with fewer"
                    + " keeps all",
            allowed = "at least 0")
        int minLayerRows,
    @ConfigKey(value = "iterations of phase 1", allowed = "at least 1") int searchIterations,
    @ConfigKey(value = "iterations of phase 2", allowed = "at least 1") int retrainIterations,
    @ConfigKey(value = "iterations when k_0 = 0", allowed = "at least 1") int denseIterations,
    @ConfigKey(value = "epochs per iteration, if epochs is 0", allowed = "at least 1")
        int epochsPerIteration,
    @ConfigKey(
            value =
                "epochs of the whole training, split between the phases in proportion to their"
                    + " iterations; 0 for iterations times epochs-per-iteration. With start-from,"
                    + " the sparse network and the training from it have as many each",
            allowed = "0, or at least one per iteration")
        int epochs,
    @ConfigKey(value = "preference of the affinity propagation", allowed = "a finite number")
        double affinityPreference,
    @ConfigKey(value = "examples in a training batch", allowed = "at least 1") int batchSize,
    @ConfigKey(value = "initial learning rate of Adam", allowed = "greater than 0")
        double learningRate,
    @ConfigKey("learning-rate schedule of each phase; decay and decay-every apply to step")
        ScheduleKind schedule,
    @ConfigKey(value = "decay factor of the learning rate", allowed = "0 to 1") double decay,
    @ConfigKey(
            value = "epochs between decays; 0 for one decay per iteration",
            allowed = "at least 0")
        int decayEvery,
    @ConfigKey("initialisation of parameters") Initialisation initialisation) {
  private static final double SUM_TOLERANCE = 1e-9;

  OursConfig {
    k = List.copyOf(k);
    startFrom = List.copyOf(startFrom);
    referencePoint = List.copyOf(referencePoint);
    int sparseIterations = searchIterations + retrainIterations;
    int minEpochs =
        startFrom.isEmpty()
            ? (sparse(k) ? sparseIterations : denseIterations)
            : Math.max(sparseIterations, denseIterations);
    Checks checks = Checks.start();
    checkPreference("k", k, checks);
    checkPreference("start-from", startFrom, checks);
    checks
        .that(
            startFrom.isEmpty() || sparse(startFrom),
            "start-from",
            startFrom,
            "a preference vector with k_0 > 0")
        .that(
            startFrom.isEmpty() || (!k.isEmpty() && k.get(0).equals(startFrom.get(0))),
            "k",
            k,
            "a preference vector with the k_0 of start-from")
        .that(
            referencePoint.stream().allMatch(Double::isFinite),
            "reference-point",
            referencePoint,
            "finite numbers")
        .positive("mu", mu)
        .that(
            Double.isFinite(muFactor) && muFactor >= 1,
            "mu-factor",
            muFactor,
            "a finite number, at least 1")
        .notNegative("theta-b1", thetaB1)
        .notNegative("theta-b2", thetaB2)
        .positive("prox-step", proxStep)
        .between("min-sparsity", minSparsity, 0, 1)
        .between("max-layer-sparsity", maxLayerSparsity, 0, 1)
        .between("max-trunk-sparsity", maxTrunkSparsity, 0, 1)
        .that(minLayerRows >= 0, "min-layer-rows", minLayerRows, "a whole number, at least 0")
        .count("search-iterations", searchIterations)
        .count("retrain-iterations", retrainIterations)
        .count("dense-iterations", denseIterations)
        .count("epochs-per-iteration", epochsPerIteration)
        .that(
            epochs == 0 || epochs >= minEpochs,
            "epochs",
            epochs,
            "at least " + minEpochs + ", one for each iteration")
        .that(
            Double.isFinite(affinityPreference),
            "affinity-preference",
            affinityPreference,
            "a finite number")
        .count("batch-size", batchSize)
        .positive("learning-rate", learningRate)
        .between("decay", decay, 0, 1)
        .that(decay != 0, "decay", decay, "a number greater than 0")
        .that(decayEvery >= 0, "decay-every", decayEvery, "a whole number, at least 0")
        .finish();
  }

  private static void checkPreference(String key, List<Double> vector, Checks checks) {
    double sum = vector.stream().mapToDouble(Double::doubleValue).sum();
    checks
        .that(
            vector.stream().allMatch(x -> Double.isFinite(x) && x >= 0),
            key,
            vector,
            "finite numbers, at least 0")
        .that(
            vector.isEmpty() || Math.abs(sum - 1) <= SUM_TOLERANCE,
            key,
            vector + " with sum " + (float) sum,
            "numbers that sum to 1");
  }

  /** Whether the sparsity objective is used in the training of the reported network. */
  boolean sparse() {
    return sparse(k) && !startsFromSparse();
  }

  /** Whether training starts from a sparse network. */
  boolean startsFromSparse() {
    return !startFrom.isEmpty();
  }

  private static boolean sparse(List<Double> k) {
    return !k.isEmpty() && k.get(0) > 0;
  }

  /** Whether the learning rate decays once per iteration; then {@link #rates} does not apply. */
  boolean decaysEveryIteration() {
    return schedule == ScheduleKind.STEP && decayEvery == 0;
  }

  /** The learning rates of a phase, unless they decay once per iteration. */
  Schedule rates() {
    return new Schedule(schedule, learningRate, decay, decayEvery, decayEvery);
  }

  /**
   * The config of the sparse network that training starts from.
   *
   * @throws IllegalStateException if it does not start from one
   */
  OursConfig sparseNetwork() {
    if (!startsFromSparse()) {
      throw new IllegalStateException("training does not start from a sparse network");
    }
    ObjectNode tree = ConfigBinder.toTree(this);
    tree.set("k", tree.get("start-from"));
    tree.putArray("start-from");
    return ConfigBinder.bind(this, tree, "");
  }

  /**
   * The total number of iterations of all phases, which is also the minimum number of epochs; with
   * start-from, those after the training of the sparse network.
   */
  int iterations() {
    return sparse() ? searchIterations + retrainIterations : denseIterations;
  }

  /** The number of epochs of these iterations on the full budget. */
  int allEpochs() {
    return epochs == 0 ? iterations() * epochsPerIteration : epochs;
  }

  /**
   * The number of epochs of phase 1, in proportion to its iterations; the others belong to phase 2.
   *
   * @param all epochs of both phases, at least their iterations
   */
  int searchEpochs(int all) {
    long search = Math.round((double) all * searchIterations / iterations());
    return (int) Math.min(all - retrainIterations, Math.max(searchIterations, search));
  }
}
