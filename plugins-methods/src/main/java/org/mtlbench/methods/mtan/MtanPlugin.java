package org.mtlbench.methods.mtan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mtlbench.api.architecture.Blueprint;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.toolbox.search.SearchConfig;
import org.mtlbench.toolbox.search.WeightGrid;

/**
 * The multi-task attention network (Liu, Johns and Davison 2019): each task reads the stages of the
 * shared trunk through its own attention modules.
 */
public final class MtanPlugin implements MethodPlugin<MtanConfig> {
  private static final double SUM_OF_WEIGHTS = 0.1;
  private static final List<WeightGrid.Ratio> RATIOS =
      List.of(
          new WeightGrid.Ratio(9, 1),
          new WeightGrid.Ratio(8, 2),
          new WeightGrid.Ratio(7, 3),
          new WeightGrid.Ratio(6, 4));

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "mtan",
            "MTAN",
            "Liu, Johns and Davison, End-to-End Multi-Task Learning with Attention, CVPR 2019",
            List.of(
                "one backward pass per step",
                "attention modules for each task over a trunk of two or more stages",
                "grid search on a subset of the training split"))
        .withLink("https://arxiv.org/abs/1803.10704");
  }

  /**
   * Adam, halved every 25 of 200 epochs. The weights are searched at 1e-3, the middle of the
   * learning rates that are searched afterwards.
   */
  @Override
  public MtanConfig defaults() {
    return new MtanConfig(
        List.of(),
        false,
        TrainingConfig.adam(200, 1e-3, 0.5, 25),
        new SearchConfig(50, 0.5, true, SearchConfig.DECADES));
  }

  @Override
  public List<Problem> check(MtanConfig config, DatasetFacts dataset) {
    List<Problem> problems = new ArrayList<>();
    int tasks = dataset.tasks().size();
    for (List<Double> candidate : config.weights()) {
      if (candidate.size() != tasks) {
        String allowed = tasks + " numbers, one per task";
        problems.add(new Problem("weights", candidate.toString(), allowed));
      }
    }
    return problems;
  }

  @Override
  public List<Problem> checkNetwork(MtanConfig config, Blueprint network) {
    try {
      AttentionLayers.of(network);
      return List.of();
    } catch (InvalidConfigException e) {
      return e.problems();
    }
  }

  @Override
  public Map<String, String> ownSearch(MtanConfig config) {
    return config.search().ownSearch();
  }

  @Override
  public Method create(MtanConfig config, MethodContext context) {
    return new Mtan(config, context);
  }

  /**
   * The candidates: the configured ones, or the protocol's grid for two tasks, generalised to m
   * tasks.
   */
  static List<List<Double>> weights(MtanConfig config, int tasks) {
    return config.weights().isEmpty()
        ? WeightGrid.favouringEach(tasks, SUM_OF_WEIGHTS, RATIOS)
        : config.weights();
  }
}
