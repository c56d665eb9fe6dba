package org.mtlbench.methods.ours;

import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.training.Initialisation;
import org.mtlbench.api.training.ScheduleKind;
import org.mtlbench.methods.ours.chebyshev.Constraint;
import org.mtlbench.methods.ours.chebyshev.LambdaUpdate;
import org.mtlbench.methods.ours.growl.GrowlMode;
import org.mtlbench.methods.ours.growl.Restore;
import org.mtlbench.methods.ours.growl.ThetaPattern;

/** The paper's method: weighted Chebyshev scalarisation, augmented Lagrangian, GrOWL, sharing. */
public final class OursPlugin implements MethodPlugin<OursConfig> {
  private static final int EPOCHS_PER_ITERATION = 3;

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "ours",
            "Ours",
            "Hotegni, Berkemeier, Peitz, Multi-Objective Optimization for Sparse Deep Multi-Task"
                + " Learning, IJCNN 2024",
            List.of("sparse result when k_0 > 0", "one backward pass per step"))
        .withLink("https://arxiv.org/abs/2308.12243")
        .withPreference("k");
  }

  @Override
  public OursConfig defaults() {
    return new OursConfig(
        List.of(),
        List.of(),
        List.of(),
        Constraint.EQUALITY,
        LambdaUpdate.MEAN,
        2.5e-8,
        2,
        ThetaPattern.SPIKE,
        0.8,
        0.2,
        GrowlMode.PROXIMAL,
        1,
        false,
        Restore.RANDOM,
        0.2,
        0.8,
        1,
        0,
        3,
        10,
        12,
        EPOCHS_PER_ITERATION,
        0,
        0.7,
        256,
        2.5e-3,
        ScheduleKind.STEP,
        0.5,
        0,
        Initialisation.LSUV);
  }

  @Override
  public List<Problem> check(OursConfig config, DatasetFacts dataset) {
    int expected = dataset.tasks().size() + 1;
    List<Problem> problems = new ArrayList<>();
    length("k", config.k(), expected, problems);
    length("start-from", config.startFrom(), expected, problems);
    length("reference-point", config.referencePoint(), expected, problems);
    if (config.epochs() > 0 && config.epochsPerIteration() != EPOCHS_PER_ITERATION) {
      problems.add(
          new Problem(
              "epochs-per-iteration",
              String.valueOf(config.epochsPerIteration()),
              "nothing, since the epochs of the whole training are given"));
    }
    return problems;
  }

  private static void length(
      String key, List<Double> values, int expected, List<Problem> problems) {
    if (!values.isEmpty() && values.size() != expected) {
      problems.add(
          new Problem(
              key,
              values.size() + " numbers " + values,
              expected + " numbers: one for sparsity, then one per task"));
    }
  }

  @Override
  public Method create(OursConfig config, MethodContext context) {
    return new Ours(config, context.dataset().tasks().size());
  }
}
