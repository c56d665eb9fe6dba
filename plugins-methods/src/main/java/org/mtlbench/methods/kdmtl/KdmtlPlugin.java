package org.mtlbench.methods.kdmtl;

import java.util.List;
import java.util.Map;
import org.mtlbench.api.architecture.Blueprint;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.methods.stl.StlPlugin;
import org.mtlbench.toolbox.search.SearchConfig;
import org.mtlbench.toolbox.search.WeightGrid;

/**
 * Knowledge distillation for multi-task learning (Li and Bilen 2020): trained single-task networks
 * are distilled into the student's trunk.
 */
public final class KdmtlPlugin implements MethodPlugin<KdmtlConfig> {
  private static final double SUM_OF_LAMBDAS = 0.05;
  private static final List<WeightGrid.Ratio> RATIOS =
      List.of(new WeightGrid.Ratio(4, 1), new WeightGrid.Ratio(3, 2));

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "kdmtl",
            "KDMTL",
            "Li and Bilen, Knowledge Distillation for Multi-task Learning, ECCV Workshops 2020",
            List.of(
                "one backward pass per step",
                "single-task teachers, made once and shared by cells",
                "grid search on a subset of the training split"))
        .withLink("https://arxiv.org/abs/2007.06889");
  }

  /** Adam from 1e-4, multiplied by 0.98 every 25 of 200 epochs; teachers are trained as by STL. */
  @Override
  public KdmtlConfig defaults() {
    return new KdmtlConfig(
        List.of(),
        true,
        1e-4,
        5e-4,
        new StlPlugin().defaults(),
        TrainingConfig.adam(200, 1e-4, 0.98, 25),
        new SearchConfig(50, 0.2, false, SearchConfig.DECADES));
  }

  @Override
  public List<Problem> check(KdmtlConfig config, DatasetFacts dataset) {
    int tasks = dataset.tasks().size();
    return config.lambdas().stream()
        .filter(candidate -> candidate.size() != tasks)
        .map(c -> new Problem("lambdas", c.toString(), tasks + " numbers, one per task"))
        .toList();
  }

  @Override
  public List<Problem> checkNetwork(KdmtlConfig config, Blueprint network) {
    return network.isStaged()
        ? List.of()
        : List.of(
            new Problem(
                "", "no trunk shared by all tasks", "a shared trunk whose feature is distilled"));
  }

  @Override
  public Map<String, String> ownSearch(KdmtlConfig config) {
    return config.search().ownSearch();
  }

  @Override
  public Method create(KdmtlConfig config, MethodContext context) {
    return new Kdmtl(config, context);
  }

  /**
   * The candidates: the configured ones, or the protocol's grid for two tasks, generalised to m
   * tasks.
   */
  static List<List<Double>> lambdas(KdmtlConfig config, int tasks) {
    return config.lambdas().isEmpty()
        ? WeightGrid.favouringEach(tasks, SUM_OF_LAMBDAS, RATIOS)
        : config.lambdas();
  }
}
