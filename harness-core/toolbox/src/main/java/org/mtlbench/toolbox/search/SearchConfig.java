package org.mtlbench.toolbox.search;

import java.util.List;
import java.util.Map;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.dataset.DatasetFacts;

/**
 * The keys of a grid search on a part of the training split. A method's config record takes them in
 * with {@code @JsonUnwrapped SearchConfig search}.
 */
public record SearchConfig(
    @ConfigKey(
            value = "epochs of each candidate of a search; the budget scales them",
            allowed = "at least 1")
        int searchEpochs,
    @ConfigKey(
            value = "part of the training split that searches train on",
            allowed = "greater than 0, at most 1")
        double searchFraction,
    @ConfigKey(
            "whether the learning rate is searched after the weights; learning-rate is the rate of"
                + " the search for weights then")
        boolean searchLearningRates,
    @ConfigKey(value = "candidates of that search", allowed = "numbers greater than 0")
        List<Double> learningRates) {
  /** The protocol's decades. */
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
   * Cost of an epoch on the part, relative to one on the whole: a training step is three forward
   * passes, and validation is not cut.
   */
  double relativeCost(DatasetFacts facts) {
    double whole = 3.0 * facts.trainSize() + facts.validationSize();
    return (3.0 * facts.trainSize() * searchFraction + facts.validationSize()) / whole;
  }
}
