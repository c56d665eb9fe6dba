package org.mtlbench.toolbox.search;

import java.util.List;
import java.util.Map;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.dataset.DatasetFacts;

/**
 * The config keys of a grid search on a subset of the training split. The config record of a method
 * includes them with {@code @JsonUnwrapped SearchConfig search}.
 */
public record SearchConfig(
    @ConfigKey(
            value = "epochs of each search candidate; scaled by the budget",
            allowed = "at least 1")
        int searchEpochs,
    @ConfigKey(
            value = "fraction of the training split used by searches",
            allowed = "greater than 0, at most 1")
        double searchFraction,
    @ConfigKey(
            "whether to search the learning rate after the weights; learning-rate is then the rate of"
                + " the search for weights")
        boolean searchLearningRates,
    @ConfigKey(
            value = "candidates of the search for the learning rate",
            allowed = "numbers greater than 0")
        List<Double> learningRates) {
  /** The protocol's candidates, powers of ten. */
  public static final List<Double> DECADES = List.of(1e-5, 1e-4, 1e-3, 1e-2, 1e-1);

  public SearchConfig {
    learningRates = List.copyOf(learningRates);
    Checks.start()
        .count("search-epochs", searchEpochs)
        .that(
            searchFraction > 0 && searchFraction <= 1,
            "search-fraction",
            searchFraction,
            "a number greater than 0, at most 1")
        .that(
            learningRates.stream().allMatch(rate -> Double.isFinite(rate) && rate > 0),
            "learning-rates",
            learningRates,
            "finite numbers greater than 0")
        .that(
            !searchLearningRates || !learningRates.isEmpty(),
            "learning-rates",
            learningRates,
            "at least one, since search-learning-rates is true")
        .finish();
  }

  /** See {@link org.mtlbench.api.method.MethodPlugin#ownSearch}. */
  public Map<String, String> ownSearch() {
    return searchLearningRates
        ? Map.of("learning-rate", "search-learning-rates is true")
        : Map.of();
  }

  /**
   * Cost of an epoch on the subset, relative to an epoch on the whole split: a training step costs
   * three forward passes, and validation is not reduced.
   */
  double relativeCost(DatasetFacts facts) {
    double whole = 3.0 * facts.trainSize() + facts.validationSize();
    return (3.0 * facts.trainSize() * searchFraction + facts.validationSize()) / whole;
  }
}
